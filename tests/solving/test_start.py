"""A search that begins from a proposal begins with what the proposal says, and ends where any search ends."""

from localisation.solving.build import build
from localisation.solving.solve import solve
from tests.solving.sample import criterion, every_proposal, instance
from tests.solving.test_solve import weighted


def test_the_hint_describes_the_proposal_it_was_made_of():
    place = instance(weighted("annual_cost", 1, 0, 1000))
    placement = build(place).placement
    for proposal in every_proposal(place):
        hint = placement.hint(proposal)
        values = [hint.get(v, 0) for v in range(len(placement.model.variables))]
        assert placement.proposal(values) == proposal


def test_a_poor_start_does_not_keep_the_best_from_being_found():
    place = instance(weighted("annual_cost", 1, 0, 1000), criterion("room", "space_capacity"))
    best = solve(place)
    assert all(
        solve(place, start=start).assessment.goal == best.assessment.goal for start in [*every_proposal(place)][:3]
    )
