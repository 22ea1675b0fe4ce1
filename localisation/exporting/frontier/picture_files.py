"""frontier.svg and frontier.png: the picture with its title and what it rests on."""

from datetime import date
from pathlib import Path

from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.frontier_words import frontier_sentences, frontier_title
from localisation.exporting.naming import name_in
from localisation.exporting.study.picture_sheet import SHEET_PX, picture_sheet, rests_on, write_picture
from localisation.pictures.frontier.frontier_chart import frontier_chart
from localisation.pictures.layers import Spec
from localisation.texts import Texts

_HEIGHT = 620


def write_pictures(folder: Path, run: FinishedFrontier, *, made: date | None = None) -> None:
    """Write both files to the folder."""
    t = Texts(run.language)
    sheet = frontier_sheet(run, t, made or date.today())
    write_picture(folder, "frontier", sheet, frontier_title(run.frontier, t))


def frontier_sheet(run: FinishedFrontier, t: Texts, made: date) -> Spec:
    """The chart with title above, and below what it rests on and when it was made."""
    frontier = run.frontier
    name = name_in(frontier.instance.scenario, t.language)
    return picture_sheet(
        frontier_chart(frontier, t, width=SHEET_PX, height=_HEIGHT),
        title=frontier_title(frontier, t),
        under=" ".join([f"{name}.", *frontier_sentences(frontier, t)]),
        notes=f"{rests_on(frontier.instance, t)} {t('frontier.made', day=made)}",
    )
