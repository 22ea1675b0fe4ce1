"""The calendars of a Microsoft Project file: that of the place, and one for each crew."""

from collections.abc import Iterable
from datetime import date, timedelta
from xml.etree import ElementTree

from localisation.domain.relocation.logistics import Logistics
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.xml_tree import Element, added
from localisation.pictures.plan.free_days import free_days, holiday_names, stretches
from localisation.pictures.plan.names import PlanNames
from localisation.texts import Texts

HOURS_PER_DAY = 8
_SHIFTS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))


def day_start(day: date) -> str:
    """When work begins on a day."""
    return f"{day.isoformat()}T08:00:00"


def day_end(day: date) -> str:
    """When work ends on a day."""
    return f"{day.isoformat()}T17:00:00"


def calendars(run: FinishedPlan, t: Texts) -> Element:
    """Calendar 1 is the place's; calendar 1 + n is that of crew n and says only what differs."""
    found = ElementTree.Element("Calendars")
    programme, names = run.result.programme, PlanNames(run.instance, run.result.programme, t)
    place = _calendar(found, 1, run.instance.inventory.place.name, base="-1")
    _week(place, run)
    _exceptions(place, _closed(run))
    for number, crew in enumerate(programme.crews, start=1):
        own = _calendar(found, 1 + number, names.crew(crew.id), base="1")
        off = [programme.calendar.days[i] for i in sorted(programme.calendar.off.get(crew.id, ()))]
        _exceptions(own, [(t("plan.off.crews"), first, last) for first, last in stretches(off)])
    return found


def _calendar(parent: Element, uid: int, name: str, *, base: str) -> Element:
    calendar = added(parent, "Calendar")
    added(calendar, "UID", str(uid))
    added(calendar, "Name", name)
    added(calendar, "IsBaseCalendar", "1" if base == "-1" else "0")
    added(calendar, "BaseCalendarUID", base)
    return calendar


def _week(calendar: Element, run: FinishedPlan) -> None:
    logistics = run.instance.inventory.logistics or Logistics()
    days = added(calendar, "WeekDays")
    for weekday in range(7):
        day = added(days, "WeekDay")
        # DayType counts from Sunday (1); our weekdays from Monday (0).
        added(day, "DayType", str((weekday + 1) % 7 + 1))
        working = weekday in logistics.weekdays
        added(day, "DayWorking", "1" if working else "0")
        if working:
            times = added(day, "WorkingTimes")
            for start, end in _SHIFTS:
                time = added(times, "WorkingTime")
                added(time, "FromTime", start)
                added(time, "ToTime", end)


def _closed(run: FinishedPlan) -> list[tuple[str, date, date]]:
    """Weekdays between the first and the last of the axis on which nobody works, with the name of the first."""
    logistics, axis = run.instance.inventory.logistics or Logistics(), run.result.programme.calendar
    if not axis.days:
        return []
    first, last = axis.days[0], axis.days[-1]
    names = holiday_names(logistics, run.language)
    for off in free_days(logistics, first, last):
        if off.everyone:
            for a, b in off.stretches:
                names |= {a + timedelta(days=n): name_in(off.row, run.language) for n in range((b - a).days + 1)}
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    closed = [d for d in every if d.weekday() in logistics.weekdays and d not in axis.position]
    return [(names.get(a, ""), a, b) for a, b in stretches(closed)]


def _exceptions(calendar: Element, rows: Iterable[tuple[str, date, date]]) -> None:
    rows = list(rows)
    if not rows:
        return
    found = added(calendar, "Exceptions")
    for name, first, last in rows:
        exception = added(found, "Exception")
        added(exception, "EnteredByOccurrences", "0")
        period = added(exception, "TimePeriod")
        added(period, "FromDate", f"{first.isoformat()}T00:00:00")
        added(period, "ToDate", f"{last.isoformat()}T23:59:00")
        added(exception, "Occurrences", str((last - first).days + 1))
        added(exception, "Name", name)
        added(exception, "Type", "1")
        added(exception, "DayWorking", "0")
