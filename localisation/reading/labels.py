"""The names users see for tables, columns and choices, and how what they write is recognised."""

from functools import cache

from localisation.reading.choices import CHOICES
from localisation.reading.tables import TABLES
from localisation.texts import LANGUAGES, Texts


def plain(heading: str) -> str:
    """A heading as it is compared: lower case, letters and digits only ("Areal (m²)" and "areal m2" are the same)."""
    return "".join(c for c in heading.casefold().replace("²", "2").replace("³", "3") if c.isalnum())


@cache
def table_label(table: str, language: str) -> str:
    """The name of a table, also the name of its sheet (at most 31 characters)."""
    return Texts(language)(f"tables.{table}.name")


@cache
def column_label(table: str, column: str, language: str) -> str:
    """The heading of a column."""
    return _text(table, column, "column", language)


@cache
def column_help(table: str, column: str, language: str) -> str:
    """What to write in a column, in a sentence."""
    return _text(table, column, "help", language)


@cache
def choice_label(choices: str, value: str, language: str) -> str:
    """A word of a closed list."""
    return Texts(language)(f"tables.choice.{choices}.{value}")


@cache
def table_of(name: str) -> str:
    """The table that a file or sheet of this name holds, or ""."""
    return _tables().get(plain(name), "")


@cache
def headings_of(table: str) -> dict[str, str]:
    """Plain heading -> column key, for the key and the label in every language."""
    found = {}
    for column in TABLES[table].columns:
        for name in (column.key, *(column_label(table, column.key, language) for language in LANGUAGES)):
            found[plain(name)] = column.key
    return found


@cache
def choices_of(choices: str) -> dict[str, str]:
    """Plain word -> value of a closed list, for the value and the label in every language."""
    found = {}
    for value in CHOICES[choices]:
        for word in (value, *(choice_label(choices, value, language) for language in LANGUAGES)):
            found[plain(word)] = str(value)
    return found


@cache
def _tables() -> dict[str, str]:
    return {plain(n): t for t in TABLES for n in (t, *(table_label(t, language) for language in LANGUAGES))}


def _text(table: str, column: str, what: str, language: str) -> str:
    texts = Texts(language)
    own = f"tables.{table}.{what}.{column}"
    return texts(own if texts.has(own) else f"tables.common.{what}.{column}")
