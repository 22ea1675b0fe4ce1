"""A problem to solve, whoever solves it: read or made, and stated to the engines as a neutral model."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from benchmarks.gap import known_gap, read_gap
from benchmarks.holmberg import COST_UNITS, known_holmberg, read_holmberg
from benchmarks.osap import osap_cost, read_osap
from benchmarks.osap_stated import cost_offset, cost_units, osap_instance
from benchmarks.placement_generated import generated
from localisation.domain.instance import Instance
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.build import Built, build
from localisation.solving.engines.model import Model
from localisation.solving.verify import assess


@dataclass(frozen=True, slots=True, kw_only=True)
class SolverCase:
    """The neutral model, and how its goal units are shown: value / `units` + `offset`.

    `instance` and `built` are None where the problem cannot be said with our rules. `known` is the best value known,
    as it is shown.
    """

    name: str
    model: Model
    units: float
    offset: float = 0
    known: float | None = None
    instance: Instance | None = None
    built: Built | None = None
    reckoned: Callable[[list[int]], Fraction | None] | None = None
    """The value by the problem's own account."""

    def checked(self, values: list[int], value: int) -> bool:
        """Whether a check that shares nothing with the solver finds the solution lawful and worth what is said."""
        if self.reckoned is not None:
            exact = self.reckoned(values)
            if exact is None or float(exact) > self.shown(value) + 0.01:
                return False
        if self.instance is None or self.built is None:
            return True
        assessment = assess(self.instance, self.built.placement.proposal(values))
        return assessment.valid and assessment.goal[0] <= value

    def shown(self, value: int) -> float:
        """A value or bound as the problem counts."""
        return value / self.units + self.offset


def case_of(spec: str) -> SolverCase:
    """The case that is named: `generated:60x50:1` (units x buildings, seed), or `holmberg:`, `gap:` or `osap:FILE`."""
    kind, _, rest = spec.partition(":")
    if kind == "generated":
        size, _, seed = rest.partition(":")
        units, buildings = (int(n) for n in size.split("x"))
        return _stated(f"{size}, seed {seed or 1}", generated(units, buildings, int(seed or 1)), GOAL_UNITS)
    path = Path(rest)
    if kind == "gap":
        asked = read_gap(path)
        known = known_gap(path.with_name("best.csv")).get(path.name)
        return SolverCase(
            name=path.name, model=asked.model(), units=asked.COST_UNITS, known=known, reckoned=asked.worth
        )  # fmt: skip
    if kind == "holmberg":
        known = known_holmberg(path.with_name("best.csv")).get(path.name)
        return _stated(path.name, read_holmberg(path), COST_UNITS, known=known)
    if kind == "osap":
        offices = read_osap(path)
        found = _stated(path.stem, osap_instance(offices), cost_units(offices), offset=cost_offset(offices))
        assert found.built is not None
        placement = found.built.placement
        return replace(found, reckoned=lambda values: osap_cost(offices, placement.proposal(values)))
    raise ValueError(f"unknown kind of case: {spec}")


def _stated(
    name: str, instance: Instance, units: float, *, offset: float = 0, known: float | None = None
) -> SolverCase:
    built = build(instance)
    model = built.placement.model
    model.objective = built.objectives[0]
    return SolverCase(
        name=name, model=model, units=units, offset=offset, known=known, instance=instance, built=built
    )  # fmt: skip
