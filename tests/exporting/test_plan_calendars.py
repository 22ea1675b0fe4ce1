"""plan.ics and one calendar a unit: whole days, stable, and readable by a second program."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import icalendar
import pytest

from localisation.exporting.plan.calendars import write_calendars
from localisation.exporting.plan.finished_plan import FinishedPlan
from tests.exporting.plan_outcome import case, finished


def events(path: Path) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def named(found: list[icalendar.Event], summary: str) -> icalendar.Event:
    (one,) = [e for e in found if str(e["summary"]) == summary]
    return one


@pytest.fixture
def run() -> FinishedPlan:
    return finished()


def test_everything_is_in_one_calendar_and_each_unit_has_its_own(run: FinishedPlan, tmp_path: Path):
    assert write_calendars(run, tmp_path) == ("plan.ics", "ics/plan-plan-og-bygg.ics", "ics/nav.ics")
    # 13 activities, and 4 milestones: B handed back, D opened, the works done, C opened.
    assert len(events(tmp_path / "plan.ics")) == 17
    assert len(events(tmp_path / "ics" / "plan-plan-og-bygg.ics")) == 4
    assert len(events(tmp_path / "ics" / "nav.ics")) == 8


def test_an_event_lasts_from_its_first_day_to_the_day_after_its_last(run: FinishedPlan, tmp_path: Path):
    write_calendars(run, tmp_path)
    works = named(events(tmp_path / "plan.ics"), "Ombygging: Hus C: Nye kontorer")
    assert (works["dtstart"].dt, works["dtend"].dt) == (date(2020, 1, 2), date(2020, 3, 21))
    assert works["dtstart"].params["VALUE"] == "DATE"
    assert str(works["location"]) == "Hus C"
    assert named(events(tmp_path / "plan.ics"), "Hus B: lokalene leveres tilbake")["dtstart"].dt == date(2020, 1, 8)


def test_what_is_done_in_a_day_says_one_date(run: FinishedPlan, tmp_path: Path):
    write_calendars(run, tmp_path)
    single = [e for e in events(tmp_path / "plan.ics") if (e["dtend"].dt - e["dtstart"].dt).days == 1]
    described = [str(e["description"]) for e in single if "arbeidsdag" in str(e["description"])]
    assert described
    assert not [text for text in described if " til " in text]
    works = named(events(tmp_path / "plan.ics"), "Ombygging: Hus C: Nye kontorer")
    assert "2. januar 2020 til 20. mars 2020" in str(works["description"])


def test_the_file_keeps_to_the_standard(run: FinishedPlan, tmp_path: Path):
    write_calendars(run, tmp_path)
    raw = (tmp_path / "plan.ics").read_bytes()
    lines = raw.split(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    for required in (b"VERSION:2.0", b"END:VCALENDAR"):
        assert required in lines
    for event in events(tmp_path / "plan.ics"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert event["dtend"].dt > event["dtstart"].dt


def test_an_event_keeps_its_uid_when_it_is_moved(run: FinishedPlan, tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write_calendars(run, tmp_path / "a")
    steps = dict(run.result.plan.steps)
    steps["work:C+"] = replace(steps["work:C+"], start=1, end=steps["work:C+"].end + 1)
    moved = replace(run, result=replace(run.result, plan=replace(run.result.plan, steps=steps)))
    write_calendars(replace(moved, made=run.made + timedelta(days=30)), tmp_path / "b")
    before, after = ({str(e["uid"]): e for e in events(tmp_path / x / "plan.ics")} for x in "ab")
    assert before.keys() == after.keys()
    assert len(before) == 17
    changed = [u for u in before if before[u]["dtstart"].dt != after[u]["dtstart"].dt]
    assert [str(after[u]["summary"]) for u in changed][:1] == ["Ombygging: Hus C: Nye kontorer"]


def test_what_is_written_later_the_same_day_is_a_later_revision(run: FinishedPlan, tmp_path: Path):
    # 14 February 2020 is 44 days after the year began; a day has 86 400 seconds, and 10:30 in UTC is 37 800 of them.
    morning = datetime(2020, 2, 14, 11, 30, 0, 250, tzinfo=timezone(timedelta(hours=1)))
    revisions = []
    for written in (morning, morning + timedelta(minutes=1)):
        write_calendars(replace(run, written=written), tmp_path)
        found = events(tmp_path / "plan.ics")
        assert {e["dtstamp"].dt for e in found} == {written.astimezone(UTC).replace(microsecond=0)}
        revisions.append({int(e["sequence"]) for e in found})
    assert revisions == [{44 * 86_400 + 37_800}, {44 * 86_400 + 37_860}]
    assert b"DTSTAMP:20200214T103100Z" in (tmp_path / "plan.ics").read_bytes()


def test_names_are_in_the_language_and_strange_ones_break_nothing(tmp_path: Path):
    name = "A;B,C\\D\nBEGIN:VEVENT \x07"
    write_calendars(finished(case(name), language="en"), tmp_path)
    found = events(tmp_path / "plan.ics")
    assert len(found) == 17
    move = next(e for e in found if str(e["summary"]).startswith("Move: A;B,C\\D"))
    assert re.search(r"Packing|Move", str(move["categories"].to_ical()))


def test_what_rests_on_estimates_says_so(run: FinishedPlan, tmp_path: Path):
    """The size of the movers' crew is an estimate: a move says so, packing with own hands does not."""
    write_calendars(run, tmp_path)
    found = events(tmp_path / "plan.ics")
    move = next(e for e in found if str(e["summary"]).startswith("Flytting: NAV"))
    packing = next(e for e in found if str(e["summary"]).startswith("Pakking: NAV"))
    assert str(move["description"]).endswith("Anslag: mannskap. Datoene er ikke sikrere enn det.")
    assert "Anslag" not in str(packing["description"])
    assert str(named(found, "Hus C: tas i bruk")["description"]).endswith("Datoen bygger på anslag.")
    assert b"X-WR-CALDESC" in (tmp_path / "plan.ics").read_bytes()


def test_a_title_has_no_figures_and_without_estimates_nothing_is_said(run: FinishedPlan, tmp_path: Path):
    write_calendars(replace(run, instance=replace(run.instance, figures=())), tmp_path)
    found = events(tmp_path / "plan.ics")
    assert "Flytting: Plan og bygg, Hus A → Hus C" in [str(e["summary"]) for e in found]
    assert not [e for e in found if "nslag" in str(e["description"])]
    assert b"CALDESC" not in (tmp_path / "plan.ics").read_bytes()
