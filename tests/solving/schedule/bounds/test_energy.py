"""Bounds from hands times days, on paper."""

from localisation.domain.vocabulary import Strength
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.solving.schedule.build import build_schedule
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, task, tasks


def least(programme) -> int:
    built = build_schedule(asked(HANDS, LAST_DAY), programme)
    (makespan,) = built.objectives[0].terms
    return built.schedule.network.span(Linear({makespan: 1}))[0]


def test_hands_times_days():
    """5 tasks of 2 days and 1 hand are 10 hand-days: 2 hands need 5 days."""
    assert least(tasks(calendar(20), {"x": 2}, *(task(f"a{i}", 2, x=1) for i in range(5)))) == 5


def test_what_comes_before_and_after_is_added():
    """The same 10 hand-days for 2 hands, between 3 days of something before and 4 after: 3 + 5 + 4."""
    middle = [task(f"a{i}", 2, ("first",), x=1) for i in range(5)]
    last = task("last", 4, tuple(a.id for a in middle))
    assert least(tasks(calendar(30), {"x": 2}, task("first", 3), *middle, last)) == 12


def test_a_chain_counts_without_any_crew():
    """2 + 3 + 4 days one after the other."""
    chain = (task("a", 2), task("b", 3, ("a",)), task("c", 4, ("b",)))
    assert least(tasks(calendar(20), {}, *chain)) == 9


def test_a_sum_of_ends_is_at_least_the_shortest_first():
    """One hand, tasks of 1, 2 and 3 days: the shortest first end on 1, 3 and 6, together 10."""
    total = criterion("V-sum", "small_sum", Strength.WEIGHT, weight=1, best=0, worst=100)
    programme = tasks(calendar(20), {"x": 1}, task("a", 3, x=1), task("b", 1, x=1), task("c", 2, x=1))
    assert build_schedule(asked(HANDS, total), programme).floors == (10 * GOAL_UNITS,)
