"""Pushing a plan late, and placing it early again, on paper."""

from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.justify import justified
from localisation.solving.schedule.first_plan.layout import Layout
from localisation.solving.schedule.first_plan.precedence import precedence_of
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, task, tasks


def test_what_can_wait_is_pushed_behind_what_cannot():
    """One hand: a (1 day) on day 0, b (1) on day 1, then c (3 days, by another crew) after b, until day 5.

    Pushed late, c stays on day 2, b on day 1, and a goes to day 4: b then comes before a.
    """
    programme = tasks(calendar(12), {"x": 1, "y": 1}, task("a", 1, x=1), task("b", 1, x=1), task("c", 3, ("b",), y=1))
    network = build_schedule(asked(HANDS, LAST_DAY), programme).schedule.network
    precedence = precedence_of(network)
    draft = Draft(Layout(network), wishes=True)
    for name, start in (("a", 0), ("b", 1), ("c", 2)):
        assert draft.put(name, start)
    ranks = justified(draft, precedence)
    assert {job[0]: int(rank) for job, rank in zip(precedence.jobs, ranks, strict=True)} == {"a": 4, "b": 1, "c": 2}
