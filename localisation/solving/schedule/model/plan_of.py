"""From the values of a solution to a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from localisation.domain.relocation.plan import Plan, Run, Step
from localisation.rules.linear import Linear

if TYPE_CHECKING:
    from localisation.solving.schedule.model.model import ScheduleModel


def plan_of(model: ScheduleModel, values: Sequence[int] | Mapping[int, int]) -> Plan:
    """Steps of what takes place, the way of every move, and the runs where vehicles were asked for."""

    def value(expression: Linear) -> int:
        return expression.constant + sum(f * values[v] for v, f in expression.terms.items())

    programme = model.programme
    via = {m.id: next(r.via for r in m.routes if value(model.goes(m.id, r.via))) for m in programme.moves}
    legs = Plan(steps={}, via=via).legs(programme)
    takes_place = {a.id for a in programme.activities if not a.leg} | {a for leg in legs for a in leg.activities}
    return Plan(
        steps={
            a: Step(
                start=values[task.start],
                end=value(task.end),
                overtime=a in model.overtimes and bool(values[model.overtimes[a]]),
            )
            for a, task in model.network.tasks.items()
            if a in takes_place
        },
        via=via,
        runs={
            leg.id: Run(vehicle=values[model.vehicles[leg.id]], minute=values[model.minutes[leg.id]])
            for leg in legs
            if leg.id in model.vehicles and leg.id in model.minutes
        },
    )
