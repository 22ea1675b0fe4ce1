"""The weeks of a plan as they are shown in the report: by month, the first of them open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.waves import wave_moves
from localisation.exporting.plan.week_list import Course, Week, WeekItem, week_list
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.short_date import short_date
from localisation.pictures.plan.transit_weeks import monday, week_name
from localisation.texts import Texts

_LOCALE = {"nb": "nb_NO", "en": "en_GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One line: what it does, on which days, what, who, where, by whose hands, whom to ask, what must be done first."""

    course: str
    days: str
    what: str
    unit: str
    way: str
    crew: str
    contact: str
    first_done: tuple[str, ...]
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTable:
    """A week with its lines, and what only goes on through it."""

    name: str
    rows: tuple[WeekRow, ...]
    going: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMonth:
    """The weeks with most of their days in a month; `note` says how many moves begin."""

    name: str
    note: str
    open: bool
    weeks: tuple[WeekTable, ...]


def week_months(run: FinishedPlan, names: PlanNames, t: Texts) -> tuple[WeekMonth, ...]:
    """All months; open is the one of today, of a plan made anew, else the first."""
    months: dict[date, list[Week]] = {}
    for week in week_list(run, names, t):
        months.setdefault(_month(week.monday), []).append(week)
    if not months:
        return ()
    begun = Counter(_month(m.first) for m in wave_moves(run.result))
    today = _month(run.today) if run.today else min(months)
    opened = today if today in months else min(months)
    return tuple(
        WeekMonth(
            name=format_date(month, "LLLL yyyy", locale=_LOCALE[t.language]),
            note=t("plan.weeks.count", moves=begun[month]) if begun[month] else t("plan.weeks.quiet"),
            open=month == opened,
            weeks=tuple(_table(week, t) for week in weeks),
        )
        for month, weeks in months.items()
    )


def _month(day: date) -> date:
    """The month that has the Thursday of the day's week."""
    return (monday(day) + timedelta(days=3)).replace(day=1)


def _table(week: Week, t: Texts) -> WeekTable:
    return WeekTable(
        name=week_name(week.monday, t),
        rows=tuple(_row(item, t) for item in week.items if item.course is not Course.GOES_ON),
        going=tuple(_going(item, t) for item in week.items if item.course is Course.GOES_ON),
    )


def _row(item: WeekItem, t: Texts) -> WeekRow:
    return WeekRow(
        course=t(f"plan.weeks.courses.{item.course}"),
        days=_joined((short_date(d, t) for d in dict.fromkeys((item.first, item.last))), " – "),
        what=item.what,
        unit=item.unit,
        way=t("plan.weeks.way", origin=item.where, destination=item.destination) if item.destination else item.where,
        crew=item.crew,
        contact=t("plan.role.own") if item.unit else item.contact,
        first_done=item.first_done,
        estimated=bool(item.estimates),
    )


def _going(item: WeekItem, t: Texts) -> str:
    """Such as "Ombygging: Nye kontorer (Hus C), til 20. mars 2020"."""
    whom = _joined((part for part in (item.unit, item.where) if part), ", ")
    return t("plan.weeks.going", what=item.what, whom=whom, last=short_date(item.last, t))


def _joined(parts: Iterable[str], between: str) -> str:
    return between.join(parts)
