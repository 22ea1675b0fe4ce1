"""All files of a frontier."""

from pathlib import Path

from localisation.exporting.frontier.book import write_book
from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.frontier_file import write_frontier_file
from localisation.exporting.frontier.page import write_page
from localisation.exporting.frontier.picture_files import write_pictures
from localisation.exporting.study.stored_entry import write_entries

FRONTIER_FILES = ("frontier.html", "frontier.svg", "frontier.png", "frontier.xlsx", "frontier.json")
OUR_FILES = (*FRONTIER_FILES, "points/point-*.json")


def write_frontier(folder: Path, run: FinishedFrontier) -> tuple[str, ...]:
    """Write every file into a folder; gives their names, the one to read first in front."""
    write_page(folder / "frontier.html", run)
    write_pictures(folder, run)
    write_book(folder / "frontier.xlsx", run)
    write_frontier_file(folder / "frontier.json", run)
    entries = run.entries
    instance = run.frontier.instance
    write_entries(folder, instance, entries, scenario=run.scenario, area=run.area, home=run.home)
    return (*FRONTIER_FILES, *(e.file for e in entries))
