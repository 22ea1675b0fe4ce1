"""All files of alternatives."""

from pathlib import Path

from localisation.exporting.alternatives.alternatives_file import write_alternatives_file
from localisation.exporting.alternatives.book import write_book
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.alternatives.page import write_page
from localisation.exporting.study.stored_entry import write_entries

ALTERNATIVES_FILES = ("alternatives.html", "alternatives.xlsx", "alternatives.json")
OUR_FILES = (*ALTERNATIVES_FILES, "proposals/best.json", "proposals/alternative-*.json")


def write_alternatives(folder: Path, run: FinishedAlternatives) -> tuple[str, ...]:
    """Write every file into a folder; gives their names, the one to read first in front."""
    write_page(folder / "alternatives.html", run)
    write_book(folder / "alternatives.xlsx", run)
    write_alternatives_file(folder / "alternatives.json", run)
    entries = run.entries
    write_entries(folder, run.instance, entries, scenario=run.scenario, area=run.area, home=run.home)
    return (*ALTERNATIVES_FILES, *(e.file for e in entries))
