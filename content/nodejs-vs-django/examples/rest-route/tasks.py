# A list of tasks over REST: read all, read one, add one. Needs: pip install django
# Run:  python tasks.py runserver
# Try:  curl -X POST -H "Content-Type: application/json" -d '{"title":"Rest"}' localhost:8000/tasks
import json
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import path, reverse
from django.views import View

settings.configure(DEBUG=True, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])

TASKS = [{"id": 1, "title": "Weigh the options", "done": False}]


class TaskList(View):
    def get(self, request):
        return JsonResponse(TASKS, safe=False)

    def post(self, request):
        try:
            title = str(json.loads(request.body)["title"]).strip()
        except (ValueError, KeyError, TypeError):
            title = ""
        if not title:
            return JsonResponse({"error": "a task needs a title"}, status=422)
        task = {"id": len(TASKS) + 1, "title": title, "done": False}
        TASKS.append(task)
        location = reverse("task", args=[task["id"]])
        return JsonResponse(task, status=201, headers={"Location": location})


class TaskDetail(View):
    def get(self, request, number):
        for task in TASKS:
            if task["id"] == number:
                return JsonResponse(task)
        return JsonResponse({"error": "no such task"}, status=404)


urlpatterns = [
    path("tasks", TaskList.as_view()),
    path("tasks/<int:number>", TaskDetail.as_view(), name="task"),
]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
