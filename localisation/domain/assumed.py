"""What travel times take for granted, whatever data they are reckoned from."""

from localisation.domain.norms import Norms
from localisation.domain.travel import Mode

TIMED = ("ruteplan", "edges")
"""Road data that states how long it takes to drive each street; others have at most a speed limit."""
LEGS = frozenset({"access", "walks"})
"""Assumptions about the way to and from the network alone."""
SKETCHES = ("road_sketch", "transit_lines")


def assumed(mode: Mode, data: str, norms: Norms) -> tuple[str, ...]:
    """The assumptions in the times by a mode, as keys of texts (`travel.assumed.*`).

    `data` is the kind of data, such as "osm"; one for public transport ends with "_streets" when its walks go along
    the streets of a network. A published network is data as to where the streets are. How fast one gets along them is
    not: a speed limit is no speed, cyclists and walkers are given one pace everywhere, and queues are a factor.
    """
    kind = data.removesuffix("_streets")
    if mode is Mode.TRANSIT:
        return ("headways", "walks") if kind in SKETCHES else ("walks",)
    found = ["network"] if kind in SKETCHES else []
    if mode is not Mode.CAR:
        return (*found, "own_pace")
    found += [] if kind in TIMED else ["street_speeds"]
    found += ["peak"] if norms.peak_percent != 100 else []
    return (*found, "access")


def is_estimate(mode: Mode, data: str, norms: Norms) -> bool:
    """Whether the times by a mode are estimates: anything but the legs to and from the network is assumed."""
    return not set(assumed(mode, data, norms)) <= LEGS
