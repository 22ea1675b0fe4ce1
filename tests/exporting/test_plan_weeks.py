"""What happens each week of the plan: NAV leaves B in week 1, the works in C go on for ten weeks, `plan` moves in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.week_list import Course, Week, WeekItem, week_list
from localisation.exporting.plan.week_rows import week_months
from localisation.exporting.plan.workbook import write_plan_workbook
from localisation.pictures.plan.names import PlanNames
from localisation.texts import Texts
from tests.exporting.plan_outcome import case, finished
from tests.solving.sample import criterion

NB = Texts("nb")
MUST = criterion("K1", "works_before_move_in")


def run_of() -> FinishedPlan:
    return finished(replace(case(), relocation_criteria=(MUST,)))


def weeks_of(run: FinishedPlan) -> tuple[Week, ...]:
    return week_list(run, PlanNames(run.instance, run.result.programme, NB), NB)


def item(week: Week, what: str, unit: str = "") -> WeekItem:
    (found,) = [i for i in week.items if i.what == what and i.unit == unit]
    return found


@pytest.fixture(scope="module")
def weeks() -> dict[date, Week]:
    return {w.monday: w for w in weeks_of(run_of())}


def test_every_week_from_the_first_to_the_last_is_there(weeks: dict[date, Week]):
    # From Monday 30 December 2019 to Monday 30 March 2020 there are 13 weeks and a day.
    assert list(weeks)[:2] == [date(2019, 12, 30), date(2020, 1, 6)]
    assert (list(weeks)[-1], len(weeks)) == (date(2020, 3, 30), 14)


def test_works_begin_go_on_and_end(weeks: dict[date, Week]):
    what = "Ombygging: Nye kontorer"
    courses = [item(w, what).course for w in weeks.values() if any(i.what == what for i in w.items)]
    assert courses == [Course.BEGINS, *[Course.GOES_ON] * 10, Course.ENDS]
    works = item(weeks[date(2019, 12, 30)], what)
    assert (works.where, works.crew) == ("Hus C", "Håndverkere: 1")
    assert works.contact == "Prosjektlederen for ombyggingen i Hus C"


def test_a_move_says_where_whom_to_ask_and_what_must_be_done_first(weeks: dict[date, Week]):
    move = item(weeks[date(2020, 3, 23)], "Flytting", "Plan og bygg")
    assert (move.course, move.where, move.destination) == (Course.WHOLE, "Hus A", "Hus C")
    assert move.contact == "Flyttekontakten i Plan og bygg"
    assert move.first_done == ("Pakking er ferdig 24. mars 2020.", "Hus C: Nye kontorer er ferdig 20. mars 2020.")
    assert item(weeks[date(2020, 3, 30)], "IT", "Plan og bygg").where == "Hus C"


def test_what_is_told_first_is_told_where_it_begins_only(weeks: dict[date, Week]):
    ending = [i for w in weeks.values() for i in w.items if i.course in {Course.ENDS, Course.GOES_ON}]
    assert ending
    assert all(i.first_done == () for i in ending)


def test_milestones_stand_in_their_week_with_the_one_who_answers_for_the_building(weeks: dict[date, Week]):
    mark = item(weeks[date(2020, 1, 6)], "Lokalene leveres tilbake")
    assert (mark.course, mark.where, mark.contact) == (Course.HAPPENS, "Hus B", "Driftsansvarlig for Hus B")


def test_only_what_rests_on_an_estimate_is_called_so():
    given = case()
    hours = Figure(
        table="refurbishments", row="C+", column="weeks", value="10", confidence=Confidence.ESTIMATE, source="x"
    )
    found = weeks_of(finished(replace(given, figures=(*given.figures, hours))))[0]
    assert item(found, "Ombygging: Nye kontorer").estimates == ("varighet",)
    # The size of the movers' crew is an estimate; the number of people in NAV is documented.
    assert item(found, "Flytting", "NAV").estimates == ("mannskap",)
    assert item(found, "Pakking", "NAV").estimates == ()


def test_the_report_opens_the_month_it_begins_in_and_a_new_plan_its_own():
    run = run_of()
    names = PlanNames(run.instance, run.result.programme, NB)
    months = week_months(run, names, NB)
    # The week of 30 December has its Thursday in January.
    assert [(m.name, m.open) for m in months] == [
        ("januar 2020", True),
        ("februar 2020", False),
        ("mars 2020", False),
        ("april 2020", False),
    ]
    assert [m.note for m in months][:2] == ["1 flytting begynner", "1 flytting begynner"]
    assert months[1].weeks[1].going == ("Ombygging: Nye kontorer (Hus C), til 20. mars 2020",)
    later = week_months(replace(run, today=date(2020, 2, 14)), names, NB)
    assert [m.name for m in later if m.open] == ["februar 2020"]


def test_the_sheet_has_a_line_for_each_activity_in_each_week(tmp_path: Path):
    run = run_of()
    write_plan_workbook(tmp_path / "plan.xlsx", run)
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx")["Uke for uke"]
    rows = [[c.value for c in row] for row in sheet[sheet.tables["weeks"].ref]]
    assert rows[0][:5] == ["Uke", "Mandag", "Når", "Hva", "Enhet"]
    assert len(rows) - 1 == sum(max(1, len(w.items)) for w in weeks_of(run))
    assert rows[1][0] == "uke 1 2020"
