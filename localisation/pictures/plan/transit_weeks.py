"""How many people wait in transit premises, week by week."""

from dataclasses import dataclass
from datetime import date, timedelta

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.pictures.layers import Spec
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.occupancy_chart import TINTS
from localisation.pictures.plan.stacked_columns import Part, Stacked, even_ticks, stacked_columns
from localisation.pictures.plan.step_dates import date_at
from localisation.pictures.twin import Twin
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitWeek:
    """A week by its Monday, and the most people on one of its days in each of the transit premises."""

    monday: date
    people: dict[str, int]


def transit_weeks(programme: Programme, plan: Plan) -> tuple[TransitWeek, ...]:
    """Every week from the first wait to the last, those without anybody too; empty when nobody waits.

    A part waits from the first day of its move in to the last of its move out, days off in between included.
    """
    counted: dict[date, dict[str, int]] = {}
    for stay in plan.stays(programme):
        if stay.waiting:
            start, _ = plan.presence(programme, stay)
            end = plan.steps[stay.open_until].end if stay.open_until else len(programme.calendar)
            first, last = date_at(programme.calendar, start), date_at(programme.calendar, end - 1)
            for number in range((last - first).days + 1):
                here = counted.setdefault(first + timedelta(days=number), {})
                here[stay.building] = here.get(stay.building, 0) + stay.staff
    weeks: dict[date, dict[str, int]] = {}
    for day, people in counted.items():
        week = weeks.setdefault(monday(day), {})
        for building, staff in people.items():
            week[building] = max(week.get(building, 0), staff)
    if not weeks:
        return ()
    first, last = min(weeks), max(weeks)
    every = (first + timedelta(days=7 * n) for n in range((last - first).days // 7 + 1))
    return tuple(TransitWeek(monday=m, people=weeks.get(m, {})) for m in every)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def transit_chart(instance: Instance, programme: Programme, plan: Plan, t: Texts, *, width: int = 1200) -> Spec:
    """One column a week, stacked by building; the label above is the sum."""
    weeks, names = transit_weeks(programme, plan), PlanNames(instance, programme, t)
    buildings = _buildings(instance, weeks)
    parts = [Part(key=b, name=names.building(b), fill=TINTS[i % len(TINTS)]) for i, b in enumerate(buildings)]
    columns, year = [], 0
    for week in weeks:
        number = week.monday.isocalendar()
        tips = {
            b: t("plan.transit.tip", building=names.building(b), people=n, week=str(number.week))
            for b, n in week.people.items()
        }
        total = sum(week.people.values())
        columns.append(
            Stacked(
                name=str(number.week),
                amounts=dict(week.people),
                tips=tips,
                label=t.number(total) if total else "",
                group=str(number.year) if number.year != year else "",
            )
        )
        year = number.year
    most = max((sum(w.people.values()) for w in weeks), default=0)
    ticks = {value: t.number(value) for value in even_ticks(most)}
    alt = t("plan.transit.alt" if weeks else "plan.transit.none", weeks=len(weeks))
    return stacked_columns(columns, parts, ticks=ticks, description=alt, width=width)


def transit_twin(instance: Instance, programme: Programme, plan: Plan, t: Texts) -> Twin:
    """The same as a table: one row a week, one column a building."""
    weeks, names = transit_weeks(programme, plan), PlanNames(instance, programme, t)
    buildings = _buildings(instance, weeks)
    return Twin(
        caption=t("plan.transit.caption"),
        columns=(t("plan.column.week"), *(names.building(b) for b in buildings), t("plan.column.sum")),
        rows=tuple(
            (
                week_name(week.monday, t),
                *(t.number(week.people.get(b, 0)) for b in buildings),
                t.number(sum(week.people.values())),
            )
            for week in weeks
        ),
        numeric=frozenset(range(1, len(buildings) + 2)),
    )


def week_name(day: date, t: Texts) -> str:
    """The week of a day as people say it: week and year."""
    number = day.isocalendar()
    return t("plan.week", week=str(number.week), year=str(number.year))


def _buildings(instance: Instance, weeks: tuple[TransitWeek, ...]) -> list[str]:
    seen = {b for week in weeks for b in week.people}
    return [b.id for b in instance.inventory.buildings if b.id in seen]
