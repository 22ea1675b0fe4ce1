"""Whatever is said of a plan on its way, the plan made anew passes the independent check; and so does the one after."""

from random import Random

import pytest

from localisation.domain.errors import InvalidData
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.replanning.replanned import Replanned
from tests.rules.relocation.hamlet import SWAP
from tests.solving.sample import criterion
from tests.solving.schedule.replanned_hamlet import HANDS, MOVES_ONLY, SOON, anew, instance, planned, wrong

MORE = (
    criterion("K-rom", "room_every_day"),
    criterion("K-bygg", "works_before_move_in"),
    criterion("K-stopp", "stop_periods"),
    criterion("K-ikke-foer", "not_before", parameters={"day": "2020-03-17"}),
    criterion("K-tom", "no_stay_during_works"),
)
UNDERSTOOD_BUT_REFUSED = {"done_and_late", "done_too_early", "delay_over_days_off", "delayed_twice"}


def end_of(result: PlanResult, key: str) -> int:
    """The day after a step, the works or the last step of a whole move, by the plan."""
    route = result.plan.route(result.programme, key) if key in result.programme.move else None
    steps = [a for leg in route.legs for a in leg.activities] if route else [key]
    return max(result.plan.steps[a].end for a in steps)


def said(random: Random, result: PlanResult, day: int) -> tuple[list[str], tuple[str, ...]]:
    """Up to two delays and two things that are done, each of a whole move, a step or the works.

    No two delays are of the same; what the plan says is finished is late by so much that it is not over yet.
    """
    whole = [m.id for m in result.programme.moves] + [w.id for w in result.programme.works]
    steps = sorted(result.plan.steps)
    due = [a for a in steps if result.plan.steps[a].start < day + 4]
    late = random.sample([*whole, *steps], random.randint(0, 2))
    delays = [f"{key} +{max(0, day - end_of(result, key)) + random.randint(1, 8)}d" for key in late]
    done = tuple(random.choice([*due, *whole[:1]]) for _ in range(random.randint(0, 2))) if due else ()
    return delays, done


def next_plan(random: Random, case, before: PlanResult, first: int) -> tuple[Replanned | None, int]:
    """What becomes of a plan on some day from `first` on; None when what is said cannot be, with its reasons."""
    day = first + random.randint(0, 6)
    delays, done = said(random, before, day)
    try:
        return anew(case, before, day, *delays, done=done), day
    except InvalidData as error:
        reasons = {p.code.removeprefix("plan_faults.") for p in error.problems} - UNDERSTOOD_BUT_REFUSED
        understood = not reasons
    except NoPlan as error:
        understood = bool(error.diagnosis.faults or error.diagnosis.conflict)
    assert understood, (day, delays, done)
    return None, day


@pytest.mark.parametrize("seed", range(16))
def test_every_plan_made_anew_holds_and_the_one_after_it(seed):
    random = Random(seed)
    case = instance(HANDS, SOON, *random.sample(MORE, random.randint(0, 3)), slack=random.choice([0, 20]))
    proposal = random.choice([SWAP, MOVES_ONLY])
    try:
        result = planned(case, proposal)
    except NoPlan:
        return
    day = 0
    for _ in range(3):
        found, day = next_plan(random, case, result, day)
        if found is None:
            continue
        assert wrong(found) == []
        result = found.result
