"""plan.json: reads back as written, refuses what it is not, and shows any change."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Run
from localisation.exporting.plan.plan_file import (
    PlanFileUnusable,
    json_schema,
    plan_contents,
    plan_digest,
    read_plan,
    write_plan,
)
from localisation.exporting.plan.plan_file_schema import PlanFile
from localisation.exporting.plan.stored_plan import changes_of, plan_of, proposal_of
from localisation.solving.schedule.verify import assess_plan
from tests.exporting.plan_outcome import case, finished, rejected, replanned, simulated

SCHEMA = Path(__file__).parents[2] / "docs" / "plan.schema.json"


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "plan.json"
    write_plan(path, finished(home=path.parent))
    return path


def changed(contents: PlanFile, activity: str, **dates: date | None) -> PlanFile:
    """The stored plan with other dates of one activity."""
    steps = tuple(s.model_copy(update=dates) if s.activity == activity else s for s in contents.steps)
    return contents.model_copy(update={"steps": steps})


def test_it_reads_back_as_the_same_plan_on_a_programme_made_anew(stored: Path):
    contents, run = read_plan(stored), finished()
    assert contents.content_sha256 == plan_digest(contents)
    assert (contents.kind, contents.root, contents.scenario.path) == ("plan", "..", "scenarios/by.toml")
    programme = programme_of(run.instance, proposal_of(contents), None)
    plan, faults = plan_of(contents, programme)
    assert faults == ()
    assert plan.steps == run.result.plan.steps
    assert plan.via == {"nav:B>D": "F"}
    assert assess_plan(run.instance, programme, plan).structural == ()


def test_steps_have_dates_and_levels_their_bound_and_gap(stored: Path):
    contents = read_plan(stored)
    works = next(s for s in contents.steps if s.activity == "work:C+")
    assert (works.first, works.last, works.days) == (date(2020, 1, 2), date(2020, 3, 20), 50)
    assert [(r.status, r.gap) for r in contents.level_runs] == [("optimal", 0.0), ("feasible", 0.25)]
    assert contents.status == "feasible"


def test_the_same_plan_gives_the_same_file_with_sorted_keys(stored: Path, tmp_path: Path):
    again = tmp_path / "out" / "again.json"
    write_plan(again, finished(home=again.parent))
    assert again.read_bytes() == stored.read_bytes()
    assert list(json.loads(stored.read_text("utf-8"))) == sorted(json.loads(stored.read_text("utf-8")))


def test_everything_that_may_go_with_a_plan_reads_back(tmp_path: Path):
    given = case()
    run = replace(replanned(given), simulation=simulated(), rejected=rejected(given), placement_points=79.0)
    plan = replace(run.result.plan, runs={"plan:A>C": Run(vehicle=1, minute=30)})
    run = replace(run, result=replace(run.result, plan=plan))
    path = tmp_path / "plan.json"
    write_plan(path, run)
    contents = read_plan(path)
    assert contents == plan_contents(run)
    assert changes_of(contents, run.result.programme.calendar) == run.result.changes
    assert plan_of(contents, run.result.programme)[0].runs == plan.runs
    assert contents.simulation is not None
    assert contents.simulation.everyone.by == {50: date(2020, 4, 14), 80: date(2020, 5, 4), 95: None}
    assert contents.rejected[0].why["en"] == "Hus D opens too late for NAV."


def test_work_on_good_friday_is_a_fault_and_not_the_end_of_the_reading(stored: Path):
    run, contents = finished(), read_plan(stored)
    moved = changed(contents, "move:plan:A>C", first=date(2020, 4, 8), last=date(2020, 4, 10))
    plan, faults = plan_of(moved, run.result.programme)
    assert [f.about for f in faults] == [("day_off", "move:plan:A>C", "2020-04-10")]
    # Wednesday and Maundy Thursday are left: two days of the three it takes.
    step = plan.steps["move:plan:A>C"]
    assert step.end - step.start == 2
    found = {b.about[:2] for b in assess_plan(run.instance, run.result.programme, plan).structural}
    assert ("too_short", "move:plan:A>C") in found


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2019, 12, 30), date(2020, 1, 3)),
        (date(2020, 12, 30), date(2021, 1, 5)),
        (date(2020, 2, 6), date(2020, 2, 3)),
    ],
)
def test_dates_outside_the_calendar_or_backwards_are_found_by_the_check(stored: Path, first: date, last: date):
    run, contents = finished(), read_plan(stored)
    plan, _ = plan_of(changed(contents, "work:C+", first=first, last=last), run.result.programme)
    found = {b.about for b in assess_plan(run.instance, run.result.programme, plan).structural}
    assert ("outside", "work:C+") in found


def test_an_activity_that_is_there_twice_is_a_fault(stored: Path):
    run, contents = finished(), read_plan(stored)
    twice = contents.model_copy(update={"steps": (*contents.steps, contents.steps[0])})
    _, faults = plan_of(twice, run.result.programme)
    assert [f.about for f in faults] == [("double", contents.steps[0].activity)]


def test_any_change_by_hand_shows_in_the_digest(stored: Path):
    stored.write_text(stored.read_text("utf-8").replace("2020-03-20", "2020-03-19"), "utf-8")
    contents = read_plan(stored)
    assert contents.content_sha256 != plan_digest(contents)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda d: d.pop("steps"), ("missing", "steps")),
        (lambda d: d.update(extra=1), ("unknown_field", "extra")),
        (lambda d: d.update(schema_version=2), ("other_version", "schema_version")),
        (lambda d: d["steps"][0].update(first="i morgen"), ("wrong_value", "steps.0.first")),
        (lambda d: d["steps"][0].update(days=-1), ("wrong_value", "steps.0.days")),
        (lambda d: d.update(kind="sonnet"), ("wrong_value", "kind")),
        (lambda d: d.update(kind="proposal"), ("is_proposal", "")),
        (lambda d: d.update(kind="stack"), ("is_no_plan", "")),
    ],
)
def test_a_file_of_another_shape_is_refused_with_the_place(stored: Path, change, fault):
    contents = json.loads(stored.read_text("utf-8"))
    change(contents)
    stored.write_text(json.dumps(contents), "utf-8")
    with pytest.raises(PlanFileUnusable) as refused:
        read_plan(stored)
    assert [(f.kind, f.place) for f in refused.value.faults] == [fault]


def test_the_schema_in_the_docs_is_that_of_the_code():
    # Renew it with: python -m localisation.exporting.plan.plan_file > docs/plan.schema.json
    assert SCHEMA.read_text("utf-8") == json_schema()
