"""Plans small enough to reckon on paper."""

import threading

import pytest

from localisation.domain.errors import Disagreement
from localisation.domain.vocabulary import Status, Strength
from localisation.solving.schedule.solve import solve_programme
from localisation.solving.stopped_empty import StoppedEmpty
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, moving, task, tasks
from tests.solving.schedule.small_rules import Makespan

WEIGHT = Strength.WEIGHT


def test_two_hands_share_three_tasks():
    """Two hands; a takes one for 3 days, b one for 2, c two for 1: c cannot be beside anyone, so 3 + 1 days."""
    programme = tasks(calendar(10), {"x": 2}, task("a", 3, x=1), task("b", 2, x=1), task("c", 1, x=2))
    result = solve_programme(asked(HANDS, LAST_DAY), programme)
    assert result.status is Status.OPTIMAL
    assert result.assessment.result("V-ferdig").amount == 4


def test_what_comes_after_waits():
    """a (2 days) before b (3) before c (1): 6 days, though there are hands enough."""
    programme = tasks(
        calendar(10), {"x": 9}, task("c", 1, after=("b",), x=1), task("b", 3, after=("a",), x=1), task("a", 2, x=1)
    )
    result = solve_programme(asked(HANDS, LAST_DAY), programme)
    assert [result.plan.steps[a].start for a in "abc"] == [0, 2, 5]


def test_holidays_make_pausing_work_longer_and_put_other_work_off():
    """x is off on days 1 and 2. The pausing job of 3 days works on 0, 3, 4; the other cannot be before day 3."""
    off = calendar(10, x={1, 2})
    programme = tasks(off, {"x": 2}, task("pauses", 3, pausing=True, x=1), task("unbroken", 2, x=1))
    result = solve_programme(asked(HANDS, LAST_DAY), programme)
    assert (result.plan.steps["pauses"].start, result.plan.steps["pauses"].end) == (0, 5)
    assert result.plan.steps["unbroken"].start == 3
    assert result.assessment.result("V-ferdig").amount == 5


def test_two_who_swap_rooms_need_transit_premises():
    """u and v swap full buildings: one must wait in T. In, over, out: three days, and the smaller one waits."""
    room = criterion("K-plass", "small_room", parameters={"places": ("A=4", "B=4", "T=4")})
    transit = criterion("V-mellom", "small_waiting", WEIGHT, weight=1, best=0, worst=10)
    programme = moving(calendar(10), ("u", "A", "B", 4), ("v", "B", "A", 3), swing=("T",))
    result = solve_programme(asked(room, transit, LAST_DAY), programme)
    assert result.status is Status.OPTIMAL
    assert result.plan.via == {"u": "", "v": "T"}
    assert result.assessment.result("V-ferdig").amount == 3


def test_the_second_goal_may_not_cost_the_first():
    """Swapping through T takes 3 days whoever waits; the second level then chooses that 3, not 4, wait."""
    room = criterion("K-plass", "small_room", parameters={"places": ("A=4", "B=4", "T=4")})
    transit = criterion("V-mellom", "small_waiting", WEIGHT, weight=1, best=0, worst=10)
    programme = moving(calendar(10), ("u", "A", "B", 4), ("v", "B", "A", 3), swing=("T",))
    order = (("V-ferdig",), ("V-mellom",))
    result = solve_programme(asked(room, transit, LAST_DAY, levels=order), programme)
    assert [run.status for run in result.runs] == [Status.OPTIMAL, Status.OPTIMAL]
    assert [result.assessment.result(i).amount for i in ("V-ferdig", "V-mellom")] == [3, 3]


def test_a_wish_gives_way_at_its_price():
    """One hand, two tasks of 2 days: holding the wish costs 4 days, breaking it 2 days and one breach."""
    wish = criterion("V-hender", "small_hands", WEIGHT, weight=1, worst=1)
    cheap = criterion("V-ferdig", "small_makespan", WEIGHT, weight=1, best=0, worst=1)
    programme = tasks(calendar(10), {"x": 1}, task("a", 2, x=1), task("b", 2, x=1))
    assert solve_programme(asked(wish, cheap), programme).assessment.result("V-hender").amount == 1
    assert solve_programme(asked(wish, LAST_DAY), programme).assessment.result("V-hender").amount == 0


def test_nothing_to_weigh_is_still_a_plan():
    programme = tasks(calendar(4), {"x": 1}, task("a", 2, x=1), task("b", 2, x=1))
    result = solve_programme(asked(HANDS), programme)
    assert sorted(s.start for s in result.plan.steps.values()) == [0, 2]


def test_a_stop_before_the_beginning_finds_nothing():
    stop = threading.Event()
    stop.set()
    with pytest.raises(StoppedEmpty):
        solve_programme(asked(HANDS), tasks(calendar(4), {"x": 1}, task("a", 2, x=1)), stop=stop)


def test_a_rule_that_says_two_things_is_found_out(monkeypatch):
    """The solver is charged 2 days and the check counts 3: neither may leave the engine."""
    monkeypatch.setattr(Makespan, "measure", lambda self, given, plan: max(s.end for s in plan.steps.values()) + 1)
    with pytest.raises(Disagreement):
        solve_programme(asked(HANDS, LAST_DAY), tasks(calendar(4), {"x": 1}, task("a", 2, x=1)))
