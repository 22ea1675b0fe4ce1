"""The trips of a feed."""

import pandas as pd

from localisation.reading.problems import Problems
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.feed_table import Told, whole_table
from localisation.reading.transit.tables import TRIPS


def read_trips(files: FeedFiles, problems: Problems, told: Told) -> pd.DataFrame:
    """`trip_id` and `service_id` of each trip, once; a trip of two services is an error."""
    frame = whole_table(files, TRIPS, problems, told)
    again, same = frame.duplicated("trip_id"), frame.duplicated()
    for row in frame.index[again & ~same]:
        problems.error("transit_feed.trip_differs", files.at(TRIPS, int(row), "trip_id"), id=frame.trip_id[row])
    if same.any():
        row = int(frame.index[same][0])
        at = files.at(TRIPS, row, "trip_id")
        problems.warning("transit_feed.trip_repeated", at, id=frame.trip_id[row], count=int(same.sum()))
    return frame[~again]
