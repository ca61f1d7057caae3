# An async view that reads several files at once. Needs: pip install django
# Run:  python read.py runserver   then open http://127.0.0.1:8000/
import asyncio
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import path

settings.configure(DEBUG=True, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])

FOLDER = Path(__file__).resolve().parent


async def count_lines(file):
    text = await asyncio.to_thread(file.read_text, encoding="utf-8")
    return file.name, text.count("\n")


async def line_counts(request):
    files = sorted(f for f in FOLDER.iterdir() if f.is_file())
    counts = await asyncio.gather(*(count_lines(f) for f in files))
    return JsonResponse(dict(counts))


urlpatterns = [path("", line_counts)]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
