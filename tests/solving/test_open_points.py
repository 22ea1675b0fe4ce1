"""What a search leaves open, in points."""

import pytest

from localisation.domain.assessment import LevelRun
from localisation.domain.vocabulary import Status
from localisation.solving.open_points import open_points

POINT = 10**9


@pytest.mark.parametrize(
    ("value", "bound", "given_up", "points"),
    [(30, 30, 0, 0), (30, 27, 0, 3), (31, 30, 1, 1), (31, 28, 1, 3), (30, None, 0, None)],
    ids=["proven", "unproven", "proven, but given up for later levels", "both", "no bound"],
)
def test_what_is_open(value, bound, given_up, points):
    run = LevelRun(
        status=Status.FEASIBLE,
        value=value * POINT,
        bound=None if bound is None else bound * POINT,
        seconds=1,
        engine="",
        given_up=given_up * POINT,
    )
    assert open_points((run,)) == points


def test_of_nothing_nothing_is_known():
    assert open_points(()) is None
