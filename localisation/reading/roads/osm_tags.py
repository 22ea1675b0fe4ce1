"""What the tags of an OpenStreetMap way say of who may pass, how fast and which way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from localisation.reading.roads.road_classes import ROAD_CLASSES, RoadClass
from localisation.reading.roads.road_settings import RoadSettings

Tags = Mapping[str, str]

OPEN: Final = frozenset({"yes", "designated", "permissive", "destination", "customers", "delivery", "official"})
PRIVATE: Final = frozenset({"private", "permit"})
ONE_WAY: Final = {"yes": 1, "true": 1, "1": 1, "-1": -1, "reverse": -1, "no": 0, "false": 0, "0": 0}
ZONES: Final = {"urban": 50, "rural": 80, "motorway": 100, "living_street": 10, "walk": 5}
"""Speed by a zone's name, such as NO:urban: vegtrafikkloven section 6."""
MPH: Final = 1.609344
FERRY: Final = RoadClass(car_kmh=0, car=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Who may pass a way, along it and back. Speeds in km/h, 0 is closed. `crossing_s` is None when not stated."""

    car_along_kmh: float
    car_back_kmh: float
    bicycle_along: bool
    bicycle_back: bool
    walk: bool
    ferry: bool = False
    crossing_s: float | None = None
    tunnel: bool = False
    bridge: bool = False
    assumed_speed: bool = False
    strange: str = ""
    """A value of `oneway` that is not understood; the way is then taken as two-way."""

    @property
    def anyone(self) -> bool:
        """Whether any mode may pass."""
        return self.walk or self.bicycle_along or self.bicycle_back or max(self.car_along_kmh, self.car_back_kmh) > 0


def passage(tags: Tags, settings: RoadSettings) -> Passage | None:
    """What a way's tags mean; None for what is no road, path or ferry.

    Keys and defaults are those of the OpenStreetMap wiki: the more specific key of motorcar, motor_vehicle, vehicle and
    access holds; motorways and roundabouts are one-way unless they say otherwise; bicycles follow the one-way street
    unless it is open to them both ways.
    """
    ferry = tags.get("route") == "ferry"
    road = FERRY if ferry else ROAD_CLASSES.get(tags.get("highway", ""))
    if road is None:
        return None
    motorroad = tags.get("motorroad") == "yes"
    car = _may(tags, ("motorcar", "motor_vehicle", "vehicle", "access"), road.car, settings)
    one_way = _one_way(tags)
    along, back = one_way != -1, one_way != 1
    speeds = (_limit(tags, "forward"), _limit(tags, "backward"))
    usual = settings.ferry_kmh if ferry else road.car_kmh
    by_bicycle = _may(tags, ("bicycle", "vehicle", "access"), road.bicycle and not motorroad, settings)
    against = _bicycles_both_ways(tags)
    return Passage(
        car_along_kmh=(speeds[0] or usual) if car and along else 0,
        car_back_kmh=(speeds[1] or usual) if car and back else 0,
        bicycle_along=by_bicycle and (along or against),
        bicycle_back=by_bicycle and (back or against),
        walk=_may(tags, ("foot", "access"), road.walk and not motorroad, settings),
        ferry=ferry,
        crossing_s=duration_s(tags.get("duration", "")) if ferry else None,
        tunnel=tags.get("tunnel", "no") != "no",
        bridge=tags.get("bridge", "no") != "no",
        assumed_speed=car and ((along and not speeds[0]) or (back and not speeds[1])),
        strange=tags.get("oneway", "") if tags.get("oneway", "no") not in ONE_WAY else "",
    )


def _may(tags: Tags, keys: tuple[str, ...], usually: bool, settings: RoadSettings) -> bool:
    """Whether a mode may pass: the first key that is there decides; a general one opens nothing that is closed."""
    specific = keys[:-1] if len(keys) < 3 else keys[:-2]
    for key in keys:
        value = tags.get(key)
        if value is not None:
            is_open = value in OPEN or (settings.private_open and value in PRIVATE)
            return is_open and (usually or key in specific)
    return usually


def _one_way(tags: Tags) -> int:
    stated = tags.get("oneway")
    if stated is not None:
        return ONE_WAY.get(stated, 0)
    implied = tags.get("highway") == "motorway" or tags.get("junction") in ("roundabout", "circular")
    return 1 if implied else 0


def _bicycles_both_ways(tags: Tags) -> bool:
    if tags.get("oneway:bicycle") in ("no", "opposite"):
        return True
    return any(tags.get(f"cycleway{side}", "").startswith("opposite") for side in ("", ":left", ":right", ":both"))


def _limit(tags: Tags, way: str) -> float | None:
    return speed_kmh(tags.get(f"maxspeed:{way}") or tags.get("maxspeed", ""))


def speed_kmh(text: str) -> float | None:
    """A speed limit as tagged: "50", "30 mph", "NO:urban", the lowest of "50;60"; None when it is not understood."""
    found = []
    for part in text.split(";"):
        number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(km/h|kmh|kph|mph)?", part.strip())
        if number:
            found.append(float(number[1]) * (MPH if number[2] == "mph" else 1))
        elif part.strip().split(":")[-1] in ZONES:
            found.append(ZONES[part.strip().split(":")[-1]])
    sensible = [kmh for kmh in found if 1 <= kmh <= 200]
    return min(sensible) if sensible else None


def duration_s(text: str) -> float | None:
    """A crossing's duration as tagged: "00:35", "1:05:00", "35", "PT1H5M"; None when it is not understood."""
    clock = re.fullmatch(r"(?:(\d+):)?(\d+)(?::(\d+))?", text.strip())
    iso = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?", text.strip())
    if clock and (clock[1] or not clock[3]):
        parts = (clock[1], clock[2], clock[3])
    elif iso:
        parts = (iso[1], iso[2], iso[3])
    else:
        return None
    hours, minutes, seconds = (int(p or 0) for p in parts)
    total = 3600 * hours + 60 * minutes + seconds
    return float(total) if total > 0 else None
