"""What a new plan does otherwise than the one adopted before, and what holds it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from localisation.domain.assessment import Breach
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.replanning.held_back import held_back


class Why(StrEnum):
    """What keeps something from being as adopted, or one day earlier."""

    TOLD = "told"
    """It was said to take longer, begin later or be done."""
    TODAY = "today"
    """It was planned for a day that is past."""
    AFTER = "after"
    """It comes after another activity."""
    CRITERION = "criterion"
    """A day earlier, a criterion that must hold would be breached."""
    EARLIER = "earlier"
    """It is earlier than adopted: room was left for it."""
    WITHIN = "within"
    """The way and the days of carrying are as adopted: only a step before or after them was put elsewhere."""
    UNCLEAR = "unclear"
    """No single thing holds it: it follows from the goal, or from several things at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A work or a move that is not as adopted. Days are half-open indexes; `via` is the way of a move.

    `because_of` is the work or move it waits for, "" when that is not sure; `criterion` and `breach` say what would be
    broken were it a day earlier.
    """

    thing: str
    old: Step
    new: Step
    old_via: str = ""
    new_via: str = ""
    why: Why
    because_of: str = ""
    criterion: Criterion | None = None
    breach: Breach | None = None


def difference(instance: Instance, old: Plan, new: PlanResult) -> tuple[Change, ...]:
    """Every work and move that is not as in the old plan, in the order of the new one.

    `instance` is that of the new plan. What holds something back is found by trying it one day earlier alone and asking
    the independent check; nothing is guessed.
    """
    programme, changes = new.programme, new.changes or Changes()
    moved = [t for t in _things(programme) if _span(programme, old, t) != _span(programme, new.plan, t)]
    rerouted = [m.id for m in programme.moves if old.via.get(m.id, "") != new.plan.via.get(m.id, "")]
    changed = dict.fromkeys([*moved, *rerouted])
    found = [_change(instance, old, new, changes, thing, frozenset(changed)) for thing in changed]
    return tuple(sorted(found, key=lambda c: (c.new.start, c.new.end, c.thing)))


def _things(programme: Programme) -> Iterator[str]:
    yield from (a.id for a in programme.activities if not a.leg)
    yield from (m.id for m in programme.moves)


def activities_of(programme: Programme, plan: Plan, thing: str) -> tuple[str, ...]:
    """The activities of a work (itself) or of a move the way it goes, in order."""
    if thing not in programme.move:
        return (thing,) if thing in plan.steps else ()
    route = plan.route(programme, thing)
    return tuple(a for leg in route.legs for a in leg.activities if a in plan.steps) if route else ()


def _span(programme: Programme, plan: Plan, thing: str) -> Step | None:
    steps = [plan.steps[a] for a in activities_of(programme, plan, thing)]
    return Step(start=min(s.start for s in steps), end=max(s.end for s in steps)) if steps else None


def _carried_alike(programme: Programme, old: Plan, new: Plan, thing: str) -> bool:
    """Whether a move goes the same way with every carrying on its adopted days."""
    if thing not in programme.move or old.via.get(thing, "") != new.via.get(thing, ""):
        return False
    route = new.route(programme, thing)
    legs = route.legs if route else ()
    return all(leg.move in old.steps and old.steps[leg.move] == new.steps[leg.move] for leg in legs)


def _spoken_of(programme: Programme, changes: Changes, thing: str, activities: tuple[str, ...]) -> tuple[str, ...]:
    """Its activities, those of ways it did not go as well as long as it may go any: a delay may decide the way."""
    if thing not in programme.move or changes.kept & set(activities):
        return activities
    return tuple(a for route in programme.move[thing].routes for leg in route.legs for a in leg.activities)


def _change(
    instance: Instance, old: Plan, new: PlanResult, changes: Changes, thing: str, changed: frozenset[str]
) -> Change:
    programme = new.programme
    before, after = _span(programme, old, thing), _span(programme, new.plan, thing)
    assert after is not None
    before = before or after
    activities = activities_of(programme, new.plan, thing)
    spoken_of = _spoken_of(programme, changes, thing, activities)
    why, because_of, criterion, breach = Why.UNCLEAR, "", None, None
    if any(a in changes.days or a in changes.earliest for a in spoken_of):
        why = Why.TOLD
    elif _carried_alike(programme, old, new.plan, thing):
        why = Why.WITHIN
    elif after.end < before.end:
        why = Why.EARLIER
    else:
        held = held_back(instance, new, thing, changed)
        if held.today:
            why = Why.TODAY
        elif held.criterion is not None:
            why, because_of, criterion, breach = Why.CRITERION, held.because_of, held.criterion, held.breach
        elif held.because_of:
            why, because_of = Why.AFTER, held.because_of
    return Change(
        thing=thing,
        old=before,
        new=after,
        old_via=old.via.get(thing, ""),
        new_via=new.plan.via.get(thing, ""),
        why=why,
        because_of=because_of,
        criterion=criterion,
        breach=breach,
    )
