"""Crews, norms, days off, swing space and the calendar, read from the tiny place, right and wrong."""

from datetime import date
from pathlib import Path

from localisation.domain.relocation.calendar import calendar_of
from localisation.domain.relocation.logistics import ActivityKind, Repeats
from localisation.domain.vocabulary import Confidence
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.moving import CALENDAR, PLAN, SCENARIO, known, put, read
from tests.reading.spoiled import Town


def test_everything_known_about_moving_arrives(town: Town):
    logistics = read(town).inventory.logistics
    assert logistics is not None
    assert [(c.id, c.size, c.overtime_size, c.nok_per_day) for c in logistics.crews] == [
        ("flytt", 8, 4, 4200),
        ("it", 2, 0, 6400),
    ]
    # 10 employees with 20 m3: 10/15 + 20/60 = 1 day; with 21 m3 a little more, so 2.
    norm = logistics.norm(ActivityKind.MOVE)
    assert (norm.days(10, 20), norm.days(10, 21), norm.high_percent) == (1, 2, 150)
    assert logistics.norm(ActivityKind.WORK).low_percent == 80
    pay, election = logistics.days_off
    assert (pay.last, pay.repeats, pay.applies_to) == (date(2024, 1, 31), Repeats.MONTHLY, ("U1", "crew:it"))
    assert (election.kind, election.repeats, election.applies_to) == ("election", Repeats.NO, ("none",))
    assert logistics.swing_space[0].nok_per_month == 10_000


def test_the_calendar_has_the_holidays_of_the_country_and_the_days_of_the_week(town: Town):
    logistics = read(town).inventory.logistics
    assert logistics is not None
    assert logistics.weekdays == (0, 1, 2, 3, 4)
    assert logistics.public_holidays[date(2024, 5, 17)] == "Grunnlovsdag"
    # Easter 2024: Good Friday is 29 March and Monday 1 April; four days are left of these two weeks but six.
    days = calendar_of(logistics, date(2024, 3, 25), date(2024, 4, 5)).days
    assert days == (*(date(2024, 3, d) for d in (25, 26, 27)), *(date(2024, 4, d) for d in (2, 3, 4, 5)))
    # The crew of IT rests on the last days of January, the movers do not.
    january = calendar_of(logistics, date(2024, 1, 22), date(2024, 1, 31))
    assert {crew: len(days) for crew, days in january.off.items()} == {"it": 5}


def test_a_place_that_tells_nothing_of_moving_has_no_logistics(town: Town):
    assert read_scenario(Path(SCENARIO)).inventory.logistics is None
    assert read_scenario(Path(SCENARIO)).scenario.planning is None


def test_the_rule_tells_which_stage_a_criterion_belongs_to(town: Town):
    instance = read(town, PLAN + 'seed = 5\n[plan.goal]\norder = [["F1"]]\n')
    assert [c.id for c in instance.criteria] == ["K1", "K2"]
    assert [c.id for c in instance.relocation_criteria] == ["F1", "F2", "F3"]
    planning = instance.scenario.planning
    assert planning is not None
    assert (planning.start, planning.until, planning.levels) == (date(2024, 1, 8), date(2024, 12, 20), (("F1",),))
    # What is not said is as it is without [plan]: a minute, two workers.
    assert (planning.solve.seed, planning.solve.time_limit_s, planning.solve.workers) == (5, 60, 2)
    assert instance.scenario.levels == ()


def test_a_plan_without_days_covers_the_scenario_and_a_year(town: Town):
    planning = read(town, "\n[plan]\nworkers = 1\n").scenario.planning
    assert planning is not None
    assert (planning.start, planning.until) == (date(2024, 1, 1), date(2026, 1, 1))


def test_a_child_changes_the_plan_key_by_key(town: Town):
    read(town, PLAN + '[plan.goal]\norder = [["F1"]]\n')
    (town.folder / "barn.toml").write_text(
        '[scenario]\nid="barn"\nname="Barn"\nextends="scenario.toml"\n[plan]\nstart=2024-02-01\n', "utf-8"
    )
    planning = read_scenario(Path("barn.toml")).scenario.planning
    assert planning is not None
    assert (planning.start, planning.until, planning.levels) == (date(2024, 2, 1), date(2024, 12, 20), (("F1",),))


def test_figures_of_moving_keep_their_confidence(town: Town):
    figures = {(f.table, f.row, f.column): f for f in read(town).figures}
    assert figures["crews", "flytt", "size"].value == "8"
    assert figures["activity_norms", "move", "m3_per_day"].confidence is Confidence.ESTIMATE
    assert figures["criteria", "F1", "worst"].value == "200"


def test_days_off_may_name_everyone(town: Town):
    town.write(known(put("days_off", 2, "applies_to", "Alle")), place=tiny.PLACE + CALENDAR)
    logistics = read_scenario(Path(SCENARIO)).inventory.logistics
    assert logistics is not None
    assert date(2024, 1, 25) not in calendar_of(logistics, date(2024, 1, 22), date(2024, 1, 31)).days
