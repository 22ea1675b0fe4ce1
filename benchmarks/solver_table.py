"""A table that is printed and can be written as Markdown."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table


class Tables:
    """Prints tables as they come, and keeps them for a Markdown file."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._parts: list[str] = []

    def add(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], note: str = "") -> None:
        """Print a table."""
        table = Table(*headings, title=title)
        for row in rows:
            table.add_row(*row)
        self._console.print(table)
        lines = [f"### {title}", ""]
        lines += ["| " + " | ".join(cells) + " |" for cells in (headings, ["---"] * len(headings), *rows)]
        if note:
            self._console.print(note)
            lines += ["", note]
        self._parts.append("\n".join(lines))

    @property
    def markdown(self) -> str:
        """All tables so far."""
        return "\n\n".join(self._parts) + "\n"


def number(value: float | None, digits: int = 1) -> str:
    """A number, or a dash where there is none."""
    return "–" if value is None else f"{value:,.{digits}f}".replace(",", " ")
