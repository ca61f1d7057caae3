# Authors and their books as a model, with one query. Needs: pip install django
# Run:  python library.py
import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from django.core.validators import MinValueValidator  # noqa: E402
from django.db import connection, models  # noqa: E402


class Author(models.Model):
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        app_label = "library"


class Book(models.Model):
    name = models.CharField(max_length=120)
    year = models.IntegerField(validators=[MinValueValidator(1450)])
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")

    class Meta:
        app_label = "library"


def main():
    with connection.schema_editor() as schema:
        schema.create_model(Author)
        schema.create_model(Book)

    mary = Author.objects.create(name="Mary Shelley")
    mary.books.create(name="Frankenstein", year=1818)
    mary.books.create(name="The Last Man", year=1826)

    for book in Book.objects.filter(year__lt=1820).select_related("author"):
        print(f"{book.name} ({book.year}), {book.author.name}")


if __name__ == "__main__":
    main()
