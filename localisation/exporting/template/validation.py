"""The drop-down or limit of a column."""

from collections.abc import Mapping

from xlsxwriter.utility import xl_rowcol_to_cell

from localisation.exporting.template.kinds import is_year
from localisation.exporting.template.layout import FIRST, LAST, column_index
from localisation.exporting.template.rule_list import RULES
from localisation.reading.choices import CHOICES
from localisation.reading.labels import choice_label, table_label
from localisation.reading.schema import NUMBERS, Column, Table, Type
from localisation.reading.tables import TABLES
from localisation.texts import Texts

_LOWEST = -1e9
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255


def validation(table: Table, column: Column, texts: Texts) -> Mapping[str, object] | None:
    """What a spreadsheet program shall offer and refuse in the column; None where anything may be written.

    References are offered where the table they point at stands in the same workbook.
    """
    rule = _choice(table, column, texts) or _limits(column)
    if rule is None:
        return None
    kind = "choice" if rule["validate"] == "list" else "date" if rule["validate"] == "date" else "number"
    message = texts(f"template.refused.{kind}")
    return {**rule, "error_title": texts("template.refused.title")[:_LONGEST_TITLE], "error_message": message}


def _choice(table: Table, column: Column, texts: Texts) -> dict[str, object] | None:
    if column.choices:
        return {
            "validate": "list",
            "source": [choice_label(column.choices, value, texts.language) for value in CHOICES[column.choices]],
        }
    if table.key == "criteria" and column.key == "rule":
        return {"validate": "list", "source": f"={RULES}"}
    target = TABLES[column.refers[0]] if column.refers else None
    if column.type is not Type.REFERENCE or target is None or target.workbook != table.workbook:
        return None
    return {"validate": "list", "source": _ids(target, texts), "error_type": "warning"}


def _ids(target: Table, texts: Texts) -> str:
    """The ids that are filled in on another sheet, without the empty rows below them."""
    sheet, index = table_label(target.key, texts.language), column_index(target, "id")
    first = xl_rowcol_to_cell(FIRST, index, row_abs=True, col_abs=True)
    last = xl_rowcol_to_cell(LAST, index, row_abs=True, col_abs=True)
    return f"=OFFSET('{sheet}'!{first},0,0,MAX(1,COUNTA('{sheet}'!{first}:{last})),1)"


def _limits(column: Column) -> dict[str, object] | None:
    if column.type is Type.DATE:
        return {"validate": "date", "criteria": ">", "value": "=DATE(1900,1,1)"}
    if column.type not in NUMBERS:
        return None
    kind = "integer" if column.type is Type.WHOLE or is_year(column) else "decimal"
    low = _LOWEST if column.low is None else column.low
    low = int(low) if float(low).is_integer() else low
    if column.high is None:
        return {"validate": kind, "criteria": ">=", "value": low}
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": column.high}
