"""The plan in a handful of figures."""

from dataclasses import dataclass
from datetime import date

from localisation.domain.instance import Instance
from localisation.domain.relocation.result import PlanResult
from localisation.domain.vocabulary import Strength
from localisation.exporting.plan.waves import wave_moves
from localisation.pictures.plan.milestones import MilestoneKind, milestones
from localisation.pictures.plan.step_dates import step_dates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What there is to do and when it is done; `in_place` is the last day before all who move are at work again.

    `transit` counts people who wait in transit premises; costs are in whole currency units. `last` is the last day
    on which anything is done. Dates are None when there is nothing to do.
    """

    moves: int
    works: int
    people: int
    volume_m3: int
    transit: int
    closed: int
    cost: int
    first: date | None
    in_place: date | None
    last: date | None
    musts: int
    broken: int


def plan_facts(instance: Instance, result: PlanResult) -> PlanFacts:
    """The figures of a plan; people and volume are counted once for each move, however it goes."""
    programme, plan = result.programme, result.plan
    legs = wave_moves(result)
    dates = [step_dates(programme.calendar, s) for s in plan.steps.values()]
    ready = [step_dates(programme.calendar, plan.steps[m.leg.ready])[1] for m in legs if not m.transit]
    left = {MilestoneKind.CLOSED, MilestoneKind.HANDED_OVER}
    return PlanFacts(
        moves=len(programme.moves),
        works=len(programme.works),
        people=sum(m.staff for m in programme.moves),
        volume_m3=sum(m.leg.volume_m3 for m in legs),
        transit=sum(m.leg.staff for m in legs if m.transit),
        closed=sum(m.kind in left for m in milestones(instance, programme, plan)),
        cost=sum(a.price(overtime=plan.steps[a.id].overtime) for a in programme.activities if a.id in plan.steps),
        first=min((first for first, _ in dates), default=None),
        in_place=max(ready, default=None),
        last=max((last for _, last in dates), default=None),
        musts=sum(r.criterion.strength is Strength.MUST for r in result.assessment.results),
        broken=len(result.assessment.broken_musts),
    )
