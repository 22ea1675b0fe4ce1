"""The units that may move, and how they belong together."""

from pydantic import Field, model_validator

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import SpaceKind


class SpaceNeed(Frozen):
    """What a unit needs of one kind of space at every site: a fixed amount, and more per 100 staff there.

    The need at a site with `staff` people is per_site + per_100_staff * staff / 100, counted exactly in
    hundredths (see `hundredths`), never rounded per site.
    """

    kind: SpaceKind
    per_site: int = Field(default=0, ge=0)
    per_100_staff: int = Field(default=0, ge=0)

    def hundredths(self, staff: int) -> int:
        """The need in hundredths of the kind's unit at one site with this many staff."""
        return 100 * self.per_site + self.per_100_staff * staff


class Seat(Frozen):
    """A number of a unit's staff in a building."""

    building: str
    staff: int = Field(ge=1)


class Unit(Frozen):
    """A unit, or a service with several sites, that is to be placed as one.

    It sits in between `sites_min` and `sites_max` buildings with at least `smallest_part` staff in each.
    `service` names the kind of service point its sites are to inhabitants ("" for none). Workplaces are
    an ordinary `SpaceNeed`: 80 places per 100 staff is a desk-sharing ratio of 0.8.
    """

    id: str
    name: str
    service_area: str
    priority_area: str = ""
    service: str = ""
    administrative: bool = False
    staff: int = Field(ge=1)
    needs: tuple[SpaceNeed, ...] = ()
    facilities: frozenset[str] = frozenset()
    visits_per_year: int = Field(default=0, ge=0)
    sites_min: int = Field(default=1, ge=1)
    sites_max: int = Field(default=1, ge=1)
    smallest_part: int = Field(default=1, ge=1)
    today: tuple[Seat, ...] = ()
    equipment_m3: int = Field(default=0, ge=0)
    vehicles: int = Field(default=0, ge=0)
    register_rows: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _sites(self) -> "Unit":
        if self.sites_min > self.sites_max:
            raise ValueError("sites_min is above sites_max")
        return self

    def need_hundredths(self, kind: SpaceKind, staff: int) -> int:
        """The need of `kind` at one site with `staff` people, in hundredths."""
        return sum(n.hundredths(staff) for n in self.needs if n.kind == kind)

    def staff_today(self, building: str) -> int:
        """How many of the unit sit in `building` today."""
        return sum(s.staff for s in self.today if s.building == building)


class Collaboration(Frozen):
    """Two units that work together; `strength` is 0-100 (100: daily, inseparable)."""

    unit_a: str
    unit_b: str
    strength: int = Field(ge=0, le=100)
    reason: str = ""


class OriginCount(Frozen):
    """How many employees of a service area live in an area (aggregated; no persons)."""

    service_area: str
    area: str
    employees: int = Field(ge=0)
