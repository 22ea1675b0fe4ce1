"""Equal to the plainest statement of the earliest arrival, on small timetables of every odd shape."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.geography.transit import rounds, transit_times
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.timetable import IMPOSSIBLE, Timetable
from tests.geography.transit.made import STROLL, timetable
from tests.geography.transit.plain import Plain

POINTS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda xy: (xy[0] * 60, xy[1] * 60))
ORIGINS = st.lists(POINTS, min_size=1, max_size=3)


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    """Up to six stops and eight runs; runs overtake, loop, stand still and bar stepping on and off."""
    stops = {f"S{i}": xy for i, xy in enumerate(draw(st.lists(POINTS, min_size=2, max_size=6)))}
    ids = st.sampled_from(sorted(stops))
    runs, barred = [], []
    for _ in range(draw(st.integers(1, 8))):
        clock, calls = draw(st.integers(6 * 60 + 50, 7 * 60 + 15)) * 60, []
        for stop in draw(st.lists(ids, min_size=2, max_size=5)):
            arrive = clock + draw(st.integers(0, 5)) * 60
            clock = arrive + draw(st.integers(0, 3)) * 60
            calls.append((stop, f"00:00:{arrive}-00:00:{clock}"))
        runs.append(calls)
        barred.append(draw(st.lists(st.integers(0, len(calls) - 1), max_size=1)))
    stated = draw(st.dictionaries(st.tuples(ids, ids), st.sampled_from([0, 30, 240, IMPOSSIBLE]), max_size=3))
    return timetable(
        stops,
        runs,
        stated=[(a, b, s) for (a, b), s in stated.items()],
        stations=draw(st.dictionaries(ids, st.just("S"), max_size=2)),
        no_boarding=[(run, call) for run, calls in enumerate(barred) for call in calls if run % 2],
        no_alighting=[(run, call) for run, calls in enumerate(barred) for call in calls if not run % 2],
    )


SETTINGS = st.builds(
    TransitSettings,
    window_start_s=st.just(STROLL.window_start_s),
    window_end_s=st.just(STROLL.window_end_s),
    step_s=st.sampled_from([60, 90]),
    percentile=st.sampled_from([1, 50, 85, 100]),
    walking_m_per_min=st.sampled_from([60, 80]),
    detour_percent=st.sampled_from([100, 130]),
    to_stop_limit_s=st.sampled_from([0, 120, 300]),
    change_walk_limit_s=st.sampled_from([0, 60, 300]),
    walk_only_limit_s=st.sampled_from([0, 400]),
    change_s=st.sampled_from([0, 60]),
    most_changes=st.integers(0, 3),
    most_travel_s=st.sampled_from([900, 3600]),
)


@settings(max_examples=300, deadline=None)
@given(table=timetables(), wishes=SETTINGS, starts=ORIGINS, goals=ORIGINS)
def test_every_departure_of_every_pair_takes_what_the_plain_search_says(table, wishes, starts, goals):
    check(table, wishes, starts, goals)


@settings(max_examples=60, deadline=None)
@given(table=timetables(), wishes=SETTINGS, starts=ORIGINS, goals=ORIGINS)
def test_small_helpings_give_the_same_as_one(table, wishes, starts, goals):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "_LINKS_AT_ONCE", 2)
        patch.setattr(transit_times, "_CELLS_AT_ONCE", 1)
        check(table, wishes, starts, goals)


def check(table: Timetable, wishes: TransitSettings, starts: list, goals: list) -> None:
    origins, destinations = ({str(i): xy for i, xy in enumerate(points)} for points in (starts, goals))
    found = transit_times.transit_times(table, origins, destinations, wishes)
    plain = Plain(table, wishes)
    leave = range(wishes.window_start_s, wishes.window_end_s, wishes.step_s)
    assert found.departures == len(leave)
    for o, start in origins.items():
        for d, goal in destinations.items():
            takes = sorted(plain.takes(start, goal, at) for at in leave)
            assert found.connected[o][d] == sum(t < inf for t in takes)
            assert found.median_s[o].get(d, inf) == takes[-(-50 * len(takes) // 100) - 1]
            assert found.percentile_s[o].get(d, inf) == takes[-(-wishes.percentile * len(takes) // 100) - 1]
