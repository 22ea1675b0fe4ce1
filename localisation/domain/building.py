"""The premises: what they hold, cost and can become."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from localisation.domain.floor import Floor
from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Confidence, SpaceKind, Tenure


class Refurbishment(Frozen):
    """One option to rebuild: its price and weeks, and what it adds of spaces and facilities.

    `floor` is the number of the floor where all it adds of spaces is; None when it is not told.
    """

    id: str
    building: str
    name: str
    name_en: str = ""
    cost_nok: int = Field(ge=0)
    weeks: int = Field(ge=0)
    adds_spaces: Mapping[SpaceKind, int] = Field(default_factory=dict)
    adds_facilities: frozenset[str] = frozenset()
    floor: int | None = None
    confidence: Confidence = Confidence.ESTIMATE


class Building(Frozen):
    """A building, or the part of one that the organisation disposes of.

    A building that no unit uses costs `idle_nok_per_year` when it is owned, and `exit_nok` once when it
    is leased today. A building in use costs rent and running cost. `available_until` is when it can no
    longer be used at all; `lease_end` is when today's lease ends.
    """

    id: str
    name: str
    address: str = ""
    centre: str
    district: str
    easting_m: int
    northing_m: int
    tenure: Tenure
    area_m2: int = Field(ge=0)
    floors: int = Field(default=1, ge=1)
    rent_nok_per_year: int = Field(default=0, ge=0)
    running_nok_per_year: int = Field(default=0, ge=0)
    idle_nok_per_year: int = Field(default=0, ge=0)
    exit_nok: int = Field(default=0, ge=0)
    available_from: date | None = None
    available_until: date | None = None
    lease_end: date | None = None
    step_free: bool = False
    transit_hub_m: int | None = Field(default=None, ge=0)
    facilities: frozenset[str] = frozenset()
    spaces: Mapping[SpaceKind, int] = Field(default_factory=dict)
    refurbishments: tuple[Refurbishment, ...] = ()
    in_project: bool = True
    """Whether the project may use it; otherwise it is context, and only who sits there today may stay."""
    by_floor: tuple[Floor, ...] = ()
    """What is told of its floors, from below; empty when nothing is, and then they are estimated."""

    def space(self, kind: SpaceKind, refurbished: frozenset[str] | set[str] = frozenset()) -> int:
        """How much of `kind` there is once the refurbishments with these ids are done."""
        added = sum(r.adds_spaces.get(kind, 0) for r in self.refurbishments if r.id in refurbished)
        return self.spaces.get(kind, 0) + added
