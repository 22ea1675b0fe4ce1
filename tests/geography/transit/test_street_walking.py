"""Walks along streets: to a stop, between stops, from a stop, and all the way.

A river runs along the x axis, with one bridge 500 m to the east; both banks have a street. All walk a metre a second.

        (0, 50) ────────── (500, 50)      north street
                               │          bridge, 100 m
        (0, -50) ───────── (500, -50)     south street
"""

from itertools import pairwise
from math import dist, floor, inf

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.travel import Mode
from localisation.geography.network.access import Access
from localisation.geography.network.times import mode_times
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.street_walking import StreetWalking
from localisation.geography.transit.transit_times import transit_times
from localisation.geography.transit.walking import straight_line_walking
from tests.geography.network.paper import Street, network, one_way, two_way
from tests.geography.transit.made import STROLL, H, M, timetable
from tests.geography.transit.plain import Plain
from tests.geography.transit.test_against_plain import SETTINGS, timetables

BANKS = [(0.0, 50.0), (500.0, 50.0), (500.0, -50.0), (0.0, -50.0)]
RIVER = network(BANKS, [two_way(0, 1, 500), two_way(1, 2, 100), two_way(2, 3, 500)], Mode.WALK)
ACCESS = Access(speed_kmh=3.6, least_component_m=0)
WALKING = StreetWalking(RIVER, ACCESS, straight_line_walking(STROLL))
FAR = STROLL.model_copy(update={"to_stop_limit_s": 1_200, "change_walk_limit_s": 1_200})
EVERY_MINUTE = [[("A", f"07:{m:02}"), ("B", f"07:{m + 5:02}")] for m in range(40)]


def test_the_walk_to_a_stop_goes_by_the_bridge():
    # The stop lies 100 m across the water; by the bridge it is 500 + 100 + 500 m. The bus leaves every minute and takes
    # five; the office is at the last stop. A wish at 07:00 stands at the stop at 07:18:20 and takes the bus at 07:19.
    buses = timetable({"A": (0, -50), "B": (9_000, 0)}, EVERY_MINUTE)
    home, office = {"home": (0, 50)}, {"office": (9_000, 0)}
    one = FAR.model_copy(update={"window_end_s": 7 * H + M})
    assert transit_times(buses, home, office, one, walking=WALKING).median_s["home"]["office"] == 24 * M
    assert transit_times(buses, home, office, one).median_s["home"]["office"] == 7 * M, "as the crow flies: 07:01:40"


def test_a_stop_beyond_the_limit_by_street_is_not_walked_to():
    # 1,100 m by the bridge: within 1,100 s, not within 1,099.
    buses = timetable({"A": (0, -50), "B": (9_000, 0)}, EVERY_MINUTE)
    for limit, near in ((1_100, ()), (1_099, ("home",))):
        wishes = STROLL.model_copy(update={"to_stop_limit_s": limit})
        found = transit_times(buses, {"home": (0, 50)}, {"office": (9_000, 0)}, wishes, walking=WALKING)
        assert found.far_from_stops == near


def test_a_change_across_the_river_goes_by_the_bridge():
    # Off at N at 07:10, on at S 1,100 s later, 07:28:20: the bus at 07:20 is gone, the one at 07:30 is caught.
    stops = {"H": (-9_000, 0), "N": (0, 50), "S": (0, -50), "W": (0, 9_000)}
    runs = [[("H", "07:02"), ("N", "07:10")], [("S", "07:20"), ("W", "07:30")], [("S", "07:30"), ("W", "07:40")]]
    wishes = FAR.model_copy(update={"window_end_s": 7 * H + M})
    home, work = {"home": (-9_000, 0)}, {"work": (0, 9_000)}
    assert transit_times(timetable(stops, runs), home, work, wishes, walking=WALKING).median_s["home"]["work"] == 40 * M
    assert transit_times(timetable(stops, runs), home, work, wishes).median_s["home"]["work"] == 30 * M


def test_walking_all_the_way_takes_what_walking_takes():
    points = {"north": (0.0, 60.0), "south": (100.0, -70.0), "east": (480.0, 0.0), "beside": (2.0, 62.0)}
    nothing = timetable({"A": (0, 50)}, [])
    found = transit_times(nothing, points, points, STROLL, walking=WALKING).median_s
    assert found == mode_times(RIVER, points, points, Mode.WALK, ACCESS).whole_s()
    assert found["north"]["south"] == 10 + 500 + 100 + 400 + 20
    assert found["north"]["beside"] == 3, "2.8 m over the lawn, not 10 + 2 + 12 m by the street"


def test_far_outside_the_network_one_walks_in_a_straight_line_but_never_into_it():
    # 20 km off, two stops 60 m apart: changed between in 60 s. A house there has no way on foot to the river.
    stops = {"P": (20_000, 0), "Q": (20_000, 60), "N": (0, 50)}
    runs = [[("N", "07:02"), ("P", "07:10")], [("Q", "07:11"), ("N", "07:20")]]
    wishes = STROLL.model_copy(update={"window_end_s": 7 * H + M})
    found = transit_times(
        timetable(stops, runs), {"o": (0, 50)}, {"o2": (0, 50), "p": (20_000, 0)}, wishes, walking=WALKING
    )
    assert found.median_s["o"]["p"] == 10 * M
    lone = WALKING(np.array([[20_000.0, 0.0]]), np.array([[20_000.0, 60.0], [0.0, 50.0]]), 10**6)
    assert (lone.goal.tolist(), lone.seconds.tolist()) == ([0], [60])


SPOTS = [(60.0 * (i % 4), 60.0 * (i // 4)) for i in range(12)]


@st.composite
def towns(draw: st.DrawFn) -> list[Street]:
    """Streets between twelve spots, all joined by one winding street, with short cuts that may be one-way."""
    streets = [two_way(a, b, draw(st.integers(1, 90))) for a, b in pairwise(range(12))]
    spot = st.integers(0, 11)
    for a, b in draw(st.lists(st.tuples(spot, spot).filter(lambda ab: ab[0] != ab[1]), max_size=6)):
        streets.append(one_way(a, b, draw(st.integers(1, 200))))
    return streets


class OnFoot(Plain):
    """The plain search, with walks looked up in a table of networkx's."""

    spots: dict[tuple[float, ...], dict[tuple[float, ...], float]]

    def walk(self, a: tuple[float, ...], b: tuple[float, ...], limit_s: int) -> float:
        seconds = floor(self.spots[a].get(b, inf) + 0.5)
        return seconds if seconds <= limit_s else inf


@settings(max_examples=120, deadline=None)
@given(streets=towns(), table=timetables(), wishes=SETTINGS, data=st.data())
def test_on_random_towns_as_the_plain_search_with_walks_by_networkx(streets, table, wishes: TransitSettings, data):
    spot = st.integers(0, 11)
    object.__setattr__(table, "stop_xy_m", np.array([SPOTS[data.draw(spot)] for _ in table.stop_ids]))
    starts, goals = (data.draw(st.lists(spot, min_size=1, max_size=3)) for _ in range(2))
    walking = StreetWalking(network(SPOTS, streets, Mode.WALK), ACCESS, straight_line_walking(wishes))
    found = transit_times(
        table,
        {str(i): SPOTS[s] for i, s in enumerate(starts)},
        {str(i): SPOTS[g] for i, g in enumerate(goals)},
        wishes,
        walking=walking,
    )
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    for s in streets:
        graph.add_edge(s.start, s.end, weight=s.along_s)
        if s.back_s < inf:
            graph.add_edge(s.end, s.start, weight=s.back_s)
    plain = OnFoot(table, wishes)
    plain.spots = {
        SPOTS[a]: {SPOTS[b]: t for b, t in row.items()} for a, row in nx.all_pairs_dijkstra_path_length(graph)
    }
    leave = range(wishes.window_start_s, wishes.window_end_s, wishes.step_s)
    for o, start in enumerate(starts):
        for d, goal in enumerate(goals):
            takes = sorted(plain.takes(SPOTS[start], SPOTS[goal], at) for at in leave)
            assert found.connected[str(o)][str(d)] == sum(t < inf for t in takes)
            assert found.median_s[str(o)].get(str(d), inf) == takes[-(-50 * len(takes) // 100) - 1]


def test_the_walks_of_the_river_are_longer_than_the_crow_flies():
    at = np.array(BANKS)
    walks = WALKING(at, at, 10_000)
    assert len(walks.start) == 16
    assert all(s >= round(dist(at[a], at[b])) for a, b, s in zip(walks.start, walks.goal, walks.seconds, strict=True))
