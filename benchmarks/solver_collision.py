"""A made-up municipality whose musts collide, and how long it takes to say which and what would help."""

import time
from dataclasses import replace

from benchmarks.placement_generated import generated
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Strength
from localisation.solving.explaining.diagnose import diagnose

KEEP = 3
"""So many buildings may be used: too few by far."""


def colliding(size: str, seed: int) -> Instance:
    """A made-up municipality (`units x buildings`) where very few buildings may be used."""
    units, buildings = (int(n) for n in size.split("x"))
    instance = generated(units, buildings, seed)
    few = Criterion(
        id="few", name="few", rule="building_limit", strength=Strength.MUST, parameters={"at_most": KEEP}
    )  # fmt: skip
    return replace(instance, criteria=(*instance.criteria, few))


def collide(size: str, seed: int, limits: SolveLimits) -> tuple[str, str, str, str, str]:
    """Demands of the first conflict, whether it is proven minimal, ways out, whether the first is cheapest, seconds."""
    instance = colliding(size, seed)
    began = time.monotonic()
    found = diagnose(instance, limits, most=1)
    seconds = time.monotonic() - began
    yes = {True: "yes", False: "no"}
    return (
        str(len(found.conflict)), yes[found.minimal], str(len(found.ways_out)), yes[found.cheapest], f"{seconds:.1f}",
    )  # fmt: skip
