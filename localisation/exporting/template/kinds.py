"""What goes into a column, in a word or two and as a number format."""

from localisation.exporting.template.contents import file_of
from localisation.reading.labels import table_label
from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables import TABLES
from localisation.texts import Texts

_POWERS = str.maketrans({"2": "²", "3": "³"})


def kind_of(table: Table, column: Column, texts: Texts) -> str:
    """What to write, such as "m²", "dato" or "id fra Bygg"; with the file when that is another workbook."""
    if column.refers:
        target = TABLES[column.refers[0]]
        key = "reference" if target.workbook == table.workbook else "reference_elsewhere"
        return texts(f"template.kind.{key}", table=table_label(target.key, texts.language), file=file_of(target.key))
    if column.unit:
        key = f"tables.counted.{column.unit}"
        return texts(key) if texts.has(key) else column.unit.translate(_POWERS)
    if is_year(column):
        return texts("template.kind.year")
    return texts(f"tables.type.{column.type.value}")


def number_format(column: Column, language: str) -> str:
    """The number format of the column's cells. Ids stay text, so that 0301 keeps its nought and 1-2 is no date."""
    match column.type:
        case Type.DATE:
            return "dd.mm.yyyy" if language == "nb" else "yyyy-mm-dd"
        case Type.MONEY | Type.AMOUNT:
            return "#,##0"
        case Type.WHOLE:
            return "0" if is_year(column) else "#,##0"
        case Type.DECIMAL:
            return "0.00000" if column.unit == "degrees" else "General"
        case Type.TEXT | Type.REFERENCE | Type.LIST:
            return "@"
        case _:
            return "General"


def is_year(column: Column) -> bool:
    """Whether the column holds a year, which is written without grouping."""
    return column.type is Type.WHOLE and column.low is not None and column.low >= 1000
