"""How far apart units sit that work together."""

from typing import ClassVar, Literal

from localisation.domain.instance import Given
from localisation.domain.lookup import Lookup
from localisation.domain.proposal import Proposal
from localisation.domain.separation import strength_minutes
from localisation.rules.linear import Linear, total
from localisation.rules.parameters import TravelBy
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class SeparatedCollaborations(PlacementMeasure):
    """Strength times minutes apart, summed over the collaborations that a selected unit is part of.

    Raw: strength (0-100) times minutes, rounded once a pair of buildings. Minutes are those between the two nearest
    sites, from the first unit named; 0 in the same building; what cannot be reached counts as `Lookup` says.

    It is employees who travel, on duty: by car unless `mode` says otherwise; "mix" is the mix of journeys to work. How
    inhabitants travel to the services says nothing of it.
    """

    name: ClassVar[str] = "separated_collaborations"
    rests_on: ClassVar[tuple[str, ...]] = ("collaborations.strength",)
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "commute"
    unit: ClassVar[str] = "strength_minutes"
    mode: TravelBy = "car"

    def encode(self, model: PlacementModel, given: Given) -> None:
        seconds = given.journeys.between_s(self.mode)
        units = {u.id for u in given.units}
        for pair in given.inventory.collaborations:
            if not units & {pair.unit_a, pair.unit_b}:
                continue
            first, second = (
                {b.id: s for b in given.inventory.buildings if not (s := model.sits(u, b.id)).never}
                for u in (pair.unit_a, pair.unit_b)
            )
            chosen = {
                (b, c): model.whole(0, 1, f"nearest {pair.unit_a} {b} {pair.unit_b} {c}") for b in first for c in second
            }
            _one_pair_of_sites(model, chosen, first, second)
            model.charge(
                total(
                    chosen[b, c] * strength_minutes(pair.strength, _apart(seconds, b, c)) for b in first for c in second
                )
            )

    def measure(self, given: Given, proposal: Proposal) -> int:
        lookup = given.journeys.between_s(self.mode)
        amount = 0
        selected = {u.id for u in given.units}
        for pair in given.inventory.collaborations:
            if pair.unit_a not in selected and pair.unit_b not in selected:
                continue
            apart = (
                0 if a == b else lookup(a, b) for a in proposal.sites(pair.unit_a) for b in proposal.sites(pair.unit_b)
            )
            amount += strength_minutes(pair.strength, min(apart, default=lookup.unreachable))
        return amount


def _apart(seconds: Lookup, b: str, c: str) -> int:
    return seconds(b, c) if b != c else 0


def _one_pair_of_sites(
    model: PlacementModel,
    chosen: dict[tuple[str, str], Linear],
    first: dict[str, Linear],
    second: dict[str, Linear],
) -> None:
    """Exactly one pair, at sites of both: tight when both units have one site (Adams & Johnson's linearisation)."""
    model.always(total(chosen.values()).equals(1))
    for b, sits in first.items():
        model.always(total(chosen[b, c] for c in second) <= sits)
    for c, sits in second.items():
        model.always(total(chosen[b, c] for b in first) <= sits)
