"""sensitivity.svg and sensitivity.png: the ranges of weights with title and what they rest on."""

from datetime import date
from pathlib import Path

from localisation.exporting.naming import name_in
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.robustness_words import among
from localisation.exporting.study.picture_sheet import SHEET_PX, picture_sheet, rests_on, write_picture
from localisation.pictures.layers import Spec
from localisation.pictures.robustness.range_chart import proven_alone, range_chart
from localisation.texts import Texts


def write_pictures(folder: Path, run: FinishedRobustness, *, made: date | None = None) -> None:
    """Write both files to the folder."""
    t = Texts(run.language)
    write_picture(folder, "sensitivity", robustness_sheet(run, t, made or date.today()), _title(run, t))


def robustness_sheet(run: FinishedRobustness, t: Texts, made: date) -> Spec:
    """The chart with title above, and below what it rests on and when it was made."""
    study = run.study
    ranges = study.ranges if study.rivals else proven_alone(study.ranges)
    return picture_sheet(
        range_chart(ranges, t, width=SHEET_PX),
        title=_title(run, t),
        under=f"{name_in(study.instance.scenario, t.language)}. {among(study, t)}",
        notes=f"{rests_on(study.instance, t)} {t('sensitivity.made', day=made)}.",
    )


def _title(run: FinishedRobustness, t: Texts) -> str:
    return t("sensitivity.title", place=run.study.instance.inventory.place.name)
