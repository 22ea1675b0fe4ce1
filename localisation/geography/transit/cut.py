"""The part of a timetable a search can use."""

from dataclasses import replace

import numpy as np

from localisation.geography.transit.timetable import Timetable


def cut(timetable: Timetable, first_s: int, last_s: int) -> Timetable:
    """The trips that are under way at some time from `first_s` to `last_s`; stops and what is stated are kept."""
    if not timetable.trips:
        return timetable
    leaves = timetable.depart_s[timetable.trip_starts[:-1]]
    ends = timetable.arrive_s[timetable.trip_starts[1:] - 1]
    kept = (leaves <= last_s) & (ends >= first_s)
    lengths = np.diff(timetable.trip_starts)
    calls = np.repeat(kept, lengths)
    return replace(
        timetable,
        trip_ids=tuple(timetable.trip_ids[i] for i in np.flatnonzero(kept)),
        trip_starts=np.concatenate([[0], np.cumsum(lengths[kept])]),
        call_stop=timetable.call_stop[calls],
        arrive_s=timetable.arrive_s[calls],
        depart_s=timetable.depart_s[calls],
        may_board=timetable.may_board[calls],
        may_alight=timetable.may_alight[calls],
    )
