"""A timetable put together from runs, calls and stops."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from localisation.geography.transit.timetable import StatedChanges, Timetable
from localisation.reading.transit.calls import Calls
from localisation.reading.transit.runs import NEXT_MORNING_S, Runs
from localisation.reading.transit.stops import Stops


def assemble(
    day: date, trip_ids: tuple[str, ...], runs: Runs, calls: Calls, stops: Stops, stated: StatedChanges
) -> Timetable:
    """The timetable of a date: every run that is under way between midnight and six the next morning.

    Only stops that some run calls at are in it.
    """
    begins = np.searchsorted(calls.trip, runs.trip)
    ends = np.searchsorted(calls.trip, runs.trip, side="right")
    there = ends > begins
    begins, ends, trip, later = begins[there], ends[there], runs.trip[there], runs.later_s[there]
    seen = (calls.arrive_s[ends - 1] + later >= 0) & (calls.depart_s[begins] + later < NEXT_MORNING_S)
    begins, ends, trip, later = begins[seen], ends[seen], trip[seen], later[seen]
    order = np.lexsort((later, trip))
    begins, ends, trip, later = begins[order], ends[order], trip[order], later[order]
    lengths = ends - begins
    starts = np.concatenate([[0], np.cumsum(lengths)])
    call = np.arange(starts[-1]) - np.repeat(starts[:-1] - begins, lengths)
    shift = np.repeat(later, lengths)
    used = np.unique(calls.stop[call])
    number = np.full(len(stops.ids) + 1, -1, np.int64)
    number[used] = np.arange(len(used))
    return Timetable(
        service_date=day,
        stop_ids=tuple(stops.ids[i] for i in used),
        stop_names=tuple(stops.names[i] for i in used),
        stop_xy_m=stops.xy_m[used],
        stop_station=stops.station[used].astype(np.int32),
        trip_ids=tuple(trip_ids[i] for i in trip),
        trip_starts=starts.astype(np.int64),
        call_stop=number[calls.stop[call]].astype(np.int32),
        arrive_s=(calls.arrive_s[call] + shift).astype(np.int32),
        depart_s=(calls.depart_s[call] + shift).astype(np.int32),
        may_board=calls.may_board[call],
        may_alight=calls.may_alight[call],
        stated=_among(stated, number),
    )


def _among(stated: StatedChanges, number: NDArray[np.int64]) -> StatedChanges:
    """The changes between stops that are used, by their new numbers."""
    start, goal = number[stated.from_stop], number[stated.to_stop]
    both = (start >= 0) & (goal >= 0)
    return StatedChanges(
        from_stop=start[both].astype(np.int32), to_stop=goal[both].astype(np.int32), seconds=stated.seconds[both]
    )
