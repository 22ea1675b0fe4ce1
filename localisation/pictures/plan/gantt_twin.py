"""The Gantt chart as a table."""

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates
from localisation.pictures.twin import Twin
from localisation.texts import Texts


def gantt_twin(instance: Instance, programme: Programme, plan: Plan, t: Texts) -> Twin:
    """Every activity that takes place, by first day: what, first and last day, working days, hands."""
    names = PlanNames(instance, programme, t)
    found = [(step_dates(programme.calendar, plan.steps[a.id]), a) for a in programme.activities if a.id in plan.steps]
    found.sort(key=lambda pair: (pair[0], pair[1].id))
    return Twin(
        caption=t("plan.gantt.caption"),
        columns=tuple(t(f"plan.column.{key}") for key in ("activity", "first", "last", "days", "crew", "overtime")),
        rows=tuple(
            (
                names.full(a),
                t.value(first),
                t.value(last),
                t.number(a.days),
                names.crews(a) or "–",
                t.value(plan.steps[a.id].overtime),
            )
            for (first, last), a in found
        ),
        numeric=frozenset({3}),
    )
