"""Everything a journey can start from, in one list, and the answers for it parted again."""

from collections.abc import Iterable

import numpy as np

from localisation.domain.inventory import Inventory
from localisation.domain.travel import TravelTimes
from localisation.domain.travel_table import TravelTable
from localisation.geography.point import Point

_ZONE, _CENTRE, _BUILDING = "zone ", "centre ", "building "


def origins(inventory: Inventory) -> dict[str, Point]:
    """Zones, centres and buildings by a name of their own, whatever their ids: easting and northing in metres."""
    return {
        **_points(_ZONE, ((z.id, z.easting_m, z.northing_m) for z in inventory.zones)),
        **_points(_CENTRE, ((c.id, c.easting_m, c.northing_m) for c in inventory.centres)),
        **_points(_BUILDING, ((b.id, b.easting_m, b.northing_m) for b in inventory.buildings)),
    }


def destinations(inventory: Inventory) -> dict[str, Point]:
    """The buildings by id."""
    return {b.id: (b.easting_m, b.northing_m) for b in inventory.buildings}


def names_of(keys: Iterable[str], inventory: Inventory) -> list[str]:
    """What the points are called, by their names among `origins` (buildings also by their bare ids, as destinations).

    A zone is called by its area and its id.
    """
    known = {_ZONE + z.id: f"{z.area} ({z.id})" for z in inventory.zones}
    known |= {_CENTRE + c.id: c.name for c in inventory.centres}
    known |= {prefix + b.id: b.name for b in inventory.buildings for prefix in ("", _BUILDING)}
    return list(dict.fromkeys(known.get(key, key) for key in keys))


def zones_among(keys: Iterable[str]) -> frozenset[str]:
    """The ids of the zones among names of `origins`."""
    return frozenset(key.removeprefix(_ZONE) for key in keys if key.startswith(_ZONE))


def travel_times(mode: str, seconds: TravelTable, metres: TravelTable, *, estimate: bool) -> TravelTimes:
    """Tables by the names of `origins` as travel times; a building is 0 from itself."""
    return TravelTimes(
        mode=mode,
        estimate=estimate,
        zone_s=_part(_ZONE, seconds),
        zone_m=_part(_ZONE, metres),
        centre_s=_part(_CENTRE, seconds),
        building_s=_nothing_to_itself(_part(_BUILDING, seconds)),
        building_m=_nothing_to_itself(_part(_BUILDING, metres)),
    )


def _points(kind: str, rows: Iterable[tuple[str, int, int]]) -> dict[str, Point]:
    return {kind + key: (east, north) for key, east, north in rows}


def _part(kind: str, table: TravelTable) -> TravelTable:
    rows = [i for i, name in enumerate(table.origins) if name.startswith(kind)]
    names = [table.origins[i].removeprefix(kind) for i in rows]
    return TravelTable(names, table.buildings, table.figures[rows])


def _nothing_to_itself(table: TravelTable) -> TravelTable:
    same = np.array(table.origins)[:, None] == np.array(table.buildings)[None, :]
    return TravelTable(table.origins, table.buildings, np.where(same, 0, table.figures))
