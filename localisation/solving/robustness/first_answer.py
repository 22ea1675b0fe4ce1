"""A lawful answer at once: the proposal with the wish carried out, and as few others as need be moved."""

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine
from localisation.solving.build import build
from localisation.solving.engines.race import run_engines
from localisation.solving.progress import Stop
from localisation.solving.robustness.wish import Wish
from localisation.solving.verify import assess

_SECONDS, _PART = 2, 4
"""It gets so many seconds, but no more than one part in so many of the time. With so little left to decide, CP-SAT
alone is there before several engines are under way."""


def first_answer(
    changed: Instance, proposal: Proposal, wish: Wish, *, limits: SolveLimits, stop: Stop | None = None
) -> Proposal | None:
    """A proposal that meets the musts of the changed instance, quickly found and not the best; None if none is near.

    Where the wish alone breaks musts, only the units spoken of, and those in the buildings they leave and come to, may
    move; everyone else sits still.
    """
    start = wish.carried_out(proposal)
    if assess(changed, start).valid:
        return start
    if not wish.asked:
        return None
    touched = {one.building for one in wish.asked} | {b for one in wish.asked for b in proposal.sites(one.unit)}
    free = {one.unit for one in wish.asked} | {u for b in touched for u in proposal.by_building.get(b, {})}
    built = build(changed)
    for unit in changed.inventory.units:
        if unit.id in free:
            continue
        for building in changed.inventory.buildings:
            sits = built.placement.sits(unit.id, building.id)
            there = int(building.id in proposal.sites(unit.id))
            if sits.terms:
                built.placement.always(sits.equals(there))
            elif sits.constant != there:
                return None
    model = built.placement.model
    model.objective, model.hint = built.objectives[0], built.placement.hint(start)
    seconds = max(1, min(_SECONDS, limits.time_limit_s // _PART))
    quick = limits.model_copy(update={"time_limit_s": seconds, "engine": Engine.CP_SAT})
    _, outcome = run_engines(model, quick, report=lambda *_: None, stop=stop)
    if outcome.values is None:
        return None
    found = built.placement.proposal(outcome.values)
    return found if assess(changed, found).valid else None
