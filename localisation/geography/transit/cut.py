"""Some of the trips of a timetable."""

from dataclasses import replace

import numpy as np

from localisation.array_types import Flags
from localisation.geography.transit.timetable import Timetable


def cut(timetable: Timetable, kept: Flags) -> Timetable:
    """The timetable with the trips that are kept; all stops stay, and what is stated of changes."""
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
