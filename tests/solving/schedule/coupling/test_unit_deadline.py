"""A deadline for one unit that the best placement's works cannot meet: it is sent back, and the next best is found.

The placement wants v in A beside u, which takes eight weeks of works there, from 6 January to 28 February 2020; v is
carried on Monday 2 March at the earliest.
"""

from datetime import date

import pytest

from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.coupling.coupled import Coupled, place_and_plan
from tests.solving.sample import criterion
from tests.solving.schedule.coupling.test_coupled import PLACING, ROOM, WORKS, best_by_brute_force, case

BESIDE_U = tuple(
    criterion(
        f"V-{unit}",
        "forbidden_location",
        Strength.WEIGHT,
        weight=weight,
        units=(unit,),
        parameters={"buildings": ("B", "C")},
    )
    for unit, weight in (("v", 20), ("u", 30))
)


def question(day: str):
    deadline = criterion("F-frist", "finished_by", units=("v",), parameters={"day": day})
    return case(ROOM, WORKS, deadline, placing=(*PLACING[:2], *BESIDE_U), until=date(2020, 4, 30))


def test_a_unit_that_cannot_be_there_in_time_is_placed_elsewhere():
    asked = question("2020-02-14")
    found: Coupled = place_and_plan(asked)
    (first, *_) = found.rejected
    assert first.result.proposal.sites("v") == {"A": 5}
    assert (first.proven, "v" in first.units) == (True, True)
    assert "«F-frist»" in first.why["nb"]
    assert "14. februar 2020" in first.why["nb"]
    assert found.result.proposal.sites("v") != {"A": 5}
    assert found.plan.assessment.valid
    assert found.result.assessment.goal == best_by_brute_force(asked)
    assert found.placement_points == first.points > found.result.assessment.points


@pytest.mark.parametrize(("day", "sent_back"), [("2020-02-28", True), ("2020-03-02", False)])
def test_one_day_decides(day, sent_back):
    assert bool(place_and_plan(question(day)).rejected) is sent_back
