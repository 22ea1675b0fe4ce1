"""The gap of a solve in words: per cent where they say something, points where not."""

import pytest

from localisation.domain.assessment import LevelRun
from localisation.domain.vocabulary import Status
from localisation.exporting.gap_words import gap_words, open_amount, telling_gap
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import Texts


def run(value: float | None, bound: float | None) -> LevelRun:
    lost, known = (None if v is None else round(v * GOAL_UNITS) for v in (value, bound))
    status = Status.OPTIMAL if lost == known else Status.FEASIBLE
    return LevelRun(status=status, value=lost, bound=known, seconds=1.0, engine="CP-SAT")


@pytest.mark.parametrize(
    ("value", "bound", "told"),
    [
        (8, 6, "25,00 %"),
        (8, 8, "0,00 %"),
        (-3, -3, "0,00 %"),
        (8.63, -5.71, "14,34 poeng åpent"),
        (-1, -3, "2,00 poeng åpent"),
        (0, -1, "1,00 poeng åpent"),
        (8, None, "–"),
    ],
)
def test_per_cent_are_told_only_where_they_say_something(value: float, bound: float | None, told: str):
    assert gap_words(run(value, bound), Texts("nb")) == told


def test_the_data_keep_what_the_reader_is_spared():
    beyond = run(1, -1)
    assert beyond.gap == 2
    assert telling_gap(beyond) is None
    assert open_amount(beyond) == 2
    assert telling_gap(run(8, 6)) == 0.25
