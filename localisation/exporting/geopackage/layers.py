"""The layers of the GeoPackage as tables with geometry, in the order they are drawn from below."""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
from shapely.geometry import LineString, Point
from shapely.geometry import Polygon as Shape

from localisation.domain.building import Building
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import transfers
from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.naming import name_in


def layers(instance: Instance, proposal: Proposal, language: str) -> dict[str, gpd.GeoDataFrame]:
    """Each layer by name, in the coordinate system of the place. A layer without features still has its columns."""
    inventory = instance.inventory
    return {
        "background": _frame(
            instance,
            ("municipality",),
            [(Shape(p.points), p.municipality) for p in inventory.background if len(p.points) > 3],
        ),
        "population": _frame(
            instance,
            ("zone", "area", "district", "inhabitants"),
            [(Point(z.easting_m, z.northing_m), z.id, z.area, z.district, z.population) for z in inventory.zones],
        ),
        "roads": _roads(instance),
        "moves": _moves(instance, proposal, language),
        "centres": _frame(
            instance,
            ("centre", "name", "district"),
            [(Point(c.easting_m, c.northing_m), c.id, c.name, c.district) for c in inventory.centres],
        ),
        "buildings": _buildings(instance, proposal, language),
        "placements": _placements(instance, proposal, language),
    }


def fate(building: Building, today: Proposal, proposal: Proposal) -> str:
    """What becomes of a building: "kept", "new", "left" or "unused"."""
    return {(True, True): "kept", (False, True): "new", (True, False): "left", (False, False): "unused"}[
        (today.used(building.id), proposal.used(building.id))
    ]


def _roads(instance: Instance) -> gpd.GeoDataFrame:
    node = {n.id: (n.easting_m, n.northing_m) for n in instance.inventory.road_nodes}
    rows = [
        (LineString([node[r.start], node[r.end]]), r.name, r.metres, r.seconds)
        for r in instance.inventory.roads
        if node[r.start] != node[r.end]
    ]
    return _frame(instance, ("name", "metres", "seconds"), rows)


def _moves(instance: Instance, proposal: Proposal, language: str) -> gpd.GeoDataFrame:
    inventory = instance.inventory
    columns = ("unit", "unit_name", "service_area", "origin", "origin_name", "destination", "destination_name", "staff")
    rows = []
    for move in transfers(inventory, instance.travel, proposal):
        unit, a, b = inventory.unit[move.unit], inventory.building[move.origin], inventory.building[move.destination]
        line = LineString([(a.easting_m, a.northing_m), (b.easting_m, b.northing_m)])
        area = inventory.shown(unit.service_area, language)
        rows.append((line, unit.id, unit.name, area, a.id, a.name, b.id, b.name, move.staff))
    return _frame(instance, columns, rows)


def _buildings(instance: Instance, proposal: Proposal, language: str) -> gpd.GeoDataFrame:
    inventory, today = instance.inventory, instance.inventory.today
    columns = (
        *("building", "name", "address", "centre", "district", "tenure", "fate", "staff_today", "staff"),
        *("change", "workplaces", "workplaces_needed", "fill_percent", "units", "refurbishments", "label"),
    )
    rows = []
    for b in inventory.buildings:
        before, seats = today.by_building.get(b.id, {}), proposal.by_building.get(b.id, {})
        staff, kind = sum(seats.values()), SpaceKind.WORKPLACE
        space = b.space(kind, proposal.refurbishments)
        need = sum(inventory.unit[u].need_hundredths(kind, n) for u, n in seats.items()) / 100
        who = "; ".join(f"{inventory.unit[u].name} ({n})" for u, n in sorted(seats.items(), key=lambda s: -s[1]))
        works = "; ".join(name_in(r, language) for r in b.refurbishments if r.id in proposal.refurbishments)
        rows.append(
            (
                Point(b.easting_m, b.northing_m),
                *(b.id, b.name, b.address, inventory.centre[b.centre].name, b.district, b.tenure.value),
                *(fate(b, today, proposal), sum(before.values()), staff, staff - sum(before.values())),
                *(space, need, round(100 * need / space, 1) if space else None),
                *(who, works, f"{b.name} ({staff})" if staff else b.name),
            )
        )
    return _frame(instance, columns, rows)


def _placements(instance: Instance, proposal: Proposal, language: str) -> gpd.GeoDataFrame:
    inventory = instance.inventory
    columns = ("unit", "unit_name", "service_area", "service", "building", "building_name", "staff_today", "staff")
    rows = []
    for unit in inventory.units:
        for building_id, staff in sorted(proposal.sites(unit.id).items()):
            b = inventory.building[building_id]
            area, service = inventory.shown(unit.service_area, language), inventory.shown(unit.service, language)
            now = unit.staff_today(b.id)
            rows.append((Point(b.easting_m, b.northing_m), unit.id, unit.name, area, service, b.id, b.name, now, staff))
    return _frame(instance, columns, rows)


def _frame(instance: Instance, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> gpd.GeoDataFrame:
    table = {name: [row[i] for row in rows] for i, name in enumerate(columns, start=1)}
    return gpd.GeoDataFrame(table, geometry=[row[0] for row in rows], crs=instance.inventory.place.crs)
