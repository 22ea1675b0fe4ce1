"""What someone says of a plan on its way, and what is then held fast."""

from dataclasses import replace
from datetime import date

import pytest

from localisation.domain.errors import InvalidData
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Plan, Step
from localisation.reading.told import told
from localisation.solving.schedule.replanning.delays import delay_of
from localisation.solving.schedule.replanning.replan import changes_of
from localisation.solving.schedule.verify import structural_plan_faults
from tests.solving.schedule.village_plan import ACCOUNTS, POINT, PROPOSAL, WORK, adopted, instance, programme

DAYS = programme().calendar.days


def changes(day: int, *delays: str, done: tuple[str, ...] = (), language: str = "nb") -> Changes:
    case = instance()
    return changes_of(case, programme(case), adopted(), as_of=DAYS[day], done=done, delays=delays, language=language)


def faults(*delays: str, done: tuple[str, ...] = (), day: int = 10, language: str = "nb") -> list[str]:
    with pytest.raises(InvalidData) as error:
        changes(day, *delays, done=done, language=language)
    said = [told(problem, language) for problem in error.value.problems]
    return [f"{s.what} {s.remedy}" for s in said]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rådhuset +10d", 10),
        ("Rådhuset + 10 dager", 10),
        ("Rådhuset refit +6w", 30),
        ("Rådhuset ombygging +6u", 30),
        ("Rådhuset +1m", 22),
        ("Rådhuset +2 months", 44),
        ("+3d", None),
        ("Rådhuset 3d", None),
        ("Rådhuset +3x", None),
        ("Rådhuset +0d", None),
        ("Rådhuset -3d", None),
    ],
)
def test_how_much_a_delay_is(text, days):
    found = delay_of(text, 5)
    assert (found.days if found else None) == days


def test_weeks_and_months_are_as_long_as_the_place_works():
    # 52 weeks of six days are 312 in a year, 26 a month.
    assert [delay_of(f"Rådhuset +{much}", 6).days for much in ("2d", "2w", "1m")] == [2, 12, 26]


@pytest.mark.parametrize(
    "name", ["Påbygg", "påbygg", "extension", "Torget ombygging", "torget refit", "WORK:extension"]
)
def test_works_are_known_by_option_building_id_and_word(name):
    found = changes(10, f"{name} +2w")
    assert found.days == {WORK: 50}
    assert found.earliest == {}


@pytest.mark.parametrize(
    "name",
    ["Regnskap", "accounts", "flytting av Regnskap", "Regnskap move to Torget", ACCOUNTS, "regnskap fra rådhuset"],
)
def test_a_whole_move_that_has_not_begun_begins_later(name):
    # Packing was to begin on day 38; three days later is day 41.
    found = changes(10, f"{name} +3d")
    assert found.days == {}
    assert found.earliest == {f"pack:{ACCOUNTS}": DAYS[41]}


def test_a_single_step_takes_longer():
    assert changes(10, "IKT Regnskap +3d").days == {f"it:{ACCOUNTS}": 4}


def test_a_move_under_way_is_late_in_the_step_it_is_in():
    assert changes(39, "Regnskap +3d").days == {f"pack:{ACCOUNTS}": 5}


def test_a_name_that_fits_several_things_is_refused_with_all_of_them():
    (said,) = faults("Rådhuset +1w")
    assert "flere ting" in said
    assert "flyttingen av Regnskap fra Rådhuset til Torget" in said
    assert "flyttingen av Innbyggertorget fra Torget til Rådhuset" in said
    (said,) = faults("Rådhuset +1w", language="en")
    assert "several things" in said


def two_works(day: int) -> dict[str, int]:
    """What takes longer when the square's refit is late by a week, and it has two works: days 0 to 40 and 50 to 55."""
    case = instance()
    base = programme(case)
    second = replace(base.activity[WORK], id="work:paint", days=5, option="paint")
    both = replace(base, activities=(*base.activities, second))
    plan = replace(adopted(), steps={**adopted().steps, "work:paint": Step(start=50, end=55)})
    return dict(changes_of(case, both, plan, as_of=DAYS[day], delays=("Torget refit +1w",)).days)


def test_of_several_works_in_a_building_the_one_under_way_is_meant_or_else_the_next():
    assert two_works(10) == {WORK: 45}
    assert two_works(45) == {"work:paint": 10}
    assert two_works(52) == {"work:paint": 10}
    assert two_works(57) == {"work:paint": 10}, "the last that ended"


def test_a_unit_that_moves_from_several_places_is_late_in_all_its_moves():
    case = instance()
    base = programme(case)
    other = replace(base.move[ACCOUNTS], unit="point")
    both = replace(base, moves=(other, base.move[POINT]))
    found = changes_of(case, both, adopted(), as_of=DAYS[10], delays=("Innbyggertorget +1d",))
    assert set(found.earliest) == {f"pack:{ACCOUNTS}", f"pack:{POINT}"}


def test_a_misspelt_name_gets_a_suggestion_and_nonsense_none():
    (said,) = faults("Regnskab +1w")
    assert "Mente du flyttingen av Regnskap fra Rådhuset til Torget" in said
    (said,) = faults("Xyzzy +1w")
    assert "Ingenting i planen heter «Xyzzy»" in said
    assert "Skriv navnet" in said


def test_everything_that_is_wrong_is_told_at_once():
    assert len(faults("Xyzzy +1w", "Rådhuset", done=("Plugh",))) == 3


def test_a_day_outside_the_plan_is_refused():
    case = instance()
    with pytest.raises(InvalidData) as error:
        changes_of(case, programme(case), adopted(), as_of=date(2019, 12, 1))
    assert error.value.problems[0].code == "plan_faults.as_of_outside"


def test_what_is_finished_or_under_way_is_kept():
    assert changes(10).kept == {WORK}
    assert changes(39).kept == {WORK, f"pack:{ACCOUNTS}"}
    assert changes(41).kept == {WORK, f"pack:{ACCOUNTS}", f"move:{ACCOUNTS}"}, "what begins today has not begun"


def test_what_is_under_way_and_late_ends_later():
    found = changes(10, "Påbygg +2w")
    assert found.adopted.steps[WORK] == Step(start=0, end=50)
    assert found.kept == {WORK}


def test_nobody_has_moved_in_before_works_that_turn_out_to_be_late():
    # On day 42 the plan says that accounts has moved to the square; but the works there last until day 50.
    found = changes(42, "Påbygg +2w")
    assert found.kept == {WORK, f"pack:{ACCOUNTS}", f"pack:{POINT}"}
    assert changes(42).kept == {WORK, f"pack:{POINT}", *(f"{k}:{ACCOUNTS}" for k in ("pack", "move", "it"))}


def test_what_is_done_before_its_day_is_kept_with_all_that_came_before():
    # Day 20: accounts is said to be in place already. Carrying and IT are pushed back to the last moment possible.
    found = changes(20, done=("Regnskap",))
    steps = found.adopted.steps
    assert steps[f"it:{ACCOUNTS}"] == Step(start=19, end=20)
    assert steps[f"move:{ACCOUNTS}"] == Step(start=18, end=19)
    assert steps[f"pack:{ACCOUNTS}"] == Step(start=16, end=18)
    assert found.days == {}


def test_works_finished_before_their_day_took_fewer_days():
    found = changes(30, done=("Påbygg",))
    assert found.days == {WORK: 30}
    assert found.adopted.steps[WORK] == Step(start=0, end=30)


def test_what_cannot_have_been_done_is_refused():
    (said,) = faults(done=("Regnskap",), day=3)
    assert "pakkingen for Regnskap" in said
    assert "kan ikke være ferdig" in said


def test_done_and_late_at_once_is_refused():
    (said,) = faults("Påbygg +1w", done=("Påbygg",), day=30)
    assert "både" in said


@pytest.mark.parametrize(
    ("day", "delays", "done"),
    [(10, ("Påbygg +2w",), ()), (20, (), ("Regnskap",)), (30, (), ("Påbygg",)), (39, ("Regnskap +3d",), ())],
)
def test_the_kept_steps_fit_the_new_programme(day, delays, done):
    case, found = instance(), changes(day, *delays, done=done)
    new = programme_of(case, PROPOSAL, found)
    wrong = [b for b in structural_plan_faults(new, found.adopted) if b.about[1] in found.kept]
    assert wrong == []
    assert isinstance(found.adopted, Plan)
