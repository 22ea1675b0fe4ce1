"""A delay holds whatever way a move goes: nobody is sent through transit to be done with it."""

import pytest

from localisation.domain.vocabulary import Status
from localisation.solving.schedule.replanning.difference import Why
from localisation.solving.schedule.replanning.on_every_way import on_every_way
from tests.solving.schedule.replanned_hamlet import ACCOUNTS, HANDS, SOON, anew, instance, planned, told, wrong

CASE = instance(HANDS, SOON)
FIRST = planned(CASE)
VIA = f"{ACCOUNTS}@barracks"


def first_carrying(plan) -> int:
    return min(s.start for a, s in plan.steps.items() if a.startswith(f"move:{ACCOUNTS}"))


def test_a_step_is_the_same_in_the_first_leg_and_at_the_same_place():
    assert on_every_way(FIRST.programme, f"pack:{ACCOUNTS}") == (f"pack:{ACCOUNTS}", f"pack:{VIA}/1")
    assert on_every_way(FIRST.programme, f"it:{ACCOUNTS}") == (f"it:{ACCOUNTS}", f"it:{VIA}/1", f"it:{VIA}/2")
    assert on_every_way(FIRST.programme, f"move:{VIA}/1") == (f"move:{VIA}/1", f"move:{ACCOUNTS}")
    assert on_every_way(FIRST.programme, f"pack:{VIA}/2") == (f"pack:{VIA}/2",), "no other way leaves the barracks"


def test_a_move_that_begins_later_does_so_whatever_way_it_goes():
    days = FIRST.programme.calendar.days
    begins = FIRST.plan.steps[f"pack:{ACCOUNTS}"].start
    found = told(CASE, FIRST, 0, "Regnskap +10d")
    assert found.earliest == {f"pack:{ACCOUNTS}": days[begins + 10], f"pack:{VIA}/1": days[begins + 10]}


@pytest.mark.parametrize("delay", ["Regnskap +10d", "pakkingen Regnskap +10d", "flyttelasset Regnskap +10d"])
def test_no_delay_is_dodged_through_transit(delay):
    found, straight = anew(CASE, FIRST, 0, delay), instance(HANDS, SOON, transit=False)
    without = anew(straight, planned(straight), 0, delay)
    assert found.result.status is Status.OPTIMAL
    assert first_carrying(found.result.plan) >= first_carrying(without.result.plan)
    assert wrong(found) == []
    change = next(c for c in found.differences if c.thing == ACCOUNTS)
    assert change.why is Why.TOLD


def test_what_is_under_way_is_late_on_its_own_way_only():
    # Its packing has begun the way it goes: the other ways are no longer open.
    begins = FIRST.plan.steps[f"pack:{ACCOUNTS}"].start
    found = told(CASE, FIRST, begins + 1, "IKT Regnskap Torget +3d")
    assert found.days == {f"it:{ACCOUNTS}": 4}
