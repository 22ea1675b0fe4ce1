"""Made-up municipalities whose musts collide, and how long it takes to say which and what would help."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from benchmarks.placement_generated import generated
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import SpaceKind, Strength
from localisation.solving.explaining.diagnose import QUIET_S, diagnose
from localisation.solving.explaining.diagnosis import Diagnosis
from localisation.solving.explaining.musts import Musts

KEEP = 3
"""So many buildings may be used: too few by far."""
LOW_PERCENT, TIGHT_PERCENT = 10, 25
"""A year's budget as a share of what all buildings cost: below what single units need, and what all need together."""
MINUTES = 5


def _must(rule: str, **more: object) -> Criterion:
    fields = {"id": f"too much: {rule}", "name": rule, "rule": rule, "strength": Strength.MUST}
    return Criterion.model_validate(fields | more)


def _few_buildings(instance: Instance) -> list[Criterion]:
    return [_must("building_limit", parameters={"at_most": KEEP})]


def _low_budget(instance: Instance) -> list[Criterion]:
    return [_budget(instance, LOW_PERCENT)]


def _tight_budget(instance: Instance) -> list[Criterion]:
    return [_budget(instance, TIGHT_PERCENT)]


def _budget(instance: Instance, percent: int) -> Criterion:
    whole = sum(b.rent_nok_per_year + b.running_nok_per_year for b in instance.inventory.buildings)
    return _must("annual_cost", at_most=percent * whole // 100 // 1000)


def _little_room(instance: Instance) -> list[Criterion]:
    """The two largest units that may be in the same towns, in the smallest building there."""
    inventory = instance.inventory
    together = max((c for c in instance.criteria if c.rule == "allowed_location"), key=lambda c: (len(c.units), c.id))
    towns = together.parameters["centres"]
    assert isinstance(towns, tuple)
    house = min(
        (b for b in inventory.buildings if b.centre in towns), key=lambda b: (b.spaces[SpaceKind.WORKPLACE], b.id)
    )
    units = tuple(sorted(together.units, key=lambda u: (-inventory.unit[u].staff, u))[:2])
    return [_must("fixed_location", units=units, parameters={"buildings": (house.id,)})]


def _few_minutes(instance: Instance) -> list[Criterion]:
    """Two units that musts hold in buildings far from each other."""
    held = [c for c in instance.criteria if c.rule == "fixed_location"]
    at = {c.units[0]: str(b) for c in held if isinstance(bs := c.parameters["buildings"], tuple) for b in bs}
    seconds = instance.travel.building_s
    one, other = max(((a, b) for a in at for b in at if a < b), key=lambda pair: seconds[at[pair[0]]][at[pair[1]]])
    return [_must("near", units=(one,), parameters={"others": (other,), "limit_min": MINUTES})]


CASES: Mapping[str, Callable[[Instance], list[Criterion]]] = {
    "three buildings": _few_buildings,
    "a low budget": _low_budget,
    "a tight budget": _tight_budget,
    "little room": _little_room,
    "few minutes": _few_minutes,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Collided:
    """What was said of a collision, in seconds by the clock and of the processor."""

    found: Diagnosis
    seconds: float
    cpu_s: float
    checked: bool
    """Whether the rules' own checks find broken what is said to give way, and nothing else."""


def colliding(case: str, size: str, seed: int) -> Instance:
    """A made-up municipality (`units x buildings`) with one must more, which cannot be."""
    units, buildings = (int(n) for n in size.split("x"))
    instance = generated(units, buildings, seed)
    return replace(instance, criteria=(*instance.criteria, *CASES[case](instance)))


def collide(instance: Instance, limits: SolveLimits, *, quiet_s: float) -> Collided:
    """The first conflict and way out (`quiet_s`: see `diagnose`)."""
    began, cpu = time.monotonic(), time.process_time()
    found = diagnose(instance, limits, most=1, quiet_s=quiet_s)
    seconds, cpu_s = time.monotonic() - began, time.process_time() - cpu
    musts = Musts(instance)
    checked = bool(found.ways_out) and all(musts.broken(way.proposal) == way.demands for way in found.ways_out)
    return Collided(found=found, seconds=seconds, cpu_s=cpu_s, checked=checked)


def collision_row(case: str, size: str, seed: int, limits: SolveLimits) -> list[str]:
    """A row of the table: what collides, what gives way, and what it took without and with amounts made small."""
    instance = colliding(case, size, seed)
    first, sharp = (collide(instance, limits, quiet_s=quiet_s) for quiet_s in (0, QUIET_S))
    rules = {c.id: c.rule for c in instance.criteria}
    ways = first.found.ways_out
    return [
        f"{case}, {size}",
        ", ".join(sorted(rules[criterion] for criterion, _ in first.found.conflict)),
        _yes(first.found.minimal),
        *(_told(rules, one.found) for one in (first, sharp)),
        _yes(first.found.cheapest),
        _yes(bool(ways) and all(relief.least for relief in sharp.found.ways_out[0].reliefs)),
        _yes(first.checked and sharp.checked),
        *(f"{one.seconds:.1f} ({one.cpu_s:.1f})" for one in (first, sharp)),
    ]


COLLISION_HEADINGS = (
    "case", "conflict", "minimal", "way out", "with small amounts", "cheapest", "least", "checked",
    "way out, s (CPU)", "small amounts, s (CPU)",
)  # fmt: skip


def _told(rules: Mapping[str, str], found: Diagnosis) -> str:
    if not found.ways_out:
        return "none"
    reliefs = found.ways_out[0].reliefs
    return ", ".join(f"{rules[r.criterion]}{f' {r.amount:+}' if r.kind else ''}" for r in reliefs)


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
