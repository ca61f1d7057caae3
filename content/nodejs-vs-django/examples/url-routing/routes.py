# Three addresses, one of them with a number in it. The framework does the routing.
# Needs: pip install django
# Run:  python routes.py runserver   then try /, /books and /books/2
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse, HttpResponseNotFound
from django.urls import include, path

settings.configure(DEBUG=True, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])

BOOKS = {1: "Emma", 2: "Dracula"}


def shelf(request):
    return HttpResponse("Welcome to the shelf.\n")


def all_books(request):
    return HttpResponse(", ".join(BOOKS.values()) + "\n")


def one_book(request, number):
    if number not in BOOKS:
        return HttpResponseNotFound("No such page.\n")
    return HttpResponse(BOOKS[number] + "\n")


book_pages = [path("", all_books), path("/<int:number>", one_book, name="book")]
urlpatterns = [path("", shelf), path("books", include(book_pages))]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
