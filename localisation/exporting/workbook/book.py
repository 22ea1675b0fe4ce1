"""The workbook file: its formats, and sheets set up for reading and print."""

from pathlib import Path

import xlsxwriter

from localisation.exporting.workbook.sheet import Sheet
from localisation.texts import Texts

_NUMBERS: dict[str, dict[str, object]] = {
    "text": {"align": "left", "indent": 1},
    "long": {"align": "left", "indent": 1, "text_wrap": True},
    "whole": {"num_format": "#,##0"},
    "one": {"num_format": "#,##0.0"},
    "two": {"num_format": "#,##0.00"},
    "percent": {"num_format": "0%"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "indent": 1},
    "change": {"num_format": "+#,##0;-#,##0;0"},
    "change_one": {"num_format": "+#,##0.0;-#,##0.0;0.0"},
}
_HEADING = {"bold": True, "text_wrap": True, "font_color": "#FFFFFF", "bg_color": "#1F4E79"}
_TOTAL = {"bold": True, "top": 1, "bottom": 0}
_LOOKS: dict[str, dict[str, object]] = {
    "quoted": {
        "align": "left",
        "indent": 1,
        "bottom": 4,
        "bottom_color": "#BFBFBF",
        "text_wrap": True,
        "quote_prefix": True,
    },
    "title": {"bold": True, "font_size": 16},
    "subtitle": {"bold": True, "font_size": 13},
    "heading": _HEADING | {"align": "left", "indent": 1},
    "heading_right": _HEADING | {"align": "right"},
    "note": {"font_color": "#404040", "italic": True},
    "wrapped": {"text_wrap": True},
    "strong": {"bold": True, "text_wrap": True, "font_size": 13},
}
_A4 = 9


class Book:
    """A workbook under construction, as a context manager: the file is there when the block has ended well.

    Text is always written as text: nothing that comes from data can become a formula, a link or a number. `words` is
    where the texts of its sheets begin.
    """

    def __init__(self, path: Path, texts: Texts, footer: str, *, words: str = "workbook") -> None:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._file = xlsxwriter.Workbook(str(path), options)
        self._file.set_calc_mode("auto")
        self._footer = footer.replace("&", "&&")
        self._words = words
        self.texts = texts
        base: dict[str, object] = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        cells = {kind: look | {"bottom": 4, "bottom_color": "#BFBFBF"} for kind, look in _NUMBERS.items()}
        totals = {f"total_{kind}": look | _TOTAL for kind, look in _NUMBERS.items()}
        looks: dict[str, dict[str, object]] = {**cells, **totals, **_LOOKS}
        self.formats = {name: self._file.add_format(base | look) for name, look in looks.items()}

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._file.close()

    def sheet(self, key: str, **holes: object) -> Sheet:
        """A new sheet with the texts `<words>.<key>.sheet`, `.title` and `.note`."""
        page = self._file.add_worksheet(self.texts(f"{self._words}.{key}.sheet"))
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        page.set_footer(f"&L{self._footer}&C&A&R&P / &N")
        page.hide_gridlines(2)
        sheet = Sheet(page, self.formats)
        sheet.title(self.texts(f"{self._words}.{key}.title", **holes), self.texts(f"{self._words}.{key}.note", **holes))
        return sheet
