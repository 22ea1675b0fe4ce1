"""Travel times and distances to buildings, by one mode or by a mix of several."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import model_validator

from localisation.domain.frozen import Frozen

Row = Mapping[str, int]


class Mode(StrEnum):
    """A way to travel."""

    CAR = "car"
    BICYCLE = "bicycle"
    WALK = "walk"
    TRANSIT = "transit"


MIX = "mix"
"""What a criterion calls the scenario's mode mix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelTimes:
    """Seconds and metres from every zone, centre and building to every building.

    Each mapping goes origin id -> building id -> whole number; a pair that cannot be travelled is absent.
    A building is 0 from itself. `mode` is a `Mode`, or "mix". `estimate` says that the figures rest on estimates.
    """

    mode: str
    estimate: bool
    zone_s: Mapping[str, Row]
    zone_m: Mapping[str, Row]
    centre_s: Mapping[str, Row]
    building_s: Mapping[str, Row]
    building_m: Mapping[str, Row]


class ModeMix(Frozen):
    """The modes people travel by, in per cent of the journeys; they add up to 100."""

    car: int = 100
    bicycle: int = 0
    walk: int = 0
    transit: int = 0

    @model_validator(mode="after")
    def _whole(self) -> "ModeMix":
        if min(self.shares.values()) < 0 or sum(self.shares.values()) != 100:
            raise ValueError("the shares of the modes must add up to 100 per cent")
        return self

    @property
    def shares(self) -> dict[Mode, int]:
        """Per cent by mode."""
        return {Mode(name): getattr(self, name) for name in type(self).model_fields}


def mixed(
    modes: Mapping[Mode, TravelTimes], mix: ModeMix, longest_min: Mapping[Mode, int] | None = None
) -> TravelTimes:
    """The mean over the mode mix, pair by pair, in whole seconds and metres, halves up.

    `longest_min` is the longest journey people make by a mode, in minutes; without one, the longest there is. Those who
    cannot make a journey by their mode within that go by the fastest mode of the mix that can, but are counted with no
    less than the longest: so a place that cannot be reached by bus never comes out as nearer than one that can, and
    a longer way never as shorter. A pair is absent where no mode of the mix can make it. Metres are the mean of those
    who go by their own mode. A mix of one mode is that mode. Raises KeyError for a mode that is not known.
    """
    chosen = [(modes[mode], share, (longest_min or {}).get(mode)) for mode, share in mix.shares.items() if share]
    if len(chosen) == 1:
        return chosen[0][0]
    limits = [_longest_s(times) if limit is None else 60 * limit for times, _, limit in chosen]

    def seconds(table: str) -> dict[str, dict[str, int]]:
        def row(origin: str) -> dict[str, int]:
            rows = [getattr(times, table).get(origin, {}) for times, _, _ in chosen]
            parts = [(r, share, limit) for r, (_, share, _), limit in zip(rows, chosen, limits, strict=True)]
            return {b: _mean_seconds(b, parts) for b in dict.fromkeys(b for r in rows for b in r)}

        return {o: row(o) for o in dict.fromkeys(o for times, _, _ in chosen for o in getattr(times, table))}

    def metres(table: str) -> dict[str, dict[str, int]]:
        parts = [(getattr(times, table), share) for times, share, _ in chosen]
        origins = dict.fromkeys(o for rows, _ in parts for o in rows)
        return {o: _mean_row([(rows.get(o, {}), share) for rows, share in parts]) for o in origins}

    return TravelTimes(
        mode=MIX,
        estimate=any(times.estimate for times, _, _ in chosen),
        zone_s=seconds("zone_s"),
        zone_m=metres("zone_m"),
        centre_s=seconds("centre_s"),
        building_s=seconds("building_s"),
        building_m=metres("building_m"),
    )


def _longest_s(times: TravelTimes) -> int:
    tables = (times.zone_s, times.centre_s, times.building_s)
    return max((max(row.values(), default=0) for table in tables for row in table.values()), default=0)


def _mean_seconds(building: str, parts: list[tuple[Row, int, int]]) -> int:
    """The mean over (seconds by building, per cent, longest journey in seconds) of each mode."""
    can = [row[building] for row, _, limit in parts if row.get(building, limit + 1) <= limit]
    fastest = min(can or [row[building] for row, _, _ in parts if building in row])
    total = sum(
        share * (row[building] if row.get(building, limit + 1) <= limit else max(limit, fastest))
        for row, share, limit in parts
    )
    return (2 * total + 100) // 200


def _mean_row(parts: list[tuple[Row, int]]) -> dict[str, int]:
    found = {}
    for building in dict.fromkeys(b for row, _ in parts for b in row):
        there = [(row[building], share) for row, share in parts if building in row]
        whole = sum(share for _, share in there)
        found[building] = (2 * sum(value * share for value, share in there) + whole) // (2 * whole)
    return found
