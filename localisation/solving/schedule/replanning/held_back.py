"""What keeps a work or a move from being one day earlier, everything else as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from localisation.domain.assessment import Breach
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.verify import assess_plan, structural_plan_faults
from localisation.solving.schedule.worked_days import worked_days


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """`today`: it may not begin earlier at all. `because_of`: the work or move it waits for, "" when not sure.

    `criterion` and `breach`: the first must that would not hold, None when it is not a matter of criteria.
    """

    today: bool = False
    because_of: str = ""
    criterion: Criterion | None = None
    breach: Breach | None = None


def held_back(instance: Instance, result: PlanResult, thing: str, others: frozenset[str]) -> HeldBack:
    """Try a work (activity id) or each leg of a move (move id) one day earlier alone, and see what the check says.

    Among `others` (works and moves that were changed too) the one is named that ends just when this begins, in the same
    building, unit or crew; when there is none, or more than one, nobody is.
    """
    for group in _groups(result.programme, result.plan, thing):
        earlier = _earlier(result.programme, result.plan, group)
        if earlier is None:
            continue
        held = _held(instance, result, group, earlier, others - {thing})
        if held != HeldBack():
            return held
    return HeldBack()


def _groups(programme: Programme, plan: Plan, thing: str) -> Iterator[tuple[str, ...]]:
    """The activities that go together: a work alone, or those of each leg of a move."""
    if thing not in programme.move:
        yield (thing,)
        return
    route = plan.route(programme, thing)
    yield from (leg.activities for leg in (route.legs if route else ()))


def _earlier(programme: Programme, plan: Plan, group: Sequence[str]) -> dict[str, Step] | None:
    """The group's steps with its main activity at the last possible start before its own, the rest close around it."""
    leg = programme.leg.get(programme.activity[group[0]].leg)
    main = leg.move if leg is not None else group[0]
    found: dict[str, Step] = {}
    for activity in (main, *(a for a in group if a != main)):
        known, old = programme.activity[activity], plan.steps[activity]
        axis = worked_days(programme.calendar, known)
        if activity == main:
            place = axis.latest(old.end - 1, known.days)
        elif leg is not None and activity == leg.pack:
            place = axis.latest(min(found[main].start, old.end), known.days)
        else:
            ends = [found[b].end for b in known.after if b in found]
            place = axis.earliest(max(ends, default=found[main].end), known.days)
        if place is None:
            return None
        found[activity] = replace(old, start=place[0], end=place[1])
    return found


def _held(
    instance: Instance, result: PlanResult, group: Sequence[str], earlier: dict[str, Step], others: frozenset[str]
) -> HeldBack:
    programme = result.programme
    plan = replace(result.plan, steps={**result.plan.steps, **earlier})
    faults = list(structural_plan_faults(programme, plan))
    own_thing = _thing(programme, group[0])
    waits = [_thing(programme, f.about[2]) for f in faults if f.about[0] == "before"]
    if other := next((w for w in waits if w != own_thing), ""):
        return HeldBack(because_of=other)
    if faults:
        return HeldBack(today=any(f.about[0] == "too_early" for f in faults))
    for broken in assess_plan(instance, programme, plan).broken_musts:
        breach = broken.breaches[0] if broken.breaches else None
        about = set(breach.about) if breach else set()
        ending = {
            _thing(programme, a)
            for a, step in result.plan.steps.items()
            if any(new.start < step.end <= result.plan.steps[own].start for own, new in earlier.items())
            and (_gives_up(programme, a) & about)
        }
        named = ending & others
        because_of = named.pop() if len(named) == 1 else ""
        return HeldBack(because_of=because_of, criterion=broken.criterion, breach=breach)
    return HeldBack()


def _thing(programme: Programme, activity: str) -> str:
    leg = programme.leg.get(programme.activity[activity].leg)
    return leg.move_id if leg is not None else activity


def _gives_up(programme: Programme, activity: str) -> set[str]:
    """What others can have when an activity is finished: its crews' hands, a rebuilt building, the rooms it leaves."""
    known = programme.activity[activity]
    leg = programme.leg.get(known.leg)
    if leg is None:
        return {known.building, *known.demands} - {""}
    return {*known.demands} | ({leg.origin, leg.unit} if activity == leg.cleared else set())
