"""Travel times and distances to buildings."""

from collections.abc import Mapping
from dataclasses import dataclass

Row = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelTimes:
    """Seconds and metres from every zone, centre and building to every building, by one mode.

    Each mapping goes origin id -> building id -> whole number; a pair that cannot be travelled is absent.
    A building is 0 from itself. `estimate` says that the figures rest on estimates.
    """

    mode: str
    estimate: bool
    zone_s: Mapping[str, Row]
    zone_m: Mapping[str, Row]
    centre_s: Mapping[str, Row]
    building_s: Mapping[str, Row]
    building_m: Mapping[str, Row]
