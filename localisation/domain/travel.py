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


def mixed(modes: Mapping[Mode, TravelTimes], mix: ModeMix) -> TravelTimes:
    """The mean over the mode mix, pair by pair, in whole seconds and metres, halves up.

    Where a pair cannot be travelled by some mode, those who would go by it go by the others, in proportion; it is
    absent where no mode of the mix can. A mix of one mode is that mode. Raises KeyError for a mode that is not known.
    """
    chosen = [(modes[mode], share) for mode, share in mix.shares.items() if share]
    if len(chosen) == 1:
        return chosen[0][0]

    def mean(table: str) -> dict[str, dict[str, int]]:
        parts = [(getattr(times, table), share) for times, share in chosen]
        origins = dict.fromkeys(o for rows, _ in parts for o in rows)
        return {o: _mean_row([(rows.get(o, {}), share) for rows, share in parts]) for o in origins}

    return TravelTimes(
        mode=MIX,
        estimate=any(times.estimate for times, _ in chosen),
        zone_s=mean("zone_s"),
        zone_m=mean("zone_m"),
        centre_s=mean("centre_s"),
        building_s=mean("building_s"),
        building_m=mean("building_m"),
    )


def _mean_row(parts: list[tuple[Row, int]]) -> dict[str, int]:
    found = {}
    for building in dict.fromkeys(b for row, _ in parts for b in row):
        there = [(row[building], share) for row, share in parts if building in row]
        whole = sum(share for _, share in there)
        found[building] = (2 * sum(value * share for value, share in there) + whole) // (2 * whole)
    return found
