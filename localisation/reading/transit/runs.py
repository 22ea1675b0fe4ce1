"""Which trips run on a date, and in the small hours on either side of it."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from localisation.reading.transit.services import Services

DAY_S = 86_400
NEXT_MORNING_S = 30 * 3600
"""The timetable of a date ends at six the next morning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Trips, by their number, and the seconds to add to their times: one entry for each time a trip runs."""

    trip: NDArray[np.int64]
    later_s: NDArray[np.int64]


def runs_around(trips: pd.DataFrame, services: Services, day: date) -> Runs:
    """The trips of the day before, the day and the day after; `trip` is the row of `trips` counted from 0."""
    found, later = [], []
    for days in (-1, 0, 1):
        running = np.flatnonzero(trips.service_id.isin(services.on(day + timedelta(days=days))).to_numpy())
        found.append(running)
        later.append(np.full(len(running), days * DAY_S, np.int64))
    return Runs(trip=np.concatenate(found).astype(np.int64), later_s=np.concatenate(later))
