"""What can be wrong with the calls of a trip, call by call; calls stand in the order of trips and sequence."""

import numpy as np

from localisation.array_types import Flags
from localisation.reading.transit.calls import Calls


def at_an_end(calls: Calls) -> Flags:
    """The first and the last call of each trip."""
    first, last = _ends(calls)
    return first | last


def alone(calls: Calls) -> Flags:
    """The calls that are the only one of their trip."""
    first, last = _ends(calls)
    return first & last


def _ends(calls: Calls) -> tuple[Flags, Flags]:
    new = np.diff(calls.trip) != 0
    edge = np.ones(min(len(calls.trip), 1), bool)
    return np.concatenate([edge, new]), np.concatenate([new, edge])


def repeats_sequence(calls: Calls) -> Flags:
    """The calls with the same number in the sequence as the one before in the trip."""
    found = np.zeros(len(calls.trip), bool)
    found[1:] = (np.diff(calls.trip) == 0) & (np.diff(calls.sequence) == 0)
    return found


def repeats_all(calls: Calls) -> Flags:
    """The calls that say exactly what the one before them says."""
    found = repeats_sequence(calls)
    for values in (calls.stop, calls.arrive_s, calls.depart_s):
        found[1:] &= np.diff(values) == 0
    return found


def back_in_time(calls: Calls) -> Flags:
    """The calls left before they are arrived at, or arrived at before a call earlier in the trip is left."""
    timed = calls.arrive_s >= 0
    backwards = timed & (calls.depart_s < calls.arrive_s)
    # One running maximum for all trips: each is lifted above those before it.
    lift = calls.trip * (1 << 32)
    latest = np.maximum.accumulate(np.where(timed, calls.depart_s, 0) + lift)
    found = backwards.copy()
    found[1:] |= timed[1:] & (np.diff(calls.trip) == 0) & (calls.arrive_s[1:] + lift[1:] < latest[:-1])
    return found
