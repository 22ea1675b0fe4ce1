"""The plan as calendars: one for all, and one for each unit that moves (RFC 5545)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import icalendar

from localisation.domain.relocation.programme import Activity
from localisation.exporting.plan.calendar_file_name import calendar_file_name
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.pictures.plan.milestones import Milestone, milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates
from localisation.texts import Texts

PLAN_CALENDAR = "plan.ics"
UNIT_FOLDER = "ics"
REVISIONS_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
"""Seconds from then are the revision of an event: below 2 ** 31, which readers can hold, until 2088."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """Something on whole days, both included; `key` tells it from every other event of the plan."""

    key: str
    first: date
    last: date
    summary: str
    description: str
    location: str
    category: str
    unit: str = ""


def write_calendars(run: FinishedPlan, folder: Path) -> tuple[str, ...]:
    """Write plan.ics and ics/<unit>-<its name>.ics; gives their names within the folder."""
    t = Texts(run.language)
    events, names = calendar_events(run, t), PlanNames(run.instance, run.result.programme, t)
    place = run.instance.inventory.place.name
    (folder / UNIT_FOLDER).mkdir(parents=True, exist_ok=True)
    written = {PLAN_CALENDAR: (t("plan.calendar.all", place=place), events)}
    files: set[str] = set()
    for unit in (u.id for u in run.instance.inventory.units):
        own = [e for e in events if e.unit == unit]
        if not own:
            continue
        name = t("plan.calendar.unit", place=place, unit=names.unit(unit))
        written[f"{UNIT_FOLDER}/{calendar_file_name(unit, names.unit(unit), files)}.ics"] = (name, own)
    for file, (name, chosen) in written.items():
        (folder / file).write_bytes(calendar_bytes(run, name, chosen))
    return tuple(written)


def calendar_events(run: FinishedPlan, t: Texts) -> list[CalendarEvent]:
    """Everything that is carried out, and the days it leads up to, by first day."""
    names, result = PlanNames(run.instance, run.result.programme, t), run.result
    taking_place = [a for a in result.programme.activities if a.id in result.plan.steps]
    rests = RestsOnEstimates(run.instance)
    follows = t("plan.rests_on.dates") if rests.any else ""
    found = [_activity(run, a, names, rests.line(a, t)) for a in taking_place]
    found += [_milestone(run, m, names, t, follows) for m in milestones(run.instance, result.programme, result.plan)]
    return sorted(found, key=lambda e: (e.first, e.key))


def calendar_bytes(run: FinishedPlan, name: str, events: Iterable[CalendarEvent]) -> bytes:
    """A calendar file. An event keeps its UID when the plan is made anew, so that readers move it.

    The revision (SEQUENCE) is of seconds, so that a file written later is a later one for every reader, also on a day.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//localisation//plan//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", icalendar.vText(_clean(name)))
    calendar.add("x-wr-calname", icalendar.vText(_clean(name)))
    if RestsOnEstimates(run.instance).any:
        note = icalendar.vText(_clean(Texts(run.language)("plan.report.estimate_note")))
        calendar.add("description", note)
        calendar.add("x-wr-caldesc", note)
    stamp = run.written.astimezone(UTC).replace(microsecond=0)
    revision = max(0, int((stamp - REVISIONS_SINCE).total_seconds()))
    for e in events:
        event = icalendar.Event()
        event.add("uid", f"{_uid(run, e.key)}@localisation")
        event.add("dtstamp", stamp)
        event.add("sequence", revision)
        event.add("dtstart", e.first)
        event.add("dtend", e.last + timedelta(days=1))
        event.add("summary", _clean(e.summary))
        event.add("description", _clean(e.description))
        if e.location:
            event.add("location", _clean(e.location))
        event.add("categories", [e.category])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _activity(run: FinishedPlan, activity: Activity, names: PlanNames, estimates: str) -> CalendarEvent:
    step = run.result.plan.steps[activity.id]
    first, last = step_dates(run.result.programme.calendar, step)
    return CalendarEvent(
        key=activity.id,
        first=first,
        last=last,
        summary=names.titled(activity),
        description="\n".join(filter(None, (names.tip(activity, first, last, overtime=step.overtime), estimates))),
        location=_location(run, activity.building),
        category=names.kind(activity),
        unit=activity.unit,
    )


def _milestone(run: FinishedPlan, m: Milestone, names: PlanNames, t: Texts, estimates: str) -> CalendarEvent:
    what = t(f"plan.milestone.{m.kind}")
    summary = f"{names.building(m.building)}: {what}"
    return CalendarEvent(
        key=f"{m.kind}:{m.building}:{m.option}",
        first=m.day,
        last=m.day,
        summary=summary,
        description="\n".join(filter(None, (summary, estimates))),
        location=_location(run, m.building),
        category=t("plan.calendar.milestone"),
    )


def _location(run: FinishedPlan, key: str) -> str:
    building = run.instance.inventory.building.get(key)
    return ", ".join(part for part in (building.name, building.address) if part) if building else ""


def _uid(run: FinishedPlan, key: str) -> str:
    """The same for the same activity of the same scenario."""
    scenario = run.instance.scenario.id
    return str(uuid5(NAMESPACE_URL, f"localisation:{run.instance.inventory.place.id}:{scenario}:{key}"))


def _clean(text: str) -> str:
    """Without control characters, which a calendar cannot hold."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text)
