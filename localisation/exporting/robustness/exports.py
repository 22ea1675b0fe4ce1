"""All files of a study of robustness."""

from pathlib import Path

from localisation.exporting.robustness.book import write_book
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.page import write_page
from localisation.exporting.robustness.picture_files import write_pictures
from localisation.exporting.robustness.robustness_file import write_robustness_file
from localisation.exporting.study.stored_entry import write_entries

ROBUSTNESS_FILES = ("sensitivity.html", "sensitivity.svg", "sensitivity.png", "sensitivity.xlsx", "sensitivity.json")
OUR_FILES = (*ROBUSTNESS_FILES, "proposals/recommendation.json", "proposals/proposal-*.json")


def write_robustness(folder: Path, run: FinishedRobustness) -> tuple[str, ...]:
    """Write every file into a folder; gives their names, the one to read first in front."""
    write_page(folder / "sensitivity.html", run)
    write_pictures(folder, run)
    write_book(folder / "sensitivity.xlsx", run)
    write_robustness_file(folder / "sensitivity.json", run)
    instance, entries = run.study.instance, run.entries
    write_entries(folder, instance, entries, scenario=run.scenario, area=run.area, home=run.home)
    return (*ROBUSTNESS_FILES, *(e.file for e in entries))
