# Greets every visitor in plain text. Needs: pip install django
# Run:  python server.py runserver   then open http://127.0.0.1:8000/?name=Ada
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse
from django.urls import re_path

settings.configure(DEBUG=True, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])


def greet(request):
    name = request.GET.get("name", "stranger")
    return HttpResponse(f"Good day, {name}.\n", content_type="text/plain; charset=utf-8")


urlpatterns = [re_path(r"^$", greet)]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
