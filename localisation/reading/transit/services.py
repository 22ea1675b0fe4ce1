"""Which services run on which dates."""

from dataclasses import dataclass
from datetime import date, timedelta

import gtfs_kit
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from localisation.reading.problems import Problems
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.feed_table import Told, whole_table
from localisation.reading.transit.tables import CALENDAR, CALENDAR_DATES, WEEKDAYS, FeedTable

_EPOCH = date(1970, 1, 1)
ADDED, REMOVED = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The calendar of a feed. Dates are texts such as "20300305"; all of them are dates."""

    calendar: pd.DataFrame
    exceptions: pd.DataFrame

    def on(self, day: date) -> frozenset[str]:
        """The services that run on a date."""
        feed = gtfs_kit.Feed(dist_units="m", calendar=self.calendar, calendar_dates=self.exceptions)
        return frozenset(gtfs_kit.get_active_services(feed, f"{day:%Y%m%d}"))

    def runs_by_date(self, runs: pd.Series) -> dict[date, int]:
        """How many trips run on each date that has any; `runs` is how many trips each service has."""
        calendar = self.calendar[self.calendar.service_id.isin(runs.index)]
        exceptions = self.exceptions[self.exceptions.service_id.isin(runs.index)]
        starts, ends, on = (_days(calendar.start_date), _days(calendar.end_date), _days(exceptions.date))
        everything = np.concatenate([starts, ends, on])
        if not len(everything):
            return {}
        first = int(everything.min())
        found = np.zeros(int(everything.max()) - first + 1, np.int64)
        weekday = (np.arange(len(found)) + first + _EPOCH.weekday()) % 7
        count = runs.reindex(calendar.service_id).to_numpy(np.int64)
        for i, name in enumerate(WEEKDAYS):
            running = (calendar[name] == 1).to_numpy(bool, na_value=False) & (ends >= starts)
            steps = np.zeros(len(found) + 1, np.int64)
            np.add.at(steps, starts[running] - first, count[running])
            np.add.at(steps, ends[running] - first + 1, -count[running])
            found += np.where(weekday == i, np.cumsum(steps)[:-1], 0)
        found += self._changed(calendar, exceptions, on, runs, first, len(found))
        return {_EPOCH + timedelta(days=first + int(i)): int(found[i]) for i in np.flatnonzero(found > 0)}

    def _changed(
        self,
        calendar: pd.DataFrame,
        exceptions: pd.DataFrame,
        on: NDArray[np.int64],
        runs: pd.Series,
        first: int,
        length: int,
    ) -> NDArray[np.int64]:
        """What the exceptions add to the trips of each date, less what they take away."""
        known = calendar.set_index("service_id").reindex(exceptions.service_id)
        starts, ends = known.start_date.to_numpy(), known.end_date.to_numpy()
        weekday = (on + _EPOCH.weekday()) % 7
        days = np.stack([known[name].to_numpy(np.float64, na_value=0) for name in WEEKDAYS])
        within = np.array(
            [isinstance(s, str) and s <= d <= e for s, d, e in zip(starts, exceptions.date, ends, strict=True)], bool
        )
        regular = within & (days[weekday, np.arange(len(on))] == 1)
        kind = exceptions.exception_type.to_numpy(np.int64)
        sign = np.where((kind == ADDED) & ~regular, 1, np.where((kind == REMOVED) & regular, -1, 0))
        changed = np.zeros(length, np.int64)
        np.add.at(changed, on - first, sign * runs.reindex(exceptions.service_id).to_numpy(np.int64))
        return changed


def read_services(files: FeedFiles, problems: Problems, told: Told) -> Services:
    """The calendar of a feed, rows with faults left out and told."""
    calendar = whole_table(files, CALENDAR, problems, told).drop_duplicates()
    exceptions = whole_table(files, CALENDAR_DATES, problems, told).drop_duplicates()
    for table, frame, columns in (
        (CALENDAR, calendar, ("start_date", "end_date")),
        (CALENDAR_DATES, exceptions, ("date",)),
    ):
        for column in columns:
            _check_dates(files, table, frame, column, problems)
    unknown = ~exceptions.exception_type.isin([ADDED, REMOVED])
    for row, kind in exceptions.exception_type[unknown].items():
        at = files.at(CALENDAR_DATES, int(str(row)), "exception_type")
        problems.error("transit_feed.unknown_exception", at, value=int(kind))
    _check_twice(files, CALENDAR, calendar, ["service_id"], problems)
    _check_twice(files, CALENDAR_DATES, exceptions, ["service_id", "date"], problems)
    return Services(calendar=calendar, exceptions=exceptions)


def _check_dates(files: FeedFiles, table: FeedTable, frame: pd.DataFrame, column: str, problems: Problems) -> None:
    bad = (
        ~frame[column].str.fullmatch(r"\d{8}") | pd.to_datetime(frame[column], format="%Y%m%d", errors="coerce").isna()
    )
    for row, value in frame[column][bad].items():
        problems.error("transit_feed.bad_date", files.at(table, int(str(row)), column), value=value)


def _check_twice(files: FeedFiles, table: FeedTable, frame: pd.DataFrame, key: list[str], problems: Problems) -> None:
    again = frame.duplicated(key)
    for row in frame.index[again]:
        id_ = " ".join(str(frame.loc[row, k]) for k in key)
        problems.error("transit_feed.row_twice", files.at(table, int(row), key[0]), id=id_)


def _days(dates: pd.Series) -> NDArray[np.int64]:
    return (
        pd.to_datetime(dates, format="%Y%m%d").to_numpy("datetime64[D]").astype(np.int64)
        if len(dates)
        else np.zeros(0, np.int64)
    )
