"""Workplaces are shared between the districts."""

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar

from pydantic import Field, field_validator

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import DistrictShares
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Distribution(PlacementRequirement):
    """Each district's share of the selected units' staff is within so many percentage points of its due.

    about: (district,). Its due is its share of the inhabitants, or as given: `shares` such as "North=66", whole per
    cent; then only the districts named are held to it. Counted in staff, so that desk sharing does not matter.
    """

    name: ClassVar[str] = "distribution"
    rests_on: ClassVar[tuple[str, ...]] = ("units.staff", "zones.population", "buildings.centre")
    speaks_of: ClassVar[tuple[str, ...]] = ("district",)
    looser: ClassVar[Mapping[str, int]] = {"tolerance_points": 1}
    tolerance_points: int = Field(ge=0, le=100)
    shares: DistrictShares = ()

    @field_validator("shares")
    @classmethod
    def _written_right(cls, shares: tuple[str, ...]) -> tuple[str, ...]:
        for share in shares:
            district, equals, percent = share.rpartition("=")
            if not (district and equals and percent.strip().isdigit() and int(percent) <= 100):
                raise ValueError(f"write a share as district=per cent, not {share!r}")
        return shares

    def encode(self, model: PlacementModel, given: Given) -> None:
        staff = sum(u.staff for u in given.units)
        for district, due in self._dues(given).items():
            there = total(
                model.staff(u.id, b.id)
                for b in given.inventory.buildings
                if b.district == district
                for u in given.units
            )
            lowest = -((self.tolerance_points - due) * staff // 100)
            highest = (due + self.tolerance_points) * staff // 100
            model.require(there >= lowest, about=(district,))
            model.require(there <= highest, about=(district,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        everyone = sum(u.staff for u in given.units)
        breaches = []
        for district, due in self._dues(given).items():
            here = sum(
                staff
                for u in given.units
                for b, staff in proposal.sites(u.id).items()
                if given.inventory.building[b].district == district
            )
            if everyone and abs(Fraction(100 * here, everyone) - due) > self.tolerance_points:
                holes = {"share": 100 * here / everyone, "due": float(due)}
                breaches.append(Breach(about=(district,), holes=holes))
        return breaches

    def _dues(self, given: Given) -> dict[str, Fraction]:
        """District -> the per cent it is due."""
        if self.shares:
            parts = [share.rpartition("=") for share in self.shares]
            return {district.strip(): Fraction(int(percent)) for district, _, percent in parts}
        people = given.inventory.population
        return {
            d: Fraction(100 * sum(z.population for z in given.inventory.zones if z.district == d), people)
            for d in given.inventory.districts
            if people
        }
