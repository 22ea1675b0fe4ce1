"""What is done or under way stays; the rest repeats itself when asked the same way."""

from dataclasses import replace

from localisation.domain.relocation.changes import Changes
from localisation.domain.scenario import SolveLimits
from localisation.solving.schedule.solve import solve_programme
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, moving, task, tasks


def test_kept_steps_and_ways_are_as_adopted():
    """u could go straight on day 0, but went to T on day 2 and is there: the rest follows from that."""
    room = criterion("K-plass", "small_room", parameters={"places": ("A=4", "B=4", "T=4")})
    programme = moving(calendar(8), ("u", "A", "B", 4), swing=("T",))
    best = solve_programme(asked(room, LAST_DAY), programme)
    assert best.plan.via == {"u": ""}
    late = {"m-uT0": replace(best.plan.steps["m-u0"], start=2, end=3)}
    adopted = replace(best.plan, via={"u": "T"}, steps=late)
    again = solve_programme(
        asked(room, LAST_DAY), programme, changes=Changes(kept=frozenset({"m-uT0"}), adopted=adopted)
    )
    assert again.plan.via == {"u": "T"}
    assert [again.plan.steps[a].start for a in ("m-uT0", "m-uT1")] == [2, 3]


def test_a_kept_activity_that_takes_longer_ends_later():
    """a began on day 1 and takes 4 days instead of 2; b, with the same one hand, then starts on day 5."""
    programme = tasks(calendar(12), {"x": 1}, task("a", 4, x=1), task("b", 1, ("a",), x=1))
    adopted = solve_programme(asked(HANDS, LAST_DAY), programme).plan
    begun = replace(adopted, steps={"a": replace(adopted.steps["a"], start=1, end=3)})
    changes = Changes(kept=frozenset({"a"}), adopted=begun, days={"a": 4})
    plan = solve_programme(asked(HANDS, LAST_DAY), programme, changes=changes).plan
    assert (plan.steps["a"].start, plan.steps["a"].end, plan.steps["b"].start) == (1, 5, 5)


def test_the_same_question_with_a_deterministic_limit_gives_the_same_plan():
    programme = tasks(
        calendar(30),
        {"x": 3},
        *(task(f"a{i}", 1 + i % 4, (f"a{i - 4}",) if i > 3 else (), x=1 + i % 2) for i in range(12)),
    )
    limits = SolveLimits(deterministic_limit=2, workers=2, time_limit_s=60)
    runs = [solve_programme(asked(HANDS, LAST_DAY), programme, limits=limits) for _ in range(2)]
    assert runs[0].workers == 1
    assert runs[0].plan == runs[1].plan
    assert [r.bound for r in runs[0].runs] == [r.bound for r in runs[1].runs]
