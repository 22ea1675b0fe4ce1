"""Steps of a plan as they are stored: with dates, not with indexes."""

from datetime import date

from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.exporting.plan.plan_file_schema import AdoptedStepRow, StepRow, VehicleRow
from localisation.pictures.plan.step_dates import date_at


def step_rows(programme: Programme, plan: Plan) -> tuple[StepRow, ...]:
    """Every step by first day, then by activity."""
    rows = []
    for key, step in plan.steps.items():
        activity = programme.activity[key]
        first, last = stored_dates(programme.calendar, step)
        rows.append(
            StepRow(
                activity=key,
                kind=activity.kind,
                unit=activity.unit,
                building=activity.building,
                first=first,
                last=last,
                days=activity.days,
                overtime=step.overtime,
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.first, r.activity)))


def adopted_step_rows(calendar: Calendar, plan: Plan) -> dict[str, AdoptedStepRow]:
    """Steps of the plan adopted before, by activity."""
    rows = {}
    for key, step in sorted(plan.steps.items()):
        first, last = stored_dates(calendar, step)
        rows[key] = AdoptedStepRow(first=first, last=last, overtime=step.overtime)
    return rows


def vehicle_rows(plan: Plan) -> dict[str, VehicleRow]:
    """Vehicles by leg."""
    return {leg: VehicleRow(vehicle=run.vehicle, minute=run.minute) for leg, run in sorted(plan.runs.items())}


def stored_dates(calendar: Calendar, step: Step) -> tuple[date, date | None]:
    """First date, and the last of a step that takes time."""
    return date_at(calendar, step.start), date_at(calendar, step.end - 1) if step.end > step.start else None
