"""What happens each week: what begins, goes on and ends, for whom, by whose hands, and what must be done first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import Activity
from localisation.exporting.plan.contact_roles import ContactRoles
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.first_done import FirstDone
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.pictures.plan.milestones import Milestone, milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates
from localisation.pictures.plan.transit_weeks import monday
from localisation.texts import Texts


class Course(StrEnum):
    """What something does in a week."""

    WHOLE = "whole"
    """It begins and ends."""
    BEGINS = "begins"
    GOES_ON = "goes_on"
    ENDS = "ends"
    HAPPENS = "happens"
    """It is a day the plan leads up to, and takes no time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekItem:
    """Something in a week. `where` is the building it is done in; `destination` is where it goes, "" for no move.

    `first_done` is told in the week it begins; `estimates` are the words for what of it is estimated.
    """

    course: Course
    what: str
    unit: str
    where: str
    destination: str
    first: date
    last: date
    crew: str
    contact: str
    first_done: tuple[str, ...]
    estimates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week by its Monday: what begins, ends or happens by day, then what goes on through it."""

    monday: date
    items: tuple[WeekItem, ...]


def week_list(run: FinishedPlan, names: PlanNames, t: Texts) -> tuple[Week, ...]:
    """Every week from the first thing that is done to the last, those without anything too."""
    maker = _Maker(run, names, t)
    spans = [(*step_dates(maker.calendar, run.result.plan.steps[a.id]), a) for a in maker.activities]
    marks = milestones(run.instance, run.result.programme, run.result.plan)
    days = [d for first, last, _ in spans for d in (first, last)] + [m.day for m in marks]
    if not days:
        return ()
    start, weeks = monday(min(days)), (monday(max(days)) - monday(min(days))).days // 7 + 1
    table: dict[date, list[WeekItem]] = {start + timedelta(days=7 * n): [] for n in range(weeks)}
    for first, last, activity in spans:
        for week in _weeks(first, last):
            table[week].append(maker.item(activity, first, last, week))
    for mark in marks:
        table[monday(mark.day)].append(maker.mark(mark))
    return tuple(Week(monday=week, items=tuple(sorted(items, key=_order))) for week, items in table.items())


def _weeks(first: date, last: date) -> Iterator[date]:
    week = monday(first)
    while week <= last:
        yield week
        week += timedelta(days=7)


def _order(item: WeekItem) -> tuple[bool, date, date, str, str]:
    day = item.last if item.course is Course.ENDS else item.first
    return (item.course is Course.GOES_ON, day, item.last, item.where, item.unit)


class _Maker:
    def __init__(self, run: FinishedPlan, names: PlanNames, t: Texts) -> None:
        self._run, self._programme, self._plan = run, run.result.programme, run.result.plan
        self._names, self._t = names, t
        self._roles = ContactRoles(names, t)
        self._first_done = FirstDone(run.instance, run.result, names, t)
        self._rests = RestsOnEstimates(run.instance)
        self.calendar = self._programme.calendar
        self.activities = [a for a in self._programme.activities if a.id in self._plan.steps]

    def item(self, activity: Activity, first: date, last: date, week: date) -> WeekItem:
        """An activity in one of its weeks."""
        begins, ends = first >= week, last < week + timedelta(days=7)
        course = {
            (True, True): Course.WHOLE,
            (True, False): Course.BEGINS,
            (False, True): Course.ENDS,
            (False, False): Course.GOES_ON,
        }[begins, ends]
        leg = self._programme.leg.get(activity.leg)
        where = activity.building
        if leg is not None:
            where = leg.destination if activity.kind is ActivityKind.IT else leg.origin
        carried = leg is not None and activity.kind in {ActivityKind.PACK, ActivityKind.MOVE}
        crew = self._names.crews(activity) or self._t("plan.sheet.own_hands")
        if self._plan.steps[activity.id].overtime:
            crew = f"{crew} ({self._t('plan.gantt.overtime')})"
        return WeekItem(
            course=course,
            what=self._what(activity),
            unit=self._names.unit(activity.unit) if activity.unit else "",
            where=self._names.building(where) if where else "",
            destination=self._names.building(leg.destination) if leg and carried else "",
            first=first,
            last=last,
            crew=crew,
            contact=self._roles.activity(activity),
            first_done=self._before(activity) if begins else (),
            estimates=tuple(self._t(f"plan.rests_on.{word}") for word in self._rests.of(activity)),
        )

    def mark(self, milestone: Milestone) -> WeekItem:
        """A day the plan leads up to."""
        what = self._t(f"plan.milestone.{milestone.kind}")
        option = self._names.option(milestone.option) if milestone.option else ""
        return WeekItem(
            course=Course.HAPPENS,
            what=f"{what[:1].upper()}{what[1:]}" + (f": {option}" if option else ""),
            unit="",
            where=self._names.building(milestone.building),
            destination="",
            first=milestone.day,
            last=milestone.day,
            crew="",
            contact=self._roles.building(milestone.building),
            first_done=(),
            estimates=(self._t("plan.rests_on.duration"),) if self._rests.any else (),
        )

    def _what(self, activity: Activity) -> str:
        kind = self._names.kind(activity)
        return kind if activity.leg else f"{kind}: {self._names.work(activity)}"

    def _before(self, activity: Activity) -> tuple[str, ...]:
        """What it waits for; of a carrying also that the building is there."""
        told, leg = list(self._first_done(activity)), self._programme.leg.get(activity.leg)
        opens = self._run.instance.inventory.building[leg.destination].available_from if leg else None
        if leg and activity.kind is ActivityKind.MOVE and opens and opens >= self.calendar.days[0]:
            building = self._names.building(leg.destination)
            told.insert(0, self._t("plan.sheet.available", building=building, day=opens))
        return tuple(told)
