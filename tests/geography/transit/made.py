"""Timetables small enough to check on paper: stops on a map in metres, runs as a few calls."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.timetable import StatedChanges, Timetable

H, M = 3600, 60
STROLL = TransitSettings(
    window_start_s=7 * H,
    window_end_s=7 * H + 10 * M,
    walking_m_per_min=60,
    detour_percent=100,
    to_stop_limit_s=300,
    change_walk_limit_s=300,
    walk_only_limit_s=3600,
    change_s=0,
    most_travel_s=2 * H,
)
"""One metre a second in a straight line; up to 300 m to, between and from stops; ten departures from 07:00."""

Run = Sequence[tuple[str, str]]
"""Calls as (stop, "07:10") or (stop, "07:10-07:12"), in the order of travel."""


def at(clock: str) -> int:
    """Seconds after midnight of "07:10" or "07:10:30"; may pass 24:00."""
    hours, minutes, *seconds = (int(part) for part in clock.split(":"))
    return hours * H + minutes * M + (seconds[0] if seconds else 0)


def timetable(
    stops: Mapping[str, tuple[int, int]],
    runs: Sequence[Run],
    *,
    stated: Sequence[tuple[str, str, int]] = (),
    stations: Mapping[str, str] | None = None,
    no_boarding: Sequence[tuple[int, int]] = (),
    no_alighting: Sequence[tuple[int, int]] = (),
) -> Timetable:
    """A timetable of these runs; `no_boarding` and `no_alighting` name calls as (run, call)."""
    place = {stop: i for i, stop in enumerate(stops)}
    station = [(stations or {}).get(stop, f"alone {stop}") for stop in stops]
    starts = np.cumsum([0, *(len(run) for run in runs)]).astype(np.int64)
    calls = [call for run in runs for call in run]
    board, alight = np.ones(len(calls), bool), np.ones(len(calls), bool)
    for run, call in no_boarding:
        board[starts[run] + call] = False
    for run, call in no_alighting:
        alight[starts[run] + call] = False
    return Timetable(
        service_date=date(2030, 3, 5),
        stop_ids=tuple(stops),
        stop_names=tuple(stops),
        stop_xy_m=np.array(list(stops.values()), float).reshape(-1, 2),
        stop_station=np.unique(station, return_inverse=True)[1].astype(np.int32),
        trip_ids=tuple(str(i) for i in range(len(runs))),
        trip_starts=starts,
        call_stop=np.array([place[stop] for stop, _ in calls], np.int32),
        arrive_s=np.array([at(clock.split("-")[0]) for _, clock in calls], np.int32),
        depart_s=np.array([at(clock.split("-")[-1]) for _, clock in calls], np.int32),
        may_board=board,
        may_alight=alight,
        stated=StatedChanges(
            from_stop=np.array([place[a] for a, _, _ in stated], np.int32),
            to_stop=np.array([place[b] for _, b, _ in stated], np.int32),
            seconds=np.array([s for _, _, s in stated], np.int32),
        ),
    )
