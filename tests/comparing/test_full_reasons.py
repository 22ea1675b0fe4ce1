"""The full answer to why a unit sits where it sits is never dearer than the quick one, and is that of a fresh solve."""

import pytest

from localisation.comparing.full_reasons import full_reasons
from localisation.solving.explaining.asked import Asked
from localisation.solving.solve import solve
from tests.solving.sample import instance
from tests.solving.test_solve import CAPACITY, MIXES, SITES


@pytest.mark.parametrize("mix", MIXES.values(), ids=MIXES)
def test_the_full_answer_costs_no_more_than_the_quick_one(mix):
    place = instance(CAPACITY, SITES, *mix)
    proposal = solve(place).proposal
    found = full_reasons(place, proposal, {"u", "w"})
    assert {(r.quick.unit, r.quick.building) for r in found} == {(u, b) for u in ("u", "w") for b in proposal.sites(u)}
    for reason in found:
        asked = Asked(unit=reason.quick.unit, building=reason.quick.building, there=False)
        assert reason.full.cost is not None
        assert reason.full.found.assessment.goal == solve(asked.added_to(place)).assessment.goal
        assert reason.quick.building not in reason.next_sites
        if reason.quick.loss is not None:
            assert reason.full.cost[1] <= reason.quick.loss + 1e-6
