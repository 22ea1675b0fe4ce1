"""One sheet of the workbook: real Excel tables or pictures below each other, sized and set up for print."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from localisation.exporting.workbook.table import Cell, Column, Formula, Table, value_of

_WIDEST = {"text": 36, "long": 60, "date": 14}
_NARROWEST = {"long": 20}
_NUMBER_WIDTH = 14
_LINE_HEIGHT = 15
_WIDE = 150
"""Character widths above which a sheet is printed on A3."""
_A3 = 8
_LONGEST_TEXT = 32_000
_STARTS_LIKE_A_FORMULA = ("=", "+", "-", "@")


class Sheet:
    """A sheet filled from the top; `row` is the next free row (counted from 0)."""

    def __init__(self, page: Any, formats: dict[str, Any]) -> None:
        self.page = page
        self._formats = formats
        self.row = 0
        self._widths: dict[int, float] = {}
        self._frozen = False

    def title(self, title: str, note: str) -> None:
        """What the sheet shows, at its top."""
        self.page.write_string(0, 0, title, self._formats["title"])
        self.page.set_row(0, 26)
        self.page.set_row(1, 20)
        self.page.write_string(1, 0, note, self._formats["note"])
        self.row = 3

    def heading(self, text: str) -> None:
        """A line of its own above the next table."""
        self.page.write_string(self.row, 0, text, self._formats["subtitle"])
        self.page.set_row(self.row, 22)
        self.row += 1

    def picture(self, name: str, png: bytes, *, alt: str, points: float) -> int:
        """Put a picture `points` high below what is there, and a gap below it; gives the points of both."""
        self.page.insert_image(self.row, 0, name, {"image_data": BytesIO(png), "description": alt})
        rows = int(points // _LINE_HEIGHT) + 2
        self.row += rows
        return rows * _LINE_HEIGHT

    def table(self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Table:
        """Write a real Excel table called `name` and leave a gap below it. Freezes the first table's headings."""
        columns = _with_own_headings(columns)
        with_total = any(c.total is not None for c in columns)
        table = Table(
            sheet=self.page.get_name(), columns=columns, first=self.row + 1, last=self.row + max(1, len(rows))
        )
        declared = [self._declared(c, i, rows, table) for i, c in enumerate(columns)]
        options = {"name": name, "style": "Table Style Medium 2", "total_row": with_total, "columns": declared}
        self.page.add_table(self.row, 0, table.last + with_total, len(columns) - 1, options)
        for offset, row in enumerate(rows):
            for index, (column, cell) in enumerate(zip(columns, row, strict=True)):
                self._write(table, offset, index, cell, self._formats[column.kind])
        if not self._frozen:
            self.page.freeze_panes(table.first, 2 if len(columns) > 5 else 0)
            self.page.repeat_rows(self.row)
            self._frozen = True
        self._fit(columns, rows)
        self._set_heights(table, rows)
        if with_total:
            self._write_totals(table, rows)
        lines = max(-(-len(c.heading) // (self._widths[i] - 2)) for i, c in enumerate(columns))
        self.page.set_row(self.row, _LINE_HEIGHT * lines + 5)
        self.row = table.last + with_total + 3
        return table

    def bars(self, table: Table, key: str) -> None:
        """Bars in a column of shares; a full bar is 100 %."""
        bar = {"type": "data_bar", "bar_solid": True, "bar_color": "#9DC3E6", "min_type": "num", "max_type": "num"}
        self.page.conditional_format(table.cells(key).replace("$", ""), bar | {"min_value": 0, "max_value": 1})

    def _declared(self, column: Column, index: int, rows: Sequence[Sequence[Cell]], table: Table) -> dict[str, object]:
        heading = "heading" if column.kind in _WIDEST else "heading_right"
        declared: dict[str, object] = {"header": column.heading, "header_format": self._formats[heading]}
        total = _total(column, index, rows)
        if isinstance(total, Formula):
            declared |= {"total_function": table.over_all(total.expression)}
        elif total:
            declared |= {"total_string": total}
        return declared

    def _write_totals(self, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
        for index, column in enumerate(table.columns):
            look, total = self._formats[f"total_{column.kind}"], _total(column, index, rows)
            if isinstance(total, Formula):
                formula = table.over_all(total.expression)
                self.page.write_formula(table.last + 1, index, formula, look, total.value)
            else:
                self.page.write_string(table.last + 1, index, total or "", look)

    def _write(self, table: Table, offset: int, index: int, cell: Cell, look: Any) -> None:
        row = table.first + offset
        match cell:
            case None | "":
                self.page.write_blank(row, index, None, look)
            case Formula(expression=expression, value=value):
                self.page.write_formula(row, index, table.in_row(expression, row), look, "" if value is None else value)
            case str():
                risky = cell.startswith(_STARTS_LIKE_A_FORMULA)
                self.page.write_string(row, index, cell[:_LONGEST_TEXT], self._formats["quoted"] if risky else look)
            case date():
                self.page.write_datetime(row, index, cell, look)
            case _:
                self.page.write_number(row, index, cell, look)

    def _fit(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        for index, column in enumerate(columns):
            longest = max((len(str(r[index])) for r in rows if isinstance(r[index], (str, int))), default=0)
            words = max(len(word) for word in column.heading.split(" ")) + 4
            least = _NARROWEST.get(column.kind, 11)
            wanted = min(max(longest + 3, words, least), _WIDEST.get(column.kind, _NUMBER_WIDTH))
            self._widths[index] = max(self._widths.get(index, 0), wanted)
            self.page.set_column(index, index, self._widths[index])
        if sum(self._widths.values()) > _WIDE:
            self.page.set_paper(_A3)

    def _set_heights(self, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
        """Rows with wrapped text get their height here, since not every program finds it itself."""
        long = [i for i, c in enumerate(table.columns) if c.kind == "long"]
        for offset, row in enumerate(rows):
            lines = max((-(-len(str(row[i] or "")) // (self._widths[i] - 2)) for i in long), default=1)
            if lines > 1:
                self.page.set_row(table.first + offset, _LINE_HEIGHT * min(lines, 20))


def _total(column: Column, index: int, rows: Sequence[Sequence[Cell]]) -> str | Formula | None:
    """What stands below a column; a sum leaves out rows that a filter hides."""
    if column.total != "sum":
        return column.total
    return Formula(expression=f"=SUBTOTAL(109,[{column.key}])", value=sum(value_of(row[index]) for row in rows))


def _with_own_headings(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Excel wants every heading of a table once, whatever the case of its letters, and on one line."""
    seen: set[str] = set()
    made = []
    for column in columns:
        base = " ".join(column.heading.split()) or column.key
        heading, count = base, 1
        while heading.lower() in seen:
            count += 1
            heading = f"{base} ({count})"
        seen.add(heading.lower())
        made.append(replace(column, heading=heading))
    return tuple(made)
