"""Why a unit sits where it sits: what the next best site would have cost, all others staying put."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from localisation.domain.building import Building
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import Strength
from localisation.rules.goal import levels, points
from localisation.rules.statement import PlacementStatement, statements
from localisation.solving.verify import criterion_result, measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The case for one site of a unit, against moving that site's staff to the next best building.

    `next_best` is the building with the least loss of points among those every must allows (None if there is
    none); `loss` is points lost in all and `deltas` by criterion id (positive: the present site is
    better). `refusals` counts, for the buildings that are not allowed, which musts stand in the way.
    """

    unit: str
    building: str
    next_best: str | None
    loss: float | None
    deltas: tuple[tuple[str, float], ...] = ()
    refusals: tuple[tuple[str, int], ...] = ()
    """(criterion id, number of buildings it rules out), most first."""


def reasons(instance: Instance, proposal: Proposal) -> tuple[Reason, ...]:
    """One reason for each placement, in inventory order.

    Every other building is tried for the site, with and without one refurbishment there; all other placements stay.
    Only the first goal level is priced. The next best site is thus a local answer: what moving this one site
    would cost, not what a whole new proposal without it would; for that, see `full_reasons`.
    """
    trial = _Trial(instance, proposal)
    found = []
    for unit in instance.inventory.units:
        for building in proposal.sites(unit.id):
            found.append(_reason(trial, unit, building))
    return tuple(found)


def _reason(trial: "_Trial", unit: Unit, building: str) -> Reason:
    refusals: Counter[str] = Counter()
    best: tuple[float, str, dict[str, float]] | None = None
    for other in trial.instance.inventory.buildings:
        if other.id in trial.proposal.sites(unit.id):
            continue
        refusal = None
        for moved in trial.moved(unit, building, other):
            refusal = trial.refusal(moved)
            if refusal is None:
                deltas = trial.deltas(moved)
                loss = sum(deltas.values())
                if best is None or loss < best[0]:
                    best = (loss, other.id, deltas)
                break
        if refusal is not None:
            refusals[refusal] += 1
    ranked = tuple(sorted(refusals.items(), key=lambda item: (-item[1], item[0])))
    if best is None:
        return Reason(unit=unit.id, building=building, next_best=None, loss=None, refusals=ranked)
    loss, next_best, deltas = best
    told = sorted(((c, d) for c, d in deltas.items() if abs(d) > 1e-9), key=lambda item: -abs(item[1]))
    return Reason(unit=unit.id, building=building, next_best=next_best, loss=loss, deltas=tuple(told), refusals=ranked)


class _Trial:
    """Tries small changes to a proposal."""

    def __init__(self, instance: Instance, proposal: Proposal) -> None:
        self.instance, self.proposal = instance, proposal
        stated = statements(instance)
        level = levels(instance)[0]
        self._musts = [s for s in stated if s.criterion.strength is Strength.MUST]
        weighted = [s for s in stated if s.criterion.id in level]
        weights = sum(s.criterion.weight for s in weighted) or 1
        self._weighted = [(s, s.criterion.weight / weights) for s in weighted]
        self._now = {s.criterion.id: _points(s, proposal) for s, _ in self._weighted}

    def moved(self, unit: Unit, building: str, other: Building) -> Iterator[Proposal]:
        """The proposal with one site moved: as it is, then with each refurbishment of the new building.

        Works in a building that nobody is left in are not done.
        """
        placements = tuple(
            Placement(unit=p.unit, building=other.id, staff=p.staff)
            if (p.unit, p.building) == (unit.id, building)
            else p
            for p in self.proposal.placements
        )
        used = {p.building for p in placements}
        works = frozenset(
            r.id
            for b in self.instance.inventory.buildings
            if b.id in used
            for r in b.refurbishments
            if r.id in self.proposal.refurbishments
        )
        yield Proposal(placements=placements, refurbishments=works)
        for option in other.refurbishments:
            if option.id not in works:
                yield Proposal(placements=placements, refurbishments=works | {option.id})

    def refusal(self, proposal: Proposal) -> str | None:
        """The first must that does not hold; None when all do."""
        for s in self._musts:
            if not criterion_result(s.criterion, s.rule, *measured(s, proposal)).met:
                return s.criterion.id
        return None

    def deltas(self, proposal: Proposal) -> dict[str, float]:
        """Points lost by criterion against the proposal as it is (positive: worse than now)."""
        return {
            s.criterion.id: share * (self._now[s.criterion.id] - _points(s, proposal)) for s, share in self._weighted
        }


def _points(statement: PlacementStatement, proposal: Proposal) -> float:
    amount, _ = measured(statement, proposal)
    return points(statement.criterion, statement.rule, amount) or 0.0
