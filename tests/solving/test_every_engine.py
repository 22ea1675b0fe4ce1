"""Whichever engine is asked, a small question has one answer: the same status, and the same optimum of each goal level.

The questions are every shipped and invented scenario small enough to be proven in seconds by each engine alone, and
random places on which every placement rule there is takes part once as a must (a requirement) and once with a weight;
there the optimum is known from trying every proposal. Optima are the same within `PROOF_TOLERANCE`, a millionth of a
point, which is what a proof in floating point may leave open.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status, Strength
from localisation.reading.scenario import read_scenario
from localisation.rules import MEASURES, PLACEMENT_RULES, REQUIREMENTS
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve
from localisation.solving.verify import assess
from tests.rules.instances import every_proposal, random_instance
from tests.rules.parameters import GENERATORS

ROOT = Path(__file__).parents[2]
SMALL = [
    path.relative_to(ROOT)
    for folder in ("scenarios/golden", "tests/places")
    for path in sorted((ROOT / folder).rglob("*.toml"))
    if "[scenario]" in (text := path.read_text("utf-8")) and "reference = true" not in text
]
"""All but today's situation, which is measured and not sought."""
MIXES = 6
MOST = 250
"""Proposals beyond which a random place is not used."""
Goals = tuple[int, ...] | None


def limits(engine: Engine) -> SolveLimits:
    """One engine alone, or all together: with one worker the portfolio would be CP-SAT alone."""
    return SolveLimits(engine=engine, workers=2 if engine is Engine.PORTFOLIO else 1, time_limit_s=60)


def answer(place: Instance, engine: Engine) -> Goals:
    """The optimum of each goal level, proven and checked; None when there is no proposal."""
    try:
        found = solve(place, limits=limits(engine))
    except NoProposal:
        return None
    assert [run.status for run in found.runs] == [Status.OPTIMAL] * len(found.runs)
    checked = assess(place, found.proposal)
    assert checked.valid
    assert [run.value for run in found.runs] == list(checked.goal)
    return checked.goal


def same(one: Goals, other: Goals) -> bool:
    """Whether two answers are as good, level by level."""
    if one is None or other is None:
        return one is other
    return len(one) == len(other) and all(abs(a - b) <= PROOF_TOLERANCE for a, b in zip(one, other, strict=True))


@cache
def scenario(path: Path) -> Instance:
    """A scenario as it is read."""
    return read_scenario(ROOT / path)


@cache
def by_cp_sat(path: Path) -> Goals:
    """What CP-SAT answers: its arithmetic is exact."""
    return answer(scenario(path), Engine.CP_SAT)


@pytest.mark.parametrize("engine", [e for e in Engine if e is not Engine.CP_SAT])
@pytest.mark.parametrize("path", SMALL, ids=str)
def test_every_engine_gives_the_answer_of_cp_sat(path: Path, engine: Engine) -> None:
    assert same(answer(scenario(path), engine), by_cp_sat(path))


def rules(mix: int) -> list[str]:
    """The rules of one mix: every rule is in one."""
    return [name for kind in (REQUIREMENTS, MEASURES) for name in [r.name for r in kind][mix::MIXES]]


def places(mix: int, *, ordered: bool) -> Iterator[tuple[Instance, list[Goals]]]:
    """Random places with the rules of a mix, and what every proposal that meets the musts loses of each goal level.

    Every other requirement is a must; which, and whether goals are weighed or ordered, is turned by `ordered`.
    """
    for seed in range(1_000):
        rng = Random(f"engines {mix} {ordered} {seed}")
        place = random_instance(seed)
        proposals = list(islice(every_proposal(place), MOST + 1))
        if len(proposals) > MOST:
            continue
        criteria = [
            criterion(rng, place, name, must=name in {r.name for r in REQUIREMENTS} and number % 2 == int(ordered))
            for number, name in enumerate(rules(mix))
        ]
        weighted = [c.id for c in criteria if c.strength is Strength.WEIGHT]
        order = (tuple(weighted[::2]), tuple(weighted[1::2])) if ordered else ()
        place = replace(place, criteria=tuple(criteria), scenario=place.scenario.model_copy(update={"levels": order}))
        assessed = [assess(place, proposal) for proposal in proposals]
        yield place, [a.goal for a in assessed if a.valid]


def criterion(rng: Random, place: Instance, rule: str, *, must: bool) -> Criterion:
    """A criterion with random parameters."""
    parameters = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in GENERATORS[rule](rng, place.inventory).items()
    }
    scale = {"weight": rng.randint(1, 9), "best": 0, "worst": rng.choice((3, 10, 1_000))}
    strength = {"strength": Strength.MUST} if must else {"strength": Strength.WEIGHT} | scale
    return Criterion.model_validate({"id": rule, "name": rule, "rule": rule, "parameters": parameters} | strength)


@cache
def telling(mix: int, *, ordered: bool) -> tuple[Instance, tuple[int, ...]]:
    """The first place where the answer is not a matter of course, and its optimum by trying every proposal."""
    for place, goals in places(mix, ordered=ordered):
        if len(set(goals)) >= 5:
            return place, min(g for g in goals if g is not None)
    raise AssertionError("no random place tells anything of these rules")


def test_every_placement_rule_is_in_a_mix() -> None:
    assert sorted(name for mix in range(MIXES) for name in rules(mix)) == sorted(PLACEMENT_RULES)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("ordered", [False, True], ids=["weighed", "ordered"])
@pytest.mark.parametrize("mix", range(MIXES))
def test_every_engine_finds_the_best_of_all_proposals(mix: int, ordered: bool, engine: Engine) -> None:
    place, best = telling(mix, ordered=ordered)
    assert same(answer(place, engine), best)
