"""All files of a stack plan."""

from pathlib import Path

from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.exporting.stack.page import write_page
from localisation.exporting.stack.stack_book import write_stack_book
from localisation.exporting.stack.stack_file import write_stack_file
from localisation.exporting.stack.stack_files import write_stack_files

STACK_FILES = ("stack.html", "stack.svg", "stack.png", "stack.pdf", "stack.xlsx", "stack.json")


def write_stack(folder: Path, run: FinishedStack) -> tuple[str, ...]:
    """Write every file into a folder; gives their names, the one to read first in front."""
    write_page(folder / "stack.html", run)
    write_stack_files(folder, run)
    write_stack_book(folder / "stack.xlsx", run)
    write_stack_file(folder / "stack.json", run)
    return STACK_FILES
