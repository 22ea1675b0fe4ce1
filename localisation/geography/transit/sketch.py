"""A timetable made of lines of which only running times and headways are known."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import numpy as np

from localisation.domain.geography import LineStop
from localisation.geography.transit.timetable import StatedChanges, Timetable

DAY_MIN = 24 * 60


def sketch_timetable(stops: Sequence[LineStop], service_date: date) -> Timetable:
    """A day of runs at even headways, each line both ways, from the stops of lines in the order of travel.

    Each way's first run leaves as long after midnight as the line's place among the lines, in minutes, so that lines of
    equal headway do not all meet. Only the headway is known: a median over a whole number of headways does not depend
    on it for journeys without a change, and a change waits by chance of this order, as it might in the real timetable.
    """
    known = {s.stop: (i, s) for i, s in enumerate({s.stop: s for s in stops}.values())}
    ids: list[str] = []
    starts, call_stop, seconds, may_board, may_alight = [0], [], [], [], []
    for trip, calls in _runs(stops):
        ids.append(trip)
        for place, (stop, at_min) in enumerate(calls):
            call_stop.append(known[stop][0])
            seconds.append(60 * at_min)
            may_board.append(place < len(calls) - 1)
            may_alight.append(place > 0)
        starts.append(len(call_stop))
    none = np.zeros(0, np.int32)
    return Timetable(
        service_date=service_date,
        stop_ids=tuple(known),
        stop_names=tuple(known),
        stop_xy_m=np.array([(s.easting_m, s.northing_m) for _, s in known.values()], np.float64).reshape(-1, 2),
        stop_station=np.arange(len(known), dtype=np.int32),
        trip_ids=tuple(ids),
        trip_starts=np.array(starts, np.int64),
        call_stop=np.array(call_stop, np.int32),
        arrive_s=np.array(seconds, np.int32),
        depart_s=np.array(seconds, np.int32),
        may_board=np.array(may_board, np.bool_),
        may_alight=np.array(may_alight, np.bool_),
        stated=StatedChanges(from_stop=none, to_stop=none, seconds=none),
    )


def _runs(stops: Sequence[LineStop]) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Every run: its id, and (stop, minutes after midnight) of its calls."""
    for number, (line, part) in enumerate(groupby(stops, key=lambda s: s.line)):
        there = [(s.stop, s.minutes, s.headway_min) for s in part]
        longest, headway = there[-1][1], there[0][2]
        back = [(stop, longest - minutes, headway) for stop, minutes, _ in reversed(there)]
        for way, calls in (("out", there), ("back", back)):
            for start in range(number % headway, DAY_MIN, headway):
                yield f"{line} {way} {start}", [(stop, start + minutes) for stop, minutes, _ in calls]
