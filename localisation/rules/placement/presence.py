"""A kind of service is there, in every place that should have it."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import PlaceIds
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Presence(PlacementRequirement):
    """The selected units have at least so many sites in each of these local centres or districts, or in all.

    about: (place,), "" for the whole. Each unit counts in each of its buildings. Without `places`, every local centre
    (or district) must have its number.
    """

    name: ClassVar[str] = "presence"
    rests_on: ClassVar[tuple[str, ...]] = ("buildings.centre",)
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    looser: ClassVar[Mapping[str, int]] = {"at_least": -1}
    at_least: int = Field(default=1, ge=1)
    per: Literal["centre", "district", ""] = ""
    places: PlaceIds = ()

    @model_validator(mode="after")
    def _places_of_a_kind(self) -> "Presence":
        if self.places and not self.per:
            holes = {"given": "places", "lacking": "per"}
            raise PydanticCustomError("parameter_alone", "places need per = centre or per = district", holes)
        return self

    def encode(self, model: PlacementModel, given: Given) -> None:
        for place in self._wanted(given):
            there = [
                b.id
                for b in given.inventory.buildings
                if not self.per or place == (b.centre if self.per == "centre" else b.district)
            ]
            sites = total(model.sits(u.id, b) for u in given.units for b in there)
            model.require(sites >= self.at_least, about=(place,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        sites: Counter[str] = Counter()
        for unit in given.units:
            for building_id in proposal.sites(unit.id):
                building = given.inventory.building[building_id]
                sites[{"centre": building.centre, "district": building.district, "": ""}[self.per]] += 1
        return [
            Breach(about=(place,), holes={"count": sites[place]})
            for place in self._wanted(given)
            if sites[place] < self.at_least
        ]

    def _wanted(self, given: Given) -> tuple[str, ...]:
        if self.places or not self.per:
            return tuple(dict.fromkeys(self.places)) or ("",)
        return tuple(given.inventory.centre) if self.per == "centre" else given.inventory.districts
