"""Plans carried out with other durations than were planned, on paper and at random."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from localisation.domain.assessment import Assessment
from localisation.domain.relocation.logistics import ActivityKind, DaysOff, Logistics
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, PlanGiven, Programme
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.simulation import simulate as simulate_module
from localisation.solving.schedule.simulation.drawn_block import carried_out
from localisation.solving.schedule.simulation.simulate import simulate
from localisation.solving.schedule.simulation.simulated_network import simulated_network
from localisation.solving.schedule.verify import structural_plan_faults
from tests.solving.sample import inventory
from tests.solving.schedule.small_programmes import MONDAY, asked, calendar, moving, task, tasks
from tests.solving.schedule.small_rules import Hands, Room

CASE = asked()


def plan(via: dict[str, str] | None = None, **steps: tuple[int, int]) -> Plan:
    return Plan(steps={a.replace("_", "-"): Step(start=s, end=e) for a, (s, e) in steps.items()}, via=via or {})


def found(programme: Programme, planned: Plan) -> PlanResult:
    return PlanResult(
        programme=programme,
        plan=planned,
        assessment=Assessment(results=(), goal=(), points=0.0),
        runs=(),
        seed=1,
        workers=1,
    )


def ends(programme: Programme, planned: Plan, case=CASE, **days: int) -> dict[str, int]:
    """When each activity is finished if some take other days than planned."""
    network = simulated_network(case, programme, planned)
    drawn = np.array([[days.get(n.activity.replace("-", "_"), n.likely)] for n in network.nodes], dtype=np.int64)
    _, last = carried_out(network, drawn)
    return {n.activity: int(e) for n, e in zip(network.nodes, last[:, 0], strict=True)}


def test_nobody_is_earlier_than_planned_and_who_waits_is_late():
    programme = tasks(calendar(30), {}, task("a", 2), task("b", 3, after=("a",)), task("c", 1, after=("b",)))
    planned = plan(a=(0, 2), b=(4, 7), c=(7, 8))
    assert ends(programme, planned) == {"a": 2, "b": 7, "c": 8}
    assert ends(programme, planned, a=1) == {"a": 1, "b": 7, "c": 8}
    assert ends(programme, planned, a=4) == {"a": 4, "b": 7, "c": 8}, "two days of slack are used up"
    assert ends(programme, planned, a=6) == {"a": 6, "b": 9, "c": 10}


def test_hands_are_handed_on_in_the_order_of_the_plan():
    # Three hands: a has 2, b has 1, then c takes 2 and d takes 1.
    programme = tasks(calendar(30), {"x": 3}, *(task(k, 2, x=n) for k, n in (("a", 2), ("b", 1), ("c", 2), ("d", 1))))
    planned = plan(a=(0, 2), b=(0, 2), c=(2, 4), d=(2, 4))
    late = ends(programme, planned, b=5)
    assert (late["c"], late["d"]) in {(4, 7), (7, 4)}, "one of them waits for the hand that b holds, not both"
    assert ends(programme, planned, a=5, b=5) == {"a": 5, "b": 5, "c": 7, "d": 7}


def test_a_crews_days_off_are_kept_with_and_without_rest():
    axis = calendar(30, x={4, 5})
    programme = tasks(axis, {"x": 1}, task("a", 2, x=1), task("b", 2, after=("a",), x=1))
    assert ends(programme, plan(a=(0, 2), b=(2, 4)), a=3)["b"] == 8, "3 and 6 are not on end: 6 and 7"
    resting = tasks(axis, {"x": 1}, task("a", 2, x=1), task("b", 2, after=("a",), x=1, pausing=True))
    assert ends(resting, plan(a=(0, 2), b=(2, 4)), a=3)["b"] == 7, "3, rest, rest, 6"


def test_a_unit_waits_for_the_one_whose_room_it_takes_over():
    # u (4 staff) leaves A (6 places) for C (10 places, 6 taken); v (5) comes from B: 4 + 5 > 6.
    programme = moving(calendar(30), ("u", "A", "C", 4), ("v", "B", "A", 5))
    planned = plan({"u": "", "v": ""}, m_u0=(0, 1), m_v0=(1, 2))
    assert ends(programme, planned, m_u0=4) == {"m-u0": 4, "m-v0": 5}


def test_a_unit_that_has_room_anyway_waits_for_nobody():
    # v comes to C, where 4 of 10 places are free from the beginning and it has 4 staff.
    programme = moving(calendar(30), ("u", "A", "B", 4), ("v", "B", "C", 4))
    planned = plan({"u": "", "v": ""}, m_u0=(2, 3), m_v0=(3, 4))
    assert ends(programme, planned, m_u0=9)["m-v0"] == 4


def test_moving_in_waits_for_works_as_in_the_plan():
    work = Activity(id="work:A+", kind=ActivityKind.WORK, days=5, building="A", option="A+")
    moves = moving(calendar(30), ("v", "B", "A", 5))
    programme = replace(moves, activities=(work, *moves.activities))
    planned = Plan(steps={"work:A+": Step(start=0, end=5), "m-v0": Step(start=6, end=7)}, via={"v": ""})
    network = simulated_network(CASE, programme, planned)
    late = np.array([[9], [1]], dtype=np.int64)
    assert [n.activity for n in network.nodes] == ["work:A+", "m-v0"]
    assert carried_out(network, late)[1].tolist() == [[9], [10]]


def test_a_units_stop_is_kept_when_it_is_late():
    stop = DaysOff(id="s", name="Stopp", first=MONDAY + timedelta(3), last=MONDAY + timedelta(4), applies_to=("u",))
    logistics = Logistics(weekdays=(0, 1, 2, 3, 4, 5, 6), days_off=(stop,))
    stock = inventory(logistics=logistics)
    case = replace(CASE, inventory=stock)
    programme = moving(calendar(30), ("u", "A", "C", 4))
    wait = replace(programme.activities[0], after=("t",))
    programme = replace(programme, activities=(task("t", 1), wait))
    planned = plan({"u": ""}, t=(0, 1), m_u0=(1, 2))
    assert ends(programme, planned, case, t=3)["m-u0"] == 6, "days 3 and 4 are the unit's stop"


def test_the_calendar_goes_on_beyond_the_plans_last_day():
    programme = tasks(calendar(3), {}, replace(task("a", 2), high_days=200), task("b", 1, after=("a",)))
    assert ends(programme, plan(a=(0, 2), b=(2, 3)), a=200)["b"] == 201


def test_the_figures_of_two_activities_in_a_row_by_hand():
    # a takes 2, 3 or 4 days (triangular 2, 3, 4, rounded: 1/8, 6/8, 1/8), b always 1.
    programme = tasks(calendar(30), {}, replace(task("a", 3), low_days=2, high_days=4), task("b", 1, after=("a",)))
    said = simulate(CASE, found(programme, plan(a=(0, 3), b=(3, 4))), 4000, seed=3)
    assert said.uncertain == ("a",)
    whole = said.everyone
    assert whole.planned == date(2020, 1, 9), "the last day of b: Thursday"
    assert whole.by == {50: date(2020, 1, 9), 80: date(2020, 1, 9), 95: date(2020, 1, 10)}
    (driver,) = whole.drivers
    assert driver.activity == "a"
    # An eighth late, an eighth early but then held by the plan, which b's own day does not depend on.
    assert driver.criticality_percent == pytest.approx(87.5, abs=2)
    assert driver.correlation is not None
    # Cov = E[xy] - E[x]E[y] with x-3 in {-1,0,1}, y-4 in {0,0,1}: 1/8; Var x = 1/4, Var y = 7/64.
    assert driver.correlation == pytest.approx((1 / 8) / ((1 / 4) * (7 / 64)) ** 0.5, abs=0.03)


def test_the_answer_does_not_depend_on_how_many_processes_draw(monkeypatch):
    monkeypatch.setattr(simulate_module, "WORTH_A_PROCESS", 0)
    programme = tasks(
        calendar(60), {"x": 1}, *(replace(task(k, 3, x=1), low_days=1, high_days=9) for k in ("a", "b", "c"))
    )
    result = found(programme, plan(a=(0, 3), b=(3, 6), c=(6, 9)))
    alone = simulate(CASE, result, 600, seed=5)
    assert simulate(CASE, result, 600, seed=5, processes=2) == alone
    assert simulate(CASE, result, 600, seed=6) != alone


def test_the_share_that_holds_the_date():
    # The scenario's date, New Year's Day 2021, is day 361 when all days are worked: 362 days are in time, 363 are late.
    programme = tasks(calendar(400), {}, replace(task("a", 360), high_days=364))
    said = simulate(CASE, found(programme, plan(a=(0, 360))), 2000, seed=1)
    late = 100 - said.everyone.on_time_percent
    # Triangular from 360 to 364 with its top at 360: P(x > 362.5) = (1.5/4)^2.
    assert late == pytest.approx(100 * (1.5 / 4) ** 2, abs=3)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_the_durations_the_plan_carried_out_is_a_plan(seed):
    rng = random.Random(seed)
    programme, planned = random_plan(rng)
    network = simulated_network(CASE, programme, planned)
    days = np.array([[rng.randint(0, 6)] for _ in network.nodes], dtype=np.int64)
    _, last = carried_out(network, days)
    drawn = {n.activity: int(d) for n, d in zip(network.nodes, days[:, 0], strict=True)}
    really = replace(
        programme,
        calendar=network.calendar,
        activities=tuple(replace(a, days=drawn.get(a.id, a.days)) for a in programme.activities),
    )
    steps = {}
    for node, end in zip(network.nodes, last[:, 0], strict=True):
        bound = max([node.planned, *(int(last[j, 0]) for j in node.waits_for)])
        start, again = node.worked.earliest(bound, drawn[node.activity])
        assert again == end
        steps[node.activity] = Step(start=start, end=int(end))
    late = Plan(steps=steps, via=planned.via)
    assert list(structural_plan_faults(really, late)) == []
    given = PlanGiven(instance=CASE, programme=really, units=CASE.inventory.units)
    assert Hands().check(given, late) == []
    assert Room(places=("A=6", "B=6", "C=10")).check(given, late) == []


def random_plan(rng: random.Random) -> tuple[Programme, Plan]:
    """A feasible plan of three moves between three buildings and six tasks of one crew, made by trying at random."""
    moves = moving(
        calendar(40, x=set(rng.sample(range(40), 6))), ("u", "A", "C", 4), ("v", "B", "A", 5), ("w", "C", "B", 4)
    )
    own = [
        task(
            f"t{i}", rng.randint(1, 3), tuple(f"t{j}" for j in range(i) if rng.random() < 0.2), rng.random() < 0.5, x=1
        )
        for i in range(6)
    ]
    base = tasks(moves.calendar, {"x": 2}, *moves.activities, *own)
    stays = (
        *moves.stays,
        *(s for s in moving(moves.calendar, ("w", "C", "C", 2)).stays if not s.since and not s.until),
    )
    programme = replace(base, moves=moves.moves, stays=stays)
    given = PlanGiven(instance=CASE, programme=programme, units=CASE.inventory.units)
    while True:
        starts = {a.id: rng.randint(0, 25) for a in programme.activities}
        steps = {
            a.id: Step(start=starts[a.id], end=starts[a.id] + _length(programme, a, starts[a.id]))
            for a in programme.activities
        }
        made = Plan(steps=steps, via={m.id: "" for m in programme.moves})
        if list(structural_plan_faults(programme, made)):
            continue
        if not Hands().check(given, made) and not Room(places=("A=6", "B=6", "C=10")).check(given, made):
            return programme, made


def _length(programme: Programme, activity: Activity, start: int) -> int:
    off = programme.calendar.off["x"] if activity.pausing else frozenset()
    length = left = 0
    while left < activity.days:
        left += (start + length) not in off
        length += 1
    return length
