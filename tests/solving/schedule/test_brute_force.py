"""The solver against every plan there is, on programmes of four days or six."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Status, Strength
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.solve import solve_programme
from localisation.solving.schedule.verify import assess_plan
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, moving, task, tasks

WEIGHT = Strength.WEIGHT
OVERTIME = criterion("V-overtid", "small_overtime", WEIGHT, weight=3, best=0, worst=4)


def every_plan(programme: Programme, *, overtime: bool = False) -> Iterator[Plan]:
    """All ways, all starts, and the end that the days and the crews' days off give; some are not lawful."""
    axis = programme.calendar
    for ways in product(*([r.via for r in m.routes] for m in programme.moves)):
        via = {m.id: way for m, way in zip(programme.moves, ways, strict=True)}
        legs = {leg.id for leg in Plan(steps={}, via=via).legs(programme)}
        there = [a for a in programme.activities if not a.leg or a.leg in legs]
        options = []
        for a in there:
            off = frozenset[int]().union(*(axis.off.get(crew, frozenset()) for crew in a.demands))
            ends = {}
            for start in range(len(axis)):
                worked = (e for e in range(start, len(axis) + 1) if len(set(range(start, e)) - off) == a.days)
                ends[start] = next(worked, None)
            hands = (False, True) if overtime and a.demands else (False,)
            options.append([Step(start=s, end=e, overtime=o) for s, e in ends.items() if e is not None for o in hands])
        for steps in product(*options):
            yield Plan(steps={a.id: step for a, step in zip(there, steps, strict=True)}, via=via)


def the_least(case: Instance, programme: Programme, **more: bool) -> tuple[int, ...] | None:
    found = (assess_plan(case, programme, plan) for plan in every_plan(programme, **more))
    return min((a.goal for a in found if a.valid), default=None)


def drawn_tasks(seed: int) -> Programme:
    """Three or four tasks of one or two days, one or two crews with days off, an order drawn among them."""
    random = Random(seed)
    sizes = {crew: random.randint(1, 2) for crew in "xy"[: random.randint(1, 2)]}
    off = {crew: {d for d in range(6) if random.random() < 0.2} for crew in sizes}
    made = []
    for number in range(random.randint(3, 4)):
        after = tuple(f"a{i}" for i in range(number) if random.random() < 0.3)
        demands = {crew: random.randint(0, size) for crew, size in sizes.items()}
        demands = {crew: n for crew, n in demands.items() if n}
        one = task(f"a{number}", random.randint(0, 2), after, pausing=random.random() < 0.5, **demands)
        made.append(replace(one, earliest=random.randint(0, 1)))
    return tasks(calendar(6, **off), sizes, *made)


@pytest.mark.parametrize("seed", range(25))
def test_the_makespan_is_the_least_of_all_plans(seed):
    programme, case = drawn_tasks(seed), asked(HANDS, LAST_DAY)
    least = the_least(case, programme)
    if least is None:
        with pytest.raises(NoPlan):
            solve_programme(case, programme)
        return
    result = solve_programme(case, programme)
    assert result.status is Status.OPTIMAL
    assert result.assessment.goal == least


@pytest.mark.parametrize("seed", range(25))
def test_the_sum_of_ends_is_the_least_of_all_plans(seed):
    """The bound known before any search is never above it."""
    programme = drawn_tasks(seed)
    case = asked(HANDS, criterion("V-sum", "small_sum", WEIGHT, weight=1, best=0, worst=100))
    least = the_least(case, programme)
    if least is None:
        return
    result = solve_programme(case, programme)
    assert result.status is Status.OPTIMAL
    assert result.assessment.goal == least
    assert build_schedule(case, programme).floors[0] <= least[0]


@pytest.mark.parametrize("seed", range(6))
def test_overtime_is_taken_when_it_pays(seed):
    """Four days, one hand and two on overtime: a day weighs 5 / 4, a task on overtime 3 / 4."""
    base = drawn_tasks(seed)
    programme = replace(
        base,
        calendar=calendar(4),
        crews=tuple(c.model_copy(update={"size": 1, "overtime_size": 2}) for c in base.crews),
        activities=tuple(replace(a, earliest=0) for a in base.activities[:3]),
    )
    case = asked(HANDS, criterion("V-ferdig", "small_makespan", WEIGHT, weight=5, best=0, worst=4), OVERTIME)
    least = the_least(case, programme, overtime=True)
    if least is None:
        with pytest.raises(NoPlan):
            solve_programme(case, programme)
        return
    assert solve_programme(case, programme).assessment.goal == least


@pytest.mark.parametrize("seed", range(12))
def test_rooms_and_ways_are_the_best_of_all(seed):
    """Two or three units among three buildings and transit premises, room drawn so that some must wait."""
    random = Random(seed)
    homes = ["A", "B", "C"]
    moves = []
    for number in range(random.randint(2, 3)):
        origin, destination = random.sample(homes, 2)
        moves.append((f"u{number}", origin, destination, random.randint(1, 3)))
    places = [f"{b}={random.randint(3, 5)}" for b in homes] + ["T=3"]
    case = asked(
        criterion("K-plass", "small_room", parameters={"places": tuple(places)}),
        LAST_DAY,
        criterion("V-mellom", "small_waiting", WEIGHT, weight=1, best=0, worst=10),
        levels=(("V-mellom",), ("V-ferdig",)),
    )
    programme = moving(calendar(4), *moves, swing=("T",))
    least = the_least(case, programme)
    if least is None:
        with pytest.raises(NoPlan):
            solve_programme(case, programme)
        return
    result = solve_programme(case, programme)
    assert result.assessment.goal == least
    assert result.status is Status.OPTIMAL
