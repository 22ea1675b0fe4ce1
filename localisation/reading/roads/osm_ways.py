"""The ways of an OpenStreetMap file that are roads, paths or ferries, with their nodes."""

import re
from array import array
from dataclasses import dataclass, field
from pathlib import Path

import osmium

from localisation.reading.roads.osm_tags import Passage, passage
from localisation.reading.roads.progress import EVERY, MOST_STREETS, Progress
from localisation.reading.roads.road_settings import RoadSettings

NODE_BITS = osmium.osm.NODE | osmium.osm.WAY
MATTERS = re.compile(
    "(highway|route|junction|oneway|motorroad|access|vehicle|motor_vehicle|motorcar|bicycle|foot|cycleway"
    "|maxspeed|duration|tunnel|bridge)(:|$)"
)
"""The keys that bear on who may pass; few ways differ in those, and what they say is worked out once."""


@dataclass(slots=True, kw_only=True)
class OsmWays:
    """Ways as they stand in the file. `nodes`, `lon` and `lat` hold those of all ways, one way after another.

    `lengths` says how many nodes each way has; a node the file lacks has lon and lat NaN. `seen` counts everything.
    """

    passages: list[Passage] = field(default_factory=list)
    lengths: "array[int]" = field(default_factory=lambda: array("q"))
    nodes: "array[int]" = field(default_factory=lambda: array("q"))
    lon: "array[float]" = field(default_factory=lambda: array("d"))
    lat: "array[float]" = field(default_factory=lambda: array("d"))
    seen: int = 0


def osm_ways(path: Path, settings: RoadSettings, progress: Progress) -> OsmWays:
    """Read the ways, until there are too many; RuntimeError when the file is cut short or is not what its name says."""
    found = OsmWays()
    known: dict[tuple[tuple[str, str], ...], Passage | None] = {}
    objects = osmium.FileProcessor(str(path), NODE_BITS).with_locations()
    for way in objects.with_filter(osmium.filter.KeyFilter("highway", "route")):
        if not isinstance(way, osmium.osm.Way):
            continue
        found.seen += 1
        if found.seen % EVERY == 0:
            progress(found.seen, None)
        tags = tuple((tag.k, tag.v) for tag in way.tags if MATTERS.match(tag.k))
        if tags not in known:
            known[tags] = passage(dict(tags), settings)
        says = known[tags]
        if says is None or not says.anyone:
            continue
        found.passages.append(says)
        if len(found.passages) > MOST_STREETS:
            break
        found.lengths.append(len(way.nodes))
        for node in way.nodes:
            there = node.location.valid()
            found.nodes.append(node.ref)
            found.lon.append(node.location.lon if there else float("nan"))
            found.lat.append(node.location.lat if there else float("nan"))
    progress(found.seen, found.seen)
    return found
