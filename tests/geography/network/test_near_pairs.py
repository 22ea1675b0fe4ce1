"""Pairs near each other along streets are those of the search between all points, and no others."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.travel import Mode
from localisation.geography.network import near_pairs as module
from localisation.geography.network.cost import limit_of
from localisation.geography.network.near_pairs import Streets, near_pairs
from localisation.geography.network.point_costs import point_costs
from localisation.geography.network.snap import Snaps
from tests.geography.network.paper import Street, network, random_edges, two_way


def snaps(places: list[tuple[int, int]]) -> Snaps:
    """Points on links (-1: none) so many quarters along."""
    link, quarters = np.array([p[0] for p in places], np.int64), np.array([p[1] for p in places], float)
    none = np.zeros(len(places))
    return Snaps(link=link, fraction=quarters / 4, straight_m=none, access_s=none, access_m=none)


@pytest.mark.parametrize("together", [1, 2, 256])
@settings(max_examples=60, deadline=None)
@given(case=random_edges(8), data=st.data(), limit_s=st.integers(0, 20))
def test_as_the_search_between_all_points(together, case, data, limit_s):
    count, edges = case
    streets = [Street(start=a, end=b, along_s=cost, metres=10) for a, b, cost in edges]
    roads = network([(500.0 * i, 0.0) for i in range(count)], streets)
    place = st.tuples(st.integers(-1, len(streets) - 1), st.integers(0, 4))
    starts, goals = (snaps(data.draw(st.lists(place, max_size=5))) for _ in range(2))
    limit = limit_of(limit_s, Mode.CAR)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "TOGETHER", together)
        found = near_pairs(Streets.of(roads, Mode.CAR), starts, goals, limit)
    table = np.full((len(starts.link), len(goals.link)), np.inf)
    for rows in point_costs(roads, Mode.CAR, starts, goals, limit, turned=False):
        table[rows.first : rows.first + len(rows.costs)] = rows.costs
    expected = {(int(o), int(d)): table[o, d] for o, d in np.argwhere(np.isfinite(table))}
    assert dict(zip(zip(found.start.tolist(), found.goal.tolist(), strict=True), found.cost, strict=True)) == expected


def test_what_lies_beyond_the_limit_is_no_pair():
    # Three streets of 60 s in a row; from the first node one gets to the middle of the second in 90 s.
    roads = network([(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)], [two_way(a, a + 1, 60) for a in range(3)])
    streets, start, goals = Streets.of(roads, Mode.CAR), snaps([(0, 0)]), snaps([(1, 2), (2, 2)])
    assert near_pairs(streets, start, goals, limit_of(90, Mode.CAR)).goal.tolist() == [0]
    assert near_pairs(streets, start, goals, limit_of(89, Mode.CAR)).goal.tolist() == []
    assert near_pairs(streets, start, goals, limit_of(150, Mode.CAR)).goal.tolist() == [0, 1]
