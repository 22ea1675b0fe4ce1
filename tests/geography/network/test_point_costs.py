"""Points along streets: exactly the costs of a network in which every point is a node, by networkx."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.travel import Mode
from localisation.geography.network.cost import LARGEST_COST, TIME_UNIT
from localisation.geography.network.point_costs import point_costs
from localisation.geography.network.snap import NO_LINK, Snaps
from tests.geography.network.paper import INF, Street, by_networkx, network

SECOND = 1000 * TIME_UNIT + 10
"""The cost of a second on streets where each second is a metre: 1,000 ticks and 10 decimetres."""

Spot = tuple[int, int]
"""A street, and how many quarters along it."""


@st.composite
def streets_and_spots(draw: st.DrawFn) -> tuple[int, list[Street], list[Spot], list[Spot]]:
    count = draw(st.integers(1, 8))
    node, quarters = st.integers(0, count - 1), st.integers(0, 5).map(lambda q: 4.0 * q)
    streets = []
    for _ in range(draw(st.integers(1, 12))):
        along, back = draw(st.sampled_from([(True, True), (True, True), (True, False), (False, True)]))
        length = draw(quarters)
        ends = draw(node), draw(node)
        streets.append(
            Street(start=ends[0], end=ends[1], along_s=length if along else INF, back_s=length if back else INF,
                   metres=length, via=((0.5, 0.5),))
        )  # fmt: skip
    spot = st.tuples(st.integers(-1, len(streets) - 1), st.integers(0, 4))
    return count, streets, draw(st.lists(spot, max_size=5)), draw(st.lists(spot, max_size=5))


def snaps(spots: list[Spot]) -> Snaps:
    none = np.zeros(len(spots))
    return Snaps(
        link=np.array([s if s >= 0 else NO_LINK for s, _ in spots], np.int64),
        fraction=np.array([q / 4 for _, q in spots]),
        straight_m=none,
        access_s=none,
        access_m=none,
    )


def expected(count: int, streets: list[Street], origins: list[Spot], destinations: list[Spot]) -> np.ndarray:
    """By networkx, with a node for every spot; where a street is closed, its very ends are still at its ends."""
    spots = [*origins, *destinations]
    edges: list[tuple[int, int, float]] = []
    for number, street in enumerate(streets):
        on = [(0, street.start), (4, street.end)]
        on += [(q, count + i) for i, (s, q) in enumerate(spots) if s == number]
        for p, a in on:
            for q, b in on:
                seconds = street.along_s if q > p else street.back_s
                if p == q and (a >= count or b >= count):
                    edges.append((a, b, 0.0))
                elif p != q and seconds < INF:
                    edges.append((a, b, abs(q - p) / 4 * seconds * SECOND))
    table = by_networkx(count + len(spots), edges)
    return table[count : count + len(origins), count + len(origins) :]


@settings(deadline=None)
@given(streets_and_spots(), st.booleans())
def test_every_cost_is_that_of_networkx(case, turned: bool):
    count, streets, origins, destinations = case
    roads = network([(float(i), 0.0) for i in range(count)], streets)
    found = np.full((len(origins), len(destinations)), INF)
    way = found.T if turned else found
    for rows in point_costs(roads, Mode.CAR, snaps(origins), snaps(destinations), LARGEST_COST, turned=turned):
        way[rows.first : rows.first + len(rows.costs)] = rows.costs
    assert np.array_equal(found, expected(count, streets, origins, destinations))


def test_on_a_one_way_street_what_lies_behind_is_a_round_trip_away():
    # A ring of two one-way streets, 0 -> 1 in 40 s and 1 -> 0 in 60 s: from three quarters to one quarter of the first.
    roads = network(
        [(0.0, 0.0), (40.0, 0.0)],
        [
            Street(start=0, end=1, along_s=40, metres=40),
            Street(start=1, end=0, along_s=60, metres=60, via=((20.0, 9.0),)),
        ],
    )
    (rows,) = point_costs(roads, Mode.CAR, snaps([(0, 3)]), snaps([(0, 1)]), LARGEST_COST, turned=False)
    assert rows.costs[0, 0] == pytest.approx((10 + 60 + 10) * SECOND)
