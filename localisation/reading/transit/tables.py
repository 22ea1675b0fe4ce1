"""What is read of a GTFS feed: its tables, and the columns that are used of each.

Names are those of the GTFS Schedule reference (gtfs.org). Other tables and columns are not read, whatever they hold.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedTable:
    """A table of a feed: the columns it must have, and those that are used if it has them."""

    name: str
    must: tuple[str, ...]
    may: tuple[str, ...] = ()
    needed: bool = False

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.txt"

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that are used."""
        return (*self.must, *self.may)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
STOPS = FeedTable(
    name="stops",
    must=("stop_id",),
    may=("stop_name", "stop_lat", "stop_lon", "location_type", "parent_station"),
    needed=True,
)
TRIPS = FeedTable(name="trips", must=("trip_id", "service_id"), needed=True)
STOP_TIMES = FeedTable(
    name="stop_times",
    must=("trip_id", "stop_id", "stop_sequence"),
    may=("arrival_time", "departure_time", "pickup_type", "drop_off_type"),
    needed=True,
)
CALENDAR = FeedTable(name="calendar", must=("service_id", *WEEKDAYS, "start_date", "end_date"))
CALENDAR_DATES = FeedTable(name="calendar_dates", must=("service_id", "date", "exception_type"))
FREQUENCIES = FeedTable(
    name="frequencies", must=("trip_id", "start_time", "end_time", "headway_secs"), may=("exact_times",)
)
TRANSFERS = FeedTable(
    name="transfers",
    must=("from_stop_id", "to_stop_id"),
    may=("transfer_type", "min_transfer_time", "from_route_id", "to_route_id", "from_trip_id", "to_trip_id"),
)
FEED_TABLES = (STOPS, TRIPS, CALENDAR, CALENDAR_DATES, STOP_TIMES, FREQUENCIES, TRANSFERS)
