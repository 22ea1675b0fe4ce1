"""Everything known about a place before any question is asked."""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from localisation.domain.building import Building
from localisation.domain.frozen import Frozen
from localisation.domain.geography import Centre, LineStop, Polygon, Road, RoadNode, TransitFact, Zone
from localisation.domain.homes import homes
from localisation.domain.norms import Norms
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.logistics import Logistics
from localisation.domain.unit import Collaboration, OriginCount, Unit


class Place(Frozen):
    """The place itself: name, coordinate system, money, and who to credit for the map."""

    id: str
    name: str
    crs: int
    """EPSG code of a metric coordinate system; all coordinates of the inventory are in it."""
    currency: str = "NOK"
    price_year: int
    credit: str = ""
    """The line of attribution every map carries."""


class Inventory(Frozen):
    """The premises, units, people and roads of a place."""

    place: Place
    norms: Norms
    centres: tuple[Centre, ...]
    buildings: tuple[Building, ...]
    units: tuple[Unit, ...]
    zones: tuple[Zone, ...]
    collaborations: tuple[Collaboration, ...] = ()
    origins: tuple[OriginCount, ...] = ()
    road_nodes: tuple[RoadNode, ...] = ()
    roads: tuple[Road, ...] = ()
    background: tuple[Polygon, ...] = ()
    transit: tuple[TransitFact, ...] = ()
    transit_lines: tuple[LineStop, ...] = ()
    """The stops of every line, line by line, in the order of travel."""
    logistics: Logistics | None = None
    """None when nothing is known about moving: then nothing can be planned."""
    names: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    """Id of a service area, priority area, service or facility -> language -> the name that is shown."""

    def shown(self, key: str, language: str) -> str:
        """The name of a service area, priority area, service or facility; the id itself when none is given."""
        return self.names.get(key, {}).get(language) or key

    @cached_property
    def building(self) -> dict[str, Building]:
        """Buildings by id."""
        return {b.id: b for b in self.buildings}

    @cached_property
    def unit(self) -> dict[str, Unit]:
        """Units by id."""
        return {u.id: u for u in self.units}

    @cached_property
    def centre(self) -> dict[str, Centre]:
        """Centres by id."""
        return {c.id: c for c in self.centres}

    @cached_property
    def districts(self) -> tuple[str, ...]:
        """The districts (former municipalities) in the order the centres name them."""
        return tuple(dict.fromkeys(c.district for c in self.centres))

    @cached_property
    def population(self) -> int:
        """Inhabitants of all zones."""
        return sum(z.population for z in self.zones)

    @cached_property
    def homes(self) -> dict[str, dict[str, int]]:
        """Service area -> zone -> thousandths of an employee who live there (see `homes`)."""
        return {area: homes(self.zones, self.origins, area) for area in {u.service_area for u in self.units}}

    @cached_property
    def today(self) -> Proposal:
        """The situation today as a proposal: every unit where it sits, nothing refurbished."""
        seats = [Placement(unit=u.id, building=s.building, staff=s.staff) for u in self.units for s in u.today]
        return Proposal(placements=tuple(sorted(seats)))

    def with_units(self, units: tuple[Unit, ...]) -> "Inventory":
        """The same place with other units, nothing remembered of the old ones."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return Inventory(**(fields | {"units": units}))

    def select(self, selectors: tuple[str, ...]) -> tuple[Unit, ...]:
        """The units that any of the selectors names, in inventory order; all units for no selector."""
        return tuple(u for u in self.units if not selectors or any(matches(u, s) for s in selectors))


def matches(unit: Unit, selector: str) -> bool:
    """Whether a selector (an id, "service:x", "area:x", "priority:x", "administrative") names the unit."""
    key, _, value = selector.partition(":")
    match key:
        case "service":
            return unit.service == value
        case "area":
            return unit.service_area == value
        case "priority":
            return unit.priority_area == value
        case "administrative":
            return unit.administrative
        case _:
            return unit.id == selector
