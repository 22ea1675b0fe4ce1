"""Travel times and distances to buildings, by one mode or by a mix of several."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from pydantic import model_validator

from localisation.array_types import Flags, Whole
from localisation.domain.frozen import Frozen
from localisation.domain.travel_table import ABSENT, Row, TravelTable


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

    Each table goes origin id -> building id -> whole number; a pair that cannot be travelled is absent.
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
    shares = [share for _, share, _ in chosen]
    limits = [_longest_s(times) if limit is None else 60 * limit for times, _, limit in chosen]

    def every(name: str) -> list[TravelTable]:
        return [TravelTable.of(getattr(times, name)) for times, _, _ in chosen]

    return TravelTimes(
        mode=MIX,
        estimate=any(times.estimate for times, _, _ in chosen),
        zone_s=_mean_seconds(every("zone_s"), shares, limits),
        zone_m=_mean_metres(every("zone_m"), shares),
        centre_s=_mean_seconds(every("centre_s"), shares, limits),
        building_s=_mean_seconds(every("building_s"), shares, limits),
        building_m=_mean_metres(every("building_m"), shares),
    )


def _longest_s(times: TravelTimes) -> int:
    tables = (times.zone_s, times.centre_s, times.building_s)
    return max(int(TravelTable.of(table).figures.max(initial=0)) for table in tables)


def _mean_seconds(tables: list[TravelTable], shares: list[int], limits: list[int]) -> TravelTable:
    """The mean over the modes, whose tables, shares in per cent and longest journeys in seconds are given."""
    origins, buildings, figures = _together(tables)
    share, limit = _column(shares), _column(limits)
    there = figures != ABSENT
    can = there & (figures <= limit)
    fastest = np.where(can.any(axis=0), _least(figures, can), _least(figures, there))
    total = (share * np.where(can, figures, np.maximum(limit, fastest))).sum(axis=0)
    return TravelTable(origins, buildings, np.where(there.any(axis=0), (2 * total + 100) // 200, ABSENT))


def _mean_metres(tables: list[TravelTable], shares: list[int]) -> TravelTable:
    """The mean over those modes that go there."""
    origins, buildings, figures = _together(tables)
    share = _column(shares) * (figures != ABSENT)
    whole = share.sum(axis=0)
    mean = (2 * (figures * share).sum(axis=0) + whole) // np.maximum(1, 2 * whole)
    return TravelTable(origins, buildings, np.where(whole > 0, mean, ABSENT))


def _together(tables: list[TravelTable]) -> tuple[tuple[str, ...], tuple[str, ...], Whole]:
    """All origins, all buildings, and modes x origins x buildings."""
    origins = tuple(dict.fromkeys(o for table in tables for o in table.origins))
    buildings = tuple(dict.fromkeys(b for table in tables for b in table.buildings))
    return origins, buildings, np.stack([table.between(origins, buildings) for table in tables])


def _column(numbers: list[int]) -> Whole:
    """One number for each mode, beside modes x origins x buildings."""
    return np.array(numbers, dtype=np.int64)[:, None, None]


def _least(figures: Whole, among: Flags) -> Whole:
    least: Whole = np.where(among, figures, np.iinfo(np.int64).max // 1000).min(axis=0)
    return least
