"""plan.xml read back by a small reader of its own that reckons every finish anew from start, duration and calendar."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from localisation.exporting.plan.project_file import write_project
from tests.exporting.plan_outcome import case, finished, replanned
from tests.pictures.plan_town import GOOD_FRIDAY
from tests.solving.sample import criterion

NS = "{http://schemas.microsoft.com/project}"


@dataclass
class Read:
    """What the file says."""

    root: ElementTree.Element

    def all(self, tag: str) -> list[ElementTree.Element]:
        return list(self.root.iter(NS + tag))

    def works_on(self, day: date, calendar: str = "1") -> bool:
        """Whether a calendar has work on a day; a crew's asks that of the place too."""
        (found,) = [c for c in self.all("Calendar") if text(c, "UID") == calendar]
        for exception in found.iter(NS + "Exception"):
            period = exception.find(NS + "TimePeriod")
            assert period is not None
            if when(text(period, "FromDate")).date() <= day <= when(text(period, "ToDate")).date():
                return text(exception, "DayWorking") == "1"
        base = text(found, "BaseCalendarUID")
        if base != "-1":
            return self.works_on(day, base)
        (weekday,) = [w for w in found.iter(NS + "WeekDay") if text(w, "DayType") == str(day.isoweekday() % 7 + 1)]
        return text(weekday, "DayWorking") == "1"

    def tasks(self) -> Iterator[ElementTree.Element]:
        """Those that are no summaries."""
        return (task for task in self.all("Task") if text(task, "Summary") == "0")

    def crews(self, task: ElementTree.Element) -> list[str]:
        """Calendars of the resources of a task."""
        uids = {text(a, "ResourceUID") for a in self.all("Assignment") if text(a, "TaskUID") == text(task, "UID")}
        return [text(r, "CalendarUID") for r in self.all("Resource") if text(r, "UID") in uids]


def text(element: ElementTree.Element, tag: str) -> str:
    found = element.find(NS + tag)
    assert found is not None, tag
    return found.text or ""


def when(value: str) -> datetime:
    return datetime.fromisoformat(value)


def days(task: ElementTree.Element) -> int:
    """Duration in working days of eight hours."""
    return int(text(task, "Duration").removeprefix("PT").split("H")[0]) // 8


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("project") / "plan.xml"
    write_project(path, finished())
    return Read(ElementTree.parse(path).getroot())


def test_holidays_and_weekends_are_not_worked(read: Read):
    assert read.works_on(date(2020, 4, 8))
    for day in (GOOD_FRIDAY, date(2020, 4, 13), date(2020, 4, 11), date(2020, 3, 9)):
        assert not read.works_on(day)
    # The craftsmen rest in week 8, the movers do not.
    assert not read.works_on(date(2020, 2, 19), "2")
    assert read.works_on(date(2020, 2, 19), "3")


def test_every_finish_follows_from_start_duration_and_calendars(read: Read):
    tasks = list(read.tasks())
    assert len(tasks) == 13
    for task in tasks:
        calendars = ["1", *read.crews(task)]
        day, left = when(text(task, "Start")).date(), days(task)
        while True:
            left -= all(read.works_on(day, c) for c in calendars)
            if not left:
                break
            day += timedelta(days=1)
        assert when(text(task, "Finish")) == datetime(day.year, day.month, day.day, 17), text(task, "Name")


def test_predecessors_are_finished_before(read: Read):
    task = {text(t, "UID"): t for t in read.all("Task")}
    links = [(t, text(link, "PredecessorUID")) for t in read.tasks() for link in t.iter(NS + "PredecessorLink")]
    # Each of three legs: move after packing, IT and cleaning after the move; and NAV's second leg after its first.
    assert len(links) == 10
    for later, earlier in links:
        assert when(text(task[earlier], "Finish")) <= when(text(later, "Start"))


MUSTS = (criterion("K1", "works_before_move_in"), criterion("K2", "room_every_day"))


def rescheduled(read: Read, late: dict[str, int] | None = None) -> dict[str, tuple[date, date]]:
    """First and last day of every task, each as early as its constraint and its links let it; some take longer."""
    found: dict[str, tuple[date, date]] = {}
    waiting = list(read.tasks())
    while waiting:
        ready = [t for t in waiting if all(uid in found for uid in predecessors(t))]
        assert ready, "the links go in a circle"
        for task in ready:
            calendars = ["1", *read.crews(task)]
            first = max([when(text(task, "ConstraintDate")).date(), *(found[p][1] for p in predecessors(task))])
            busy = {found[p][1] for p in predecessors(task)}
            while first in busy or not all(read.works_on(first, c) for c in calendars):
                first += timedelta(days=1)
            last, left = first, days(task) + (late or {}).get(text(task, "Name"), 0) - 1
            while left > 0:
                last += timedelta(days=1)
                left -= all(read.works_on(last, c) for c in calendars)
            found[text(task, "UID")] = (first, last)
            waiting.remove(task)
    return found


def predecessors(task: ElementTree.Element) -> list[str]:
    return [text(link, "PredecessorUID") for link in task.iter(NS + "PredecessorLink")]


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("linked") / "plan.xml"
    write_project(path, finished(replace(case(), relocation_criteria=MUSTS)))
    return Read(ElementTree.parse(path).getroot())


def test_who_moves_in_is_linked_to_the_works(linked: Read):
    names = {text(t, "UID"): text(t, "Name") for t in linked.tasks()}
    links = [(names[p], text(t, "Name")) for t in linked.tasks() for p in predecessors(t)]
    assert ("Ombygging: Nye kontorer", "Flytting: Hus A → Hus C (15)") in links
    assert len(links) == 11


def test_reckoning_the_days_anew_moves_nothing(linked: Read):
    planned = {text(t, "UID"): (when(text(t, "Start")).date(), when(text(t, "Finish")).date()) for t in linked.tasks()}
    assert rescheduled(linked) == planned


def test_when_the_works_are_late_so_is_the_move_in_and_nothing_else(linked: Read):
    names = {text(t, "UID"): text(t, "Name") for t in linked.tasks()}
    before, after = rescheduled(linked), rescheduled(linked, {"Ombygging: Nye kontorer": 10})
    moved = {names[uid] for uid in before if before[uid][0] != after[uid][0]}
    # Works until Friday 20 March; two weeks later, packing has still been done: it waits for nothing.
    assert moved == {"Flytting: Hus A → Hus C (15)", "IT: Hus C (15)", "Rydding og vask: Hus A (15)"}
    move = next(uid for uid, name in names.items() if name.startswith("Flytting: Hus A"))
    assert after[move][0] == date(2020, 4, 6)


def test_the_outline_has_works_by_building_and_moves_by_unit(read: Read):
    outline = [(text(t, "OutlineNumber"), text(t, "Name")) for t in read.all("Task")]
    assert [row for row in outline if "." not in row[0]] == [("1", "Hus C"), ("2", "Plan og bygg"), ("3", "NAV")]
    assert ("1.1", "Ombygging: Nye kontorer") in outline
    assert ("2.2", "Flytting: Hus A → Hus C (15)") in outline
    assert ("3.1", "Pakking: Hus B (10)") in outline
    assert [int(text(t, "ID")) for t in read.all("Task")] == list(range(1, 17))


def test_crews_are_resources_with_their_hands(read: Read):
    assert [(text(r, "Name"), text(r, "MaxUnits")) for r in read.all("Resource")] == [
        ("Håndverkere", "1"),
        ("Flyttelag", "2"),
        ("IT-lag", "1"),
    ]
    works = next(t for t in read.tasks() if text(t, "Name").startswith("Ombygging"))
    (assignment,) = [a for a in read.all("Assignment") if text(a, "TaskUID") == text(works, "UID")]
    assert (text(assignment, "Units"), text(assignment, "Work")) == ("1", "PT400H0M0S")
    assert text(works, "FixedCost") == "300000000"  # 3 million in hundredths


def test_names_may_hold_anything(tmp_path: Path):
    write_project(tmp_path / "plan.xml", finished(case("<&>\x0b]]> 😀")))
    root = Read(ElementTree.parse(tmp_path / "plan.xml").getroot())
    assert "<&> ]]> 😀" in [text(t, "Name") for t in root.all("Task")]


def test_a_first_plan_has_nothing_done(read: Read):
    assert {text(t, "PercentComplete") for t in read.tasks()} == {"0"}


def test_what_is_done_or_under_way_has_its_days_behind_it(tmp_path: Path):
    # NAV moved in January and February. The works began on Thursday 2 January: on Friday 14 February they have gone on
    # for 2 + 20 + 9 of their 50 working days.
    run = replanned(case())
    changes = run.result.changes
    assert changes is not None
    going = replace(changes, kept=changes.kept | {"work:C+"})
    write_project(tmp_path / "plan.xml", replace(run, result=replace(run.result, changes=going)))
    found = Read(ElementTree.parse(tmp_path / "plan.xml").getroot())
    works = next(t for t in found.tasks() if text(t, "Notes").endswith("work:C+"))
    nav = [t for t in found.tasks() if ":nav:" in text(t, "Notes")]
    rest = [t for t in found.tasks() if ":plan:" in text(t, "Notes")]
    assert (days(works), text(works, "PercentComplete")) == (50, "62")
    assert (text(works, "ActualDuration"), text(works, "RemainingDuration")) == ("PT248H0M0S", "PT152H0M0S")
    assert when(text(works, "ActualStart")) == datetime(2020, 1, 2, 8)
    assert works.find(NS + "ActualFinish") is None
    assert {text(t, "PercentComplete") for t in nav} == {"100"}
    assert [text(t, "ActualFinish") for t in nav] == [text(t, "Finish") for t in nav]
    assert {text(t, "PercentComplete") for t in rest} == {"0"}


def test_holidays_have_their_name_in_the_language(tmp_path: Path):
    given = case()
    logistics = given.inventory.logistics
    assert logistics is not None
    named = logistics.model_copy(update={"public_holidays_en": {GOOD_FRIDAY: "Good Friday"}})
    fields = {name: getattr(given.inventory, name) for name in type(given.inventory).model_fields}
    stock = type(given.inventory)(**(fields | {"logistics": named}))
    run = finished(replace(given, inventory=stock))
    for language, said in (("nb", "langfredag"), ("en", "Good Friday")):
        write_project(tmp_path / "plan.xml", replace(run, language=language))
        found = Read(ElementTree.parse(tmp_path / "plan.xml").getroot())
        assert said in {text(e, "Name") for e in found.all("Exception")}
