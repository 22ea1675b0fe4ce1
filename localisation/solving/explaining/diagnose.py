"""When the musts cannot all hold: which demands collide, and the least that would have to give way."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.scenario import FEW_CONFLICTS, SolveLimits
from localisation.solving.explaining.collisions import Collisions, Correction
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.diagnosis import Conflict, Diagnosis, Relief, WayOut
from localisation.solving.explaining.least_minutes import least_minutes
from localisation.solving.explaining.relaxable import relaxable
from localisation.solving.explaining.reliefs import reliefs
from localisation.solving.progress import Stop
from localisation.solving.verify import assess

LEAST_S, MOST_S = 10.0, 30.0
"""Seconds an explanation gets however short the limits are, and, unless `every` conflict is asked for, at most."""
MORE_S, MOST_MORE_S = 1.0, 5.0
"""Seconds for further conflicts and ways out, beside as long again as the first of each took, and at most."""

SHORT = 12
"""A way out of more demands, not proven the cheapest, is no explanation: most of them need not give way."""
QUIET_S = 1.0
"""Seconds without a smaller amount after which a way out is told as it is."""


def diagnose(
    instance: Instance,
    limits: SolveLimits,
    *,
    stop: Stop | None = None,
    keep: Collection[str] = (),
    most: int | None = None,
    every: bool | None = None,
    quiet_s: float = QUIET_S,
) -> Diagnosis:
    """Minimal conflicts and the cheapest ways out of an instance whose musts cannot all hold.

    The conflict of the fewest demands comes first: it is the one that is seen through at once.

    Criteria in `keep` must hold whatever happens: they are part of every conflict, and named in none. At most `most` of
    each are told (without it, the `conflicts` of the limits); without `every` (or more conflicts than a few), little
    time is spent on those after the first, and on amounts no more when none less has come for `quiet_s` (0: they are
    told as found). What is not proven to play a part is told as little as a long way out that is not proven the
    cheapest. Raises `Disagreement` when a proposal meets everything.
    """
    most = limits.conflicts if most is None else most
    every = limits.conflicts > FEW_CONFLICTS if every is None else every
    began = time.monotonic()
    seconds = max(LEAST_S, limits.time_limit_s / 2)
    if not every:
        seconds = min(seconds, MOST_S)
    until = began + seconds
    quiet = None if every else quiet_s
    model = relaxable(instance, keep)
    collisions = Collisions(model, limits, stop, until, quiet_s=quiet)
    conflicts: list[Conflict] = []
    ways: list[WayOut] = []
    for found in collisions.each():
        if isinstance(found, Correction):
            if not found.cheapest and len(found.demands) > SHORT:
                continue
            given = reliefs(instance, found.proposal, least=found.least, shared=collisions.shared)
            ways.append(_way_out(instance, found, given, limits, keep=keep, until=until, stop=stop))
        elif found.minimal or not conflicts:
            conflicts.append(found)
        if conflicts and ways and not every:
            now = time.monotonic()
            collisions.hurry(now + min(MORE_S + now - began, MOST_MORE_S))
        if conflicts and len(ways) >= most:
            break
    conflicts = [_with_witnesses(conflict, ways) for conflict in conflicts]
    conflicts = [c for c in conflicts if c.told] or conflicts
    conflicts.sort(key=lambda conflict: (not conflict.minimal, len(conflict.demands)))
    ways.sort(key=lambda way: _given_way(way, model.costs))
    return Diagnosis(conflicts=tuple(conflicts[:most]), ways_out=tuple(ways), complete=collisions.complete)


def _with_witnesses(conflict: Conflict, ways: Sequence[WayOut]) -> Conflict:
    """The conflict, where a way out in which one of its demands alone gives way shows that it is needed."""
    found = set(conflict.needed)
    found.update(*(both for way in ways if len(both := way.demands & set(conflict.demands)) == 1))
    return replace(conflict, needed=tuple(d for d in conflict.demands if d in found))


def _given_way(way: WayOut, costs: Mapping[Demand, int]) -> tuple[int, int]:
    """What a way out costs, and how many demands give way wholly in it."""
    by_criterion = {criterion: cost for (criterion, _), cost in costs.items()}
    return sum(by_criterion[r.criterion] for r in way.reliefs), sum(not r.kind for r in way.reliefs)


def _way_out(
    instance: Instance,
    found: Correction,
    given: tuple[Relief, ...],
    limits: SolveLimits,
    *,
    keep: Collection[str],
    until: float,
    stop: Stop | None,
) -> WayOut:
    given, proposal = least_minutes(instance, given, found.proposal, limits, keep=keep, until=until, stop=stop)
    assessment = assess(instance, proposal)
    if assessment.valid:
        raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
    return WayOut(reliefs=given, proposal=proposal, assessment=assessment, cheapest=found.cheapest)
