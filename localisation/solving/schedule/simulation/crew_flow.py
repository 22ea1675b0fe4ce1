"""Whose hands an activity takes over from whom."""

from collections.abc import Iterable

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme

Arc = tuple[str, str]


def crew_flow(programme: Programme, plan: Plan, known: Iterable[Arc] = ()) -> set[Arc]:
    """Arcs that keep every crew within its hands, whatever the durations (Artigues, Michelon & Reusser 2003).

    Hands come first from activities that are waited for anyway (`known`), then from those finished longest ago. Where
    the plan itself takes more hands than there are, the rest come from nobody.
    """
    known = set(known)
    arcs: set[Arc] = set()
    for crew in programme.crews:
        for overtime, size in ((False, crew.size), (True, crew.overtime_size)):
            takers = [
                (step.start, step.end, a, programme.activity[a].demands[crew.id])
                for a, step in plan.steps.items()
                if crew.id in programme.activity[a].demands and step.overtime == overtime and step.end > step.start
            ]
            arcs |= _flow(sorted(takers), size, known)
    return arcs


def _flow(takers: list[tuple[int, int, str, int]], size: int, known: set[Arc]) -> set[Arc]:
    free: list[tuple[int, str, int]] = [(0, "", size)]
    arcs: set[Arc] = set()
    for start, end, taker, hands in takers:
        wanted = hands
        left: list[tuple[int, str, int]] = []
        for since, giver, count in sorted(free, key=lambda f: ((f[1], taker) not in known, f[0], f[1])):
            taken = min(count, wanted) if since <= start else 0
            if taken and giver:
                arcs.add((giver, taker))
            wanted -= taken
            if count > taken:
                left.append((since, giver, count - taken))
        free = [*left, (end, taker, hands - wanted)]
    return arcs
