"""A conflict made so small that without any one of its demands the rest can hold."""

from collections.abc import Collection, Mapping, Sequence

from localisation.solving.explaining.demand import PHYSICS_COST, Demand
from localisation.solving.explaining.diagnosis import Conflict
from localisation.solving.explaining.trials import Trials

SHARE = 1 / 15
"""Of the time that is left, for one demand: one that cannot be told in it is kept, and others are tried."""
IN_VAIN = 3
"""After so many that could not be told, the rest would hardly be: all are kept."""


def minimal_conflict(
    trials: Trials, core: Sequence[Demand], costs: Mapping[Demand, int], *, gone: Collection[Demand] = ()
) -> Conflict:
    """A deletion filter (Chinneck 2008, ch. 6) on criteria, then on single demands, going on with every smaller core.

    `gone`: demands that are let go, and are no part of any conflict sought.

    What states physics is tried away first, so that a conflict of wishes is told as one. It is minimal when every
    demand left has a witness: a proposal, passed by the rules' own checks, that meets all the others. `minimal` is
    False when time ended it, or too little could be told, or a second configuration did not confirm that the demands
    collide.
    """
    core = _fewer_criteria(trials, core, {d: c for d, c in costs.items() if d not in gone})
    rest = sorted(core, key=lambda d: -costs[d])
    needed: list[Demand] = []
    untold: set[Demand] = set()
    while rest:
        demand = rest.pop(0)
        verdict = trials.together([*needed, *rest], dropped=demand, share=SHARE)
        if verdict.core is not None:
            kept = set(verdict.core)
            rest = [d for d in rest if d in kept]
            needed = [d for d in needed if d in kept]
            untold &= kept
            continue
        if verdict.witness is None:
            untold.add(demand)
        needed.append(demand)
        if trials.left <= 0 or len(untold) == IN_VAIN:
            untold.update(rest)
            needed, rest = [*needed, *rest], []
    minimal = not untold and trials.confirmed(needed)
    return Conflict(demands=tuple(needed), minimal=minimal, needed=tuple(d for d in needed if d not in untold))


def _fewer_criteria(trials: Trials, core: Sequence[Demand], costs: Mapping[Demand, int]) -> Sequence[Demand]:
    """A core of fewer criteria: where one is left out, the other wishes may speak of others than they did.

    So the town hall's lack of room is not told where everyone is forbidden to sit there anyway.
    """
    untold = 0
    for criterion in sorted({c for c, _ in core}, key=lambda c: (-max(costs[d] for d in core if d[0] == c), c)):
        left = {c for c, _ in core} - {criterion}
        wishes = [d for d in costs if d[0] in left and costs[d] < PHYSICS_COST]
        trial = dict.fromkeys([*(d for d in core if d[0] in left), *wishes])
        if criterion not in {c for c, _ in core} or not trial:
            continue
        found = trials.together(list(trial), share=SHARE)
        core = core if found.core is None else found.core
        untold += found.core is None and found.witness is None
        if untold == IN_VAIN:
            break
    return core
