"""Door-to-door times by public transport over a window of departures."""

from dataclasses import dataclass
from datetime import date

from localisation.domain.travel_table import TravelTable


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitTimes:
    """Seconds from every origin to every destination, on foot and by public transport, over a window of departures.

    `median_s` and `percentile_s` count from the wished
    departure, waiting included: so many seconds or fewer for at least half, and for at least `percentile` per cent, of
    the departures. A pair is absent where that many departures have no connection; it is never filled in.
    `connected` says how many of the `departures` have one, for every pair.
    """

    service_date: date
    percentile: int
    departures: int
    median_s: TravelTable
    percentile_s: TravelTable
    connected: TravelTable
    far_from_stops: tuple[str, ...]
    """Origins with no stop within the walk to a stop."""

    def without_connection(self) -> tuple[tuple[str, str], ...]:
        """The pairs that have no connection at the median, by their ids."""
        return tuple((o, d) for o, row in self.connected.items() for d in row if d not in self.median_s[o])
