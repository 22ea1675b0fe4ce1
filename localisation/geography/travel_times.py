"""Travel times by car, by bicycle and on foot on the road sketch of a place."""

from collections.abc import Mapping
from itertools import pairwise
from math import dist

import networkx as nx

from localisation.domain.geography import Road
from localisation.domain.inventory import Inventory
from localisation.domain.norms import Norms
from localisation.domain.travel import Mode, TravelTimes
from localisation.geography.snapping import Point, Snap, access_leg, snap, speed_m_s

DIRECT_LIMIT_M = 2_000
"""Within this straight-line distance a trip may also go directly, on streets the sketch does not show."""

Leg = tuple[float, float]
"""Seconds and metres."""


def road_travel_times(inventory: Inventory, mode: Mode = Mode.CAR) -> TravelTimes:
    """Seconds and metres from every zone, centre and building to every building, by car, by bicycle or on foot.

    A trip is a straight-line access leg to the nearest road (lengthened by the detour norm, at access speed),
    the fastest way along the roads, and a leg to the building; or, for short trips, the direct line as one
    access leg if that is faster. Cars drive as fast as the road says, times the peak norm;
    bicycles and walkers keep their one speed, up hill and down, and stay off roads for cars only. Pairs without a road
    between them are absent. Always an estimate: the sketch holds main roads only.
    """
    network = _Network(inventory, mode)
    buildings = {b.id: (b.easting_m, b.northing_m) for b in inventory.buildings}
    zones = {z.id: (z.easting_m, z.northing_m) for z in inventory.zones}
    centres = {c.id: (c.easting_m, c.northing_m) for c in inventory.centres}
    zone_legs = network.legs(zones, buildings)
    centre_legs = network.legs(centres, buildings)
    building_legs = network.legs(buildings, buildings)
    return TravelTimes(
        mode=mode,
        estimate=True,
        zone_s=_whole(zone_legs, 0),
        zone_m=_whole(zone_legs, 1),
        centre_s=_whole(centre_legs, 0),
        building_s=_whole(building_legs, 0),
        building_m=_whole(building_legs, 1),
    )


class _Network:
    """The road sketch as a graph, and trips between points beside it."""

    def __init__(self, inventory: Inventory, mode: Mode) -> None:
        self.norms, self.mode = inventory.norms, mode
        self.nodes = {n.id: n for n in inventory.road_nodes}
        self.roads = tuple(_road(r, inventory.norms, mode) for r in inventory.roads if not _closed(r, mode))
        self.peak_percent = self.norms.peak_percent if mode is Mode.CAR else 100
        graph = nx.MultiGraph()
        graph.add_nodes_from(self.nodes)
        for road in self.roads:
            graph.add_edge(road.start, road.end, seconds=road.seconds, metres=road.metres)
        self.between: dict[str, dict[str, Leg]] = {}
        for origin in self.nodes:
            self.between[origin] = _shortest(graph, origin)

    def legs(self, origins: Mapping[str, Point], goals: Mapping[str, Point]) -> dict[str, dict[str, Leg]]:
        """The fastest leg from every origin to every goal it can reach."""
        from_snaps = snap(origins, self.nodes, self.roads, self.norms, self.mode) if self.roads else {}
        to_snaps = snap(goals, self.nodes, self.roads, self.norms, self.mode) if self.roads else {}
        table: dict[str, dict[str, Leg]] = {}
        for o, at in origins.items():
            row = table.setdefault(o, {})
            for g, to in goals.items():
                ways = self._by_road(from_snaps[o], to_snaps[g]) if self.roads else []
                straight = dist(at, to)
                if straight <= DIRECT_LIMIT_M:
                    metres, seconds = access_leg(straight, self.norms, self.mode)
                    ways.append((seconds, metres))
                if ways:
                    seconds, metres = min(ways)
                    row[g] = (seconds * self.peak_percent / 100, metres)
        return table

    def _by_road(self, a: Snap, b: Snap) -> list[Leg]:
        access_s, access_m = a.access_s + b.access_s, a.access_m + b.access_m
        ways: list[Leg] = []
        if a.road == b.road:
            share = abs(a.fraction - b.fraction)
            road = self.roads[a.road]
            ways.append((access_s + share * road.seconds, access_m + share * road.metres))
        for from_node, s1, m1 in self._ends(a):
            for to_node, s2, m2 in self._ends(b):
                if to_node in self.between[from_node]:
                    s, m = self.between[from_node][to_node]
                    ways.append((access_s + s1 + s + s2, access_m + m1 + m + m2))
        return ways

    def _ends(self, at: Snap) -> list[tuple[str, float, float]]:
        road = self.roads[at.road]
        back, on = at.fraction, 1 - at.fraction
        return [
            (road.start, back * road.seconds, back * road.metres),
            (road.end, on * road.seconds, on * road.metres),
        ]


def _closed(road: Road, mode: Mode) -> bool:
    return road.cars_only and mode is not Mode.CAR


def _road(road: Road, norms: Norms, mode: Mode) -> Road:
    if mode is Mode.CAR:
        return road
    return road.model_copy(update={"seconds": max(1, round(road.metres / speed_m_s(norms, mode)))})


def _shortest(graph: nx.MultiGraph, origin: str) -> dict[str, Leg]:
    """Seconds and metres of the fastest ways from a node (Dijkstra 1959)."""
    seconds, paths = nx.single_source_dijkstra(graph, origin, weight="seconds")
    reach: dict[str, Leg] = {}
    for node, path in paths.items():
        metres = sum(
            min(e["metres"] for e in graph[a][b].values() if e["seconds"] == _fastest(graph, a, b))
            for a, b in pairwise(path)
        )
        reach[node] = (seconds[node], metres)
    return reach


def _fastest(graph: nx.MultiGraph, a: str, b: str) -> int:
    return int(min(e["seconds"] for e in graph[a][b].values()))


def _whole(table: Mapping[str, Mapping[str, Leg]], part: int) -> dict[str, dict[str, int]]:
    return {o: {g: round(leg[part]) for g, leg in row.items()} for o, row in table.items()}
