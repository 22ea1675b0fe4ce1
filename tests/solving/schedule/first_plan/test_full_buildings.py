"""Programmes in which whoever comes first may take the room that another needs: the scheme does not get stuck."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.first_plan.serial import serial_plans
from localisation.solving.schedule.verify import assess_plan
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, moving, task, tasks


def starts(programme: Programme, *criteria) -> Mapping[str, int]:
    """The first day of everything in the scheme's first plan, which must pass the check."""
    case = asked(*criteria, LAST_DAY)
    built = build_schedule(case, programme)
    values = next(iter(serial_plans(built.schedule, built.objectives[0], seed=1, attempts=20, seconds=60)))
    plan: Plan = built.schedule.plan([values.get(v, 0) for v in range(len(built.schedule.network.variables))])
    assert assess_plan(case, programme, plan).valid
    return {activity: step.start for activity, step in plan.steps.items()}


def rooms(*places: str):
    return criterion("K-plass", "small_room", parameters={"places": places})


def test_newcomers_wait_for_two_who_change_places():
    """A and B have 4 places each. u and v, two people each, change places; x and y, two each, come from D.

    x in A and y in B would fill both, and neither u nor v could ever move. u and v fit at once; then there is room.
    """
    programme = moving(calendar(8), ("x", "D", "A", 2), ("y", "D", "B", 2), ("u", "A", "B", 2), ("v", "B", "A", 2))
    found = starts(programme, rooms("A=4", "B=4", "D=4"))
    assert found == {"m-u0": 0, "m-v0": 0, "m-x0": 1, "m-y0": 1}


def works(programme: Programme, *days: int) -> Programme:
    """The same with works of so many days each, one after the other: there is one who can do them."""
    made = tasks(programme.calendar, {"x": 1}, *(task(f"works{i}", n, x=1) for i, n in enumerate(days)))
    return replace(programme, crews=made.crews, activities=(*programme.activities, *made.activities))


CLOSED = criterion("K-bygg", "small_works", parameters={"building": "B", "places": 4, "closed": 1})
"""B has 4 places, one of which is shut from the first to the last day of works."""


def test_works_begin_before_the_last_place_is_taken():
    """Works of 2 and 3 days shut one of B's 4 places from day 0 up to 5: three of four move in, the last on day 5."""
    found = starts(works(moving(calendar(9), *((f"u{i}", "A", "B", 1) for i in range(4))), 2, 3), CLOSED, HANDS)
    assert sorted(found[f"works{i}"] for i in range(2)) in ([0, 2], [0, 3])
    assert sorted(found[f"m-u{i}0"] for i in range(4)) == [0, 0, 0, 5]


@pytest.mark.parametrize("out", [40, 55])
def test_works_wait_long_for_somebody_to_leave(out):
    """v, who fills B, may not leave before day 40 (55): works begin the day after, however many days were in vain."""
    programme = works(moving(calendar(80), ("v", "B", "A", 4)), 2, 3)
    activities = tuple(replace(a, earliest=out) if a.id == "m-v0" else a for a in programme.activities)
    found = starts(replace(programme, activities=activities), CLOSED, HANDS)
    assert found["m-v0"] == out
    assert min(found[f"works{i}"] for i in range(2)) == out + 1


def test_what_others_wait_for_is_done_first():
    """One pair of hands. s (2 days) must be over before v leaves B; only then can the works of 9 days there begin.

    t, 8 days, hangs on nothing. Within 12 days only s first, then v, then the works, and t has no time; within 20, t
    comes last: 2 + 1 + 9 + 8. By the chains of work that follow alone t would come before s, and all last 21 days.
    """
    programme = works(moving(calendar(20), ("v", "B", "A", 4)), 9)
    activities = tuple(replace(a, after=("s",)) if a.id == "m-v0" else a for a in programme.activities)
    more = (task("s", 2, x=1), task("t", 8, x=1))
    found = starts(replace(programme, activities=(*activities, *more)), CLOSED, HANDS)
    assert found == {"s": 0, "m-v0": 2, "works0": 3, "t": 12}
