"""Works and moves of the same building, in the order of the plan."""

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Leg, Programme

Arc = tuple[str, str]


def building_order(programme: Programme, plan: Plan) -> set[Arc]:
    """What the plan does one after the other in a building stays so: works, works and moving in, clearing and works."""
    legs = plan.legs(programme)
    works = [w for w in programme.works if w.id in plan.steps]
    pairs = [(a.id, b.id) for a in works for b in works if a.building == b.building]
    for work in works:
        pairs += [pair for leg in legs for pair in _pairs(work.id, work.building, leg)]
    return {(a, b) for a, b in pairs if a != b and plan.steps[a].end <= plan.steps[b].start}


def _pairs(work: str, building: str, leg: Leg) -> list[Arc]:
    arriving = [(work, leg.move), (leg.ready, work)] if leg.destination == building else []
    leaving = [(leg.cleared, work), (work, leg.move)] if leg.origin == building else []
    return arriving + leaving
