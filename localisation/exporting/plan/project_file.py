"""plan.xml: the plan as a Microsoft Project file (MSPDI, the schema http://schemas.microsoft.com/project)."""

from pathlib import Path
from xml.etree import ElementTree

from localisation.domain.relocation.programme import Activity
from localisation.exporting.naming import name_in
from localisation.exporting.plan.awaited import awaited
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.project_calendar import HOURS_PER_DAY, calendars, day_end, day_start
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.exporting.plan.worked_so_far import worked_so_far
from localisation.exporting.plan.xml_tree import Element, added
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates
from localisation.texts import Texts

NAMESPACE = "http://schemas.microsoft.com/project"
PROJECT_FILE = "plan.xml"
_DAYS_FORMAT = "7"
"""DurationFormat: whole days."""
_FINISH_TO_START = "1"
_NOT_EARLIER = "4"
"""ConstraintType: start no earlier than."""


def write_project(path: Path, run: FinishedPlan) -> None:
    """Write tasks by building and unit, with days, order, crews and calendars; times of day are 8 to 12 and 13 to 17.

    Each task starts no earlier than planned, so that a program that reckons the days anew finds the same ones. Links
    are the reasons of the plan: the steps of a move follow each other, nobody moves in before works are done, nor
    before those have left who had the rooms. All are finished before, so no link needs a lag and none moves anything.
    What is done or under way on the day a plan is made anew has its share of days behind it.
    Overtime is told in a note: its hands stand beside the crew's own.
    """
    project = _Project(run).tree()
    ElementTree.indent(project)
    ElementTree.ElementTree(project).write(path, encoding="utf-8", xml_declaration=True)


class _Project:
    def __init__(self, run: FinishedPlan) -> None:
        self._run, self._programme, self._plan = run, run.result.programme, run.result.plan
        self._t = Texts(run.language)
        self._names = PlanNames(run.instance, run.result.programme, self._t)
        self._activities = [a for a in self._programme.activities if a.id in self._plan.steps]
        self._crew_uid = {c.id: n for n, c in enumerate(self._programme.crews, start=1)}
        self._awaited = awaited(run.instance, run.result)
        self._rests = RestsOnEstimates(run.instance)
        self._uid: dict[str, int] = {}

    def tree(self) -> Element:
        """The whole project."""
        scenario, place = self._run.instance.scenario, self._run.instance.inventory.place
        dates = [step_dates(self._programme.calendar, self._plan.steps[a.id]) for a in self._activities]
        first = min((d for d, _ in dates), default=self._programme.calendar.days[0])
        last = max((d for _, d in dates), default=first)
        root = ElementTree.Element("Project", {"xmlns": NAMESPACE})
        added(root, "SaveVersion", "14")
        added(root, "Name", self._t("plan.sheet_head.title", place=place.name))
        added(root, "Title", name_in(scenario, self._run.language))
        added(root, "CreationDate", day_start(self._run.made))
        added(root, "ScheduleFromStart", "1")
        added(root, "StartDate", day_start(first))
        added(root, "FinishDate", day_end(last))
        added(root, "CurrencyCode", place.currency)
        added(root, "CalendarUID", "1")
        added(root, "DefaultStartTime", "08:00:00")
        added(root, "DefaultFinishTime", "17:00:00")
        added(root, "MinutesPerDay", str(60 * HOURS_PER_DAY))
        added(root, "MinutesPerWeek", str(60 * HOURS_PER_DAY * 5))
        added(root, "DaysPerMonth", "20")
        added(root, "DurationFormat", _DAYS_FORMAT)
        added(root, "NewTasksAreManual", "0")
        if self._run.today:
            added(root, "StatusDate", day_end(self._run.today))
        root.append(calendars(self._run, self._t))
        root.append(self._tasks())
        root.append(self._resources())
        root.append(self._assignments())
        return root

    def _tasks(self) -> Element:
        """Works by building first, then moves by unit, each group below a summary task."""
        tasks = ElementTree.Element("Tasks")
        groups: dict[tuple[str, str], list[Activity]] = {}
        for a in sorted(self._activities, key=lambda a: self._plan.steps[a.id].start):
            key = ("unit", a.unit) if a.unit else ("building", a.building)
            groups.setdefault(key, []).append(a)
        order = {key: n for n, key in enumerate(self._order())}
        keys = sorted(groups, key=lambda k: order.get(k, len(order)))
        lines = [a for key in keys for a in (None, *groups[key])]
        self._uid = {a.id: number for number, a in enumerate(lines, start=1) if a}
        heads = (number for number, a in enumerate(lines, start=1) if a is None)
        for outline, (uid, key) in enumerate(zip(heads, keys, strict=True), start=1):
            self._summary(tasks, uid, outline, key, groups[key])
            for child, a in enumerate(groups[key], start=1):
                self._task(tasks, f"{outline}.{child}", a)
        return tasks

    def _order(self) -> list[tuple[str, str]]:
        inventory = self._run.instance.inventory
        return [("building", b.id) for b in inventory.buildings] + [("unit", u.id) for u in inventory.units]

    def _summary(self, tasks: Element, uid: int, outline: int, key: tuple[str, str], below: list[Activity]) -> None:
        dates = [step_dates(self._programme.calendar, self._plan.steps[a.id]) for a in below]
        kind, which = key
        name = self._names.unit(which) if kind == "unit" else self._names.building(which)
        task = self._head(tasks, uid, name or self._t("plan.gantt.tasks"), str(outline), level=1)
        added(task, "Start", day_start(min(d for d, _ in dates)))
        added(task, "Finish", day_end(max(d for _, d in dates)))
        added(task, "Summary", "1")

    def _task(self, tasks: Element, outline: str, activity: Activity) -> None:
        step = self._plan.steps[activity.id]
        first, last = step_dates(self._programme.calendar, step)
        task = self._head(tasks, self._uid[activity.id], self._names.brief(activity), outline, level=2)
        hours = HOURS_PER_DAY * activity.days
        added(task, "Start", day_start(first))
        added(task, "Finish", day_end(last) if activity.days else day_start(first))
        added(task, "Duration", f"PT{hours}H0M0S")
        added(task, "DurationFormat", _DAYS_FORMAT)
        added(task, "Work", f"PT{hours * sum(activity.demands.values())}H0M0S")
        worked = HOURS_PER_DAY * worked_so_far(self._run, activity)
        added(task, "PercentComplete", str(100 * worked // hours if worked else 0))
        if worked:
            added(task, "ActualStart", day_start(first))
        if worked and worked == hours:
            added(task, "ActualFinish", day_end(last))
        added(task, "ActualDuration", f"PT{worked}H0M0S")
        added(task, "RemainingDuration", f"PT{hours - worked}H0M0S")
        added(task, "Milestone", "0" if activity.days else "1")
        added(task, "Summary", "0")
        # Amounts of money are in hundredths.
        added(task, "FixedCost", str(100 * activity.price(overtime=step.overtime)))
        added(task, "FixedCostAccrual", "3")
        added(task, "ConstraintType", _NOT_EARLIER)
        added(task, "ConstraintDate", day_start(first))
        notes = [self._names.tip(activity, first, last, overtime=step.overtime), self._rests.line(activity, self._t)]
        added(task, "Notes", "\n".join([*filter(None, notes), activity.id]))
        for other in self._awaited[activity.id]:
            if other.activity in self._uid:
                link = added(task, "PredecessorLink")
                added(link, "PredecessorUID", str(self._uid[other.activity]))
                added(link, "Type", _FINISH_TO_START)
                added(link, "CrossProject", "0")
                added(link, "LinkLag", "0")
                added(link, "LagFormat", _DAYS_FORMAT)

    def _head(self, tasks: Element, uid: int, name: str, outline: str, *, level: int) -> Element:
        task = added(tasks, "Task")
        added(task, "UID", str(uid))
        added(task, "ID", str(uid))
        added(task, "Name", name)
        added(task, "Active", "1")
        added(task, "Manual", "0")
        added(task, "Type", "0")
        added(task, "IsNull", "0")
        added(task, "OutlineNumber", outline)
        added(task, "OutlineLevel", str(level))
        added(task, "Priority", "500")
        return task

    def _resources(self) -> Element:
        resources = ElementTree.Element("Resources")
        for crew in self._programme.crews:
            uid = self._crew_uid[crew.id]
            resource = added(resources, "Resource")
            added(resource, "UID", str(uid))
            added(resource, "ID", str(uid))
            added(resource, "Name", self._names.crew(crew.id))
            added(resource, "Type", "1")
            added(resource, "IsNull", "0")
            added(resource, "MaxUnits", str(crew.size))
            added(resource, "CalendarUID", str(1 + uid))
        return resources

    def _assignments(self) -> Element:
        assignments, number = ElementTree.Element("Assignments"), 0
        for a in self._activities:
            first, last = step_dates(self._programme.calendar, self._plan.steps[a.id])
            for crew, hands in a.demands.items():
                if hands and crew in self._crew_uid:
                    number += 1
                    assignment = added(assignments, "Assignment")
                    added(assignment, "UID", str(number))
                    added(assignment, "TaskUID", str(self._uid[a.id]))
                    added(assignment, "ResourceUID", str(self._crew_uid[crew]))
                    added(assignment, "Start", day_start(first))
                    added(assignment, "Finish", day_end(last))
                    added(assignment, "Units", str(hands))
                    worked = worked_so_far(self._run, a)
                    added(assignment, "Work", f"PT{HOURS_PER_DAY * a.days * hands}H0M0S")
                    added(assignment, "ActualWork", f"PT{HOURS_PER_DAY * worked * hands}H0M0S")
                    added(assignment, "RemainingWork", f"PT{HOURS_PER_DAY * (a.days - worked) * hands}H0M0S")
        return assignments
