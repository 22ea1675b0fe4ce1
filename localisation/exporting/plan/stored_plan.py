"""From a stored plan back to the plan, and to what it was made from."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from localisation.domain.assessment import Breach
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan, Run, Step
from localisation.domain.relocation.programme import Programme
from localisation.exporting.plan.plan_file_schema import AdoptedStepRow, PlanFile, RejectedRow, StepRow, VehicleRow


def plan_of(stored: PlanFile, programme: Programme) -> tuple[Plan, tuple[Breach, ...]]:
    """The plan on the programme's calendar, and what cannot be said on it.

    A fault is ("day_off", activity, date) for a first or last date on which nobody works: the step is then taken to the
    working days within it; ("double", activity) for one that is there twice: the last counts. A date before the first
    or after the last working day becomes an index outside the axis, which the check of the plan finds.
    """
    keys = [row.activity for row in stored.steps]
    faults = [Breach(about=("double", key)) for key in dict.fromkeys(keys) if keys.count(key) > 1]
    faults += [f for row in stored.steps for f in _days_off(programme.calendar, row)]
    steps = {row.activity: step_of(programme.calendar, row) for row in stored.steps}
    return Plan(steps=steps, via=dict(stored.via), runs=_runs(stored.runs)), tuple(faults)


def proposal_of(stored: PlanFile | RejectedRow) -> Proposal:
    """Who sits where when the plan has been carried out, or would have sat in a placement sent back."""
    return Proposal(
        placements=tuple(Placement(unit=p.unit, building=p.building, staff=p.staff) for p in stored.placements),
        refurbishments=frozenset(stored.refurbishments),
    )


def changes_of(stored: PlanFile, calendar: Calendar) -> Changes | None:
    """What the plan had to reckon with, on the calendar; None when it is the first plan."""
    row = stored.changes
    if row is None:
        return None
    adopted = None
    if row.adopted is not None:
        steps = {key: step_of(calendar, step) for key, step in row.adopted.steps.items()}
        adopted = Plan(steps=steps, via=dict(row.adopted.via), runs=_runs(row.adopted.runs))
    return Changes(
        as_of=row.as_of, days=dict(row.days), earliest=dict(row.earliest), kept=frozenset(row.kept), adopted=adopted
    )


def step_of(calendar: Calendar, row: StepRow | AdoptedStepRow) -> Step:
    """A step by index: from the first working day on or after its first date up to the last on or before its last."""
    start = _index(calendar, row.first)
    if row.last is None:
        return Step(start=start, end=start, overtime=row.overtime)
    return Step(start=start, end=_index(calendar, row.last + timedelta(days=1)), overtime=row.overtime)


def _index(calendar: Calendar, day: date) -> int:
    """The first working day on or after a date: -1 before the axis, and one beyond its end from two days after it."""
    if not calendar.days or day < calendar.days[0]:
        return -1
    return calendar.index(day) + (day > calendar.days[-1] + timedelta(days=1))


def _days_off(calendar: Calendar, row: StepRow) -> Iterator[Breach]:
    dates = {row.first, row.last or row.first}
    for day in sorted(dates):
        within = bool(calendar.days) and calendar.days[0] <= day <= calendar.days[-1]
        if within and day not in calendar.position:
            yield Breach(about=("day_off", row.activity, day.isoformat()))


def _runs(rows: Mapping[str, VehicleRow]) -> dict[str, Run]:
    return {leg: Run(vehicle=row.vehicle, minute=row.minute) for leg, row in rows.items()}
