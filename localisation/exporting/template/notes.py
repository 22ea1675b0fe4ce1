"""The note on a heading: what to write in the column."""

from localisation.exporting.template.contents import file_of
from localisation.exporting.template.demand import demand
from localisation.exporting.template.kinds import kind_of
from localisation.reading.choices import CHOICES
from localisation.reading.labels import choice_label, column_help, column_label, table_label
from localisation.reading.schema import Column, Table
from localisation.reading.tables import TABLES
from localisation.texts import Texts


def note(table: Table, column: Column, texts: Texts) -> str:
    """What the column is, whether it must be filled in, what it may hold, and its name in a CSV file."""
    lines = [
        column_help(table.key, column.key, texts.language),
        texts(f"template.demand.{demand(table, column)}"),
        _holds(table, column, texts),
        texts("template.note.key", key=column.key),
    ]
    return "\n".join(line for line in lines if line)


def _holds(table: Table, column: Column, texts: Texts) -> str:
    if column.choices:
        words = [choice_label(column.choices, value, texts.language) for value in CHOICES[column.choices]]
        return texts("template.note.choices", words=words)
    if column.refers and TABLES[column.refers[0]].workbook != table.workbook:
        target = column.refers[0]
        return texts(
            "template.note.elsewhere",
            table=table_label(target, texts.language),
            column=column_label(target, "id", texts.language),
            file=file_of(target),
        )
    return texts("template.note.kind", kind=kind_of(table, column, texts))
