"""What can be an axis, and what is said of what cannot."""

import pytest

from localisation.domain.vocabulary import Strength
from localisation.solving.frontier.axes import AxesUnusable, axes_of
from tests.solving.sample import criterion, instance
from tests.solving.test_solve import weighted

COST, TIME = weighted("annual_cost", 30, 0, 1_000), weighted("citizens_travel_time", 50, 0, 500)
WORKS, MOVED = weighted("refurbishment_cost", 10, 0, 2_000), weighted("people_moved", 10, 0, 15)
ROOM = criterion("rom", "space_capacity")


def test_without_names_travel_stands_against_money():
    time, money = axes_of(instance(ROOM, COST, TIME, WORKS, MOVED))
    assert time.criterion == TIME
    # 30 and 10 of 40: a thousand a year of 1000 loses 75 points, a thousand of works of 2000 loses 12.5.
    assert money.factors == {COST.id: 75 * 10**9 // 1000, WORKS.id: 25 * 10**9 // 2000}


def test_without_travel_the_two_heaviest_are_taken():
    assert [a.id for a in axes_of(instance(ROOM, COST, WORKS, MOVED))] == [COST.id, MOVED.id]


@pytest.mark.parametrize(
    ("names", "cause"),
    [
        (["tull", COST.id], "unknown"),
        (["rom", COST.id], "must"),
        ([COST.id], "count"),
        ([COST.id, TIME.id, WORKS.id, MOVED.id], "count"),
        ([COST.id, COST.id], "doubled"),
    ],
)
def test_what_makes_no_frontier_is_refused(names: list[str], cause: str):
    with pytest.raises(AxesUnusable) as raised:
        axes_of(instance(ROOM, COST, TIME, WORKS, MOVED), names)
    assert raised.value.cause == cause


def test_one_measure_alone_has_no_frontier():
    with pytest.raises(AxesUnusable) as raised:
        axes_of(instance(ROOM, MOVED, criterion("vises", "annual_cost", Strength.INFO)))
    assert raised.value.cause == "default"
