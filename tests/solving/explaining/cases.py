"""Small places whose musts mostly collide, with what every proposal breaks."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice
from random import Random

from hypothesis import assume

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Strength
from localisation.rules import MEASURES, REQUIREMENTS
from localisation.rules.statement import statements
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.musts import Musts
from localisation.solving.verify import measured
from tests.rules.instances import every_proposal, random_instance
from tests.rules.parameters import GENERATORS

LIMITS = SolveLimits(time_limit_s=60, workers=1)
MOST = 600
"""Proposals beyond which a case is not used."""
Demands = frozenset[Demand]


def case(seed: int, *, requirements: int = 5, weights: int = 0) -> tuple[Instance, list[Proposal]]:
    """A random place with random musts, each of another rule, and every proposal there is."""
    rng = Random(f"explaining {seed}")
    place = random_instance(seed)
    proposals = list(islice(every_proposal(place), MOST + 1))
    assume(len(proposals) <= MOST)
    rules = rng.sample(list(REQUIREMENTS), k=rng.randint(2, requirements))
    musts = [_must(rng, place, rule.name) for rule in rules]
    bounded = _bounded(rng, place, proposals) if rng.random() < 0.5 else []
    weighted = [_weight(rng, place, rule.name) for rule in rng.sample(list(MEASURES), k=weights)]
    return replace(place, criteria=(*musts, *bounded, *weighted)), proposals


def _fields(rng: Random, place: Instance, rule: str) -> dict[str, object]:
    units = tuple(u.id for u in place.inventory.units if rng.random() < 0.6)
    parameters = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in GENERATORS[rule](rng, place.inventory).items()
    }
    return {"id": rule, "name": rule, "rule": rule, "units": units, "parameters": parameters}


def _must(rng: Random, place: Instance, rule: str) -> Criterion:
    return Criterion.model_validate(_fields(rng, place, rule) | {"strength": Strength.MUST})


def _weight(rng: Random, place: Instance, rule: str) -> Criterion:
    scale = {"strength": Strength.WEIGHT, "weight": rng.randint(1, 9), "best": 0, "worst": rng.choice((3, 10, 1000))}
    fields = _fields(rng, place, rule)
    return Criterion.model_validate(fields | scale | {"id": f"weigh {rule}"})


def _bounded(rng: Random, place: Instance, proposals: list[Proposal]) -> list[Criterion]:
    """A measure bounded somewhere between its least and its largest amount."""
    rule = rng.choice(list(MEASURES))
    bare = _must(rng, place, rule.name)
    (statement,) = statements(replace(place, criteria=(bare,)))
    shown = sorted({-(-measured(statement, p)[0] // rule.raw_per_unit) for p in rng.choices(proposals, k=3)})
    return [bare.model_copy(update={"id": "bound", "at_most": rng.choice(shown) - rng.choice((0, 1))})]


def all_broken(instance: Instance, proposals: list[Proposal]) -> set[Demands]:
    """What the proposals break, each set once."""
    musts = Musts(instance)
    return {musts.broken(p) for p in proposals}


def holds(demands: frozenset[Demand] | set[Demand], broken: set[Demands]) -> bool:
    """Whether some proposal meets all these demands."""
    return any(demands.isdisjoint(b) for b in broken)


def minimal(sets: set[Demands]) -> set[Demands]:
    """Those that contain no other."""
    return {s for s in sets if not any(other < s for other in sets)}


def every_minimal_conflict(broken: set[Demands]) -> Iterator[Demands]:
    """By trying every set of demands that takes part in anything, the smallest first."""
    universe = sorted(frozenset().union(*minimal(broken)))
    assume(len(universe) <= 10)
    found: list[Demands] = []
    for size in range(1, len(universe) + 1):
        for chosen in map(frozenset, combinations(universe, size)):
            if not any(f <= chosen for f in found) and not holds(chosen, broken):
                found.append(chosen)
                yield chosen
