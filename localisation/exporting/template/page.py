"""A sheet of text in three columns, filled from the top."""

from typing import Any

from localisation.exporting.template.looks import Looks

_WIDTHS = (30, 34, 92)
_LINE = 15.5
_A4 = 9


class Page:
    """The sheet; `next` is the next free row (counted from 0)."""

    def __init__(self, file: Any, name: str, looks: Looks) -> None:
        self._file, self._name = file, name
        self._page = file.add_worksheet(name)
        self._looks = looks
        self.next = 0
        for index, width in enumerate(_WIDTHS):
            self._page.set_column(index, index, width)
        self._page.hide_gridlines(2)
        self._page.set_portrait()
        self._page.set_paper(_A4)
        self._page.fit_to_pages(1, 0)
        self._page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self._page.set_footer("&L&F&R&P / &N")

    def title(self, title: str, intro: str) -> None:
        """The title and a paragraph below it."""
        self._page.write_string(self.next, 0, title, self._looks("title"))
        self._page.set_row(self.next, 32)
        self.next += 2
        self.wide(intro, "lead")
        self.gap()

    def heading(self, text: str) -> None:
        """A line above what follows."""
        for index in range(len(_WIDTHS)):
            self._page.write_string(self.next, index, text if index == 0 else "", self._looks("subtitle"))
        self._page.set_row(self.next, 22)
        self.next += 1

    def wide(self, text: str, look: str = "lead") -> None:
        """A paragraph over the whole width."""
        self._page.merge_range(self.next, 0, self.next, len(_WIDTHS) - 1, text, self._looks(look))
        self._page.set_row(self.next, 17 * _lines(text, sum(_WIDTHS) * 0.85) + 4)
        self.next += 1

    def row(
        self, one: str, two: str, three: str, *, first: str = "strong", second: str = "cell", third: str = "cell"
    ) -> None:
        """One row, each cell with its look."""
        self._height((one, two, three))
        for index, (text, look) in enumerate(zip((one, two, three), (first, second, third), strict=True)):
            self._page.write_string(self.next, index, text, self._looks(look))
        self.next += 1

    def linked_row(self, sheet: str, two: str, three: str) -> None:
        """One row whose first cell leads to the sheet it names."""
        self._height((sheet, two, three))
        self._page.write_url(self.next, 0, f"internal:'{sheet}'!A1", self._looks("listed_link"), sheet)
        self._page.write_string(self.next, 1, two, self._looks("cell"))
        self._page.write_string(self.next, 2, three, self._looks("cell"))
        self.next += 1

    def name_cells(self, name: str, first: int, last: int) -> None:
        """Give the first column of some rows a name that formulas and drop-downs may use."""
        self._file.define_name(name, f"='{self._name}'!$A${first + 1}:$A${last + 1}")

    def gap(self) -> None:
        """An empty row."""
        self.next += 1

    def _height(self, cells: tuple[str, ...]) -> None:
        lines = max(_lines(text, width) for text, width in zip(cells, _WIDTHS, strict=True))
        self._page.set_row(self.next, _LINE * lines + 3)


def _lines(text: str, width: float) -> int:
    return sum(max(1, -(-len(line) // int(width * 1.2 - 2))) for line in text.split("\n"))
