"""Seconds and metres from many origins to all nodes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.travel import Mode
from localisation.geography.network import fill
from localisation.geography.network import many_to_many as module
from localisation.geography.network.contract import contract
from localisation.geography.network.cost import TIME_UNIT, cost_of, decode
from localisation.geography.network.graph import graph_of
from localisation.geography.network.many_to_many import many_to_many
from localisation.geography.network.nearest import nearest_of_many
from localisation.geography.network.network import Network
from localisation.geography.network.seeds import Seeds
from tests.geography.network.paper import by_networkx, network, one_way, random_edges, two_way

LINE = [(0.0, 0.0), (1000.0, 0.0), (2000.0, 0.0), (3000.0, 0.0)]


def table(of: Network, limit_s: float | None = None) -> tuple[np.ndarray, np.ndarray]:
    seeds = Seeds.at(np.arange(of.nodes))
    blocks = list(many_to_many(contract(graph_of(of, Mode.CAR)), seeds, Mode.CAR, limit_s=limit_s))
    return np.vstack([b.seconds for b in blocks]), np.vstack([b.metres for b in blocks])


def test_metres_are_those_of_the_fastest_way_not_of_the_shortest():
    # From 0 to 3: straight on 3 x 1,000 m at 60 s, or one fast road of 5,000 m in 100 s.
    seconds, metres = table(network(LINE, [*(two_way(a, a + 1, 60) for a in range(3)), one_way(0, 3, 100, 5_000)]))
    assert (seconds[0, 3], metres[0, 3]) == (100, 5_000)
    assert (seconds[3, 0], metres[3, 0]) == (180, 3_000)


def test_of_two_ways_equally_fast_the_shorter_counts():
    _, metres = table(network(LINE[:2], [two_way(0, 1, 60, 1_500), two_way(0, 1, 60, 1_200)]))
    assert metres[0, 1] == 1_200


def test_beyond_the_limit_there_is_nothing_and_at_the_limit_there_is():
    seconds, metres = table(network(LINE, [two_way(a, a + 1, 60) for a in range(3)]), limit_s=120)
    assert seconds[0].tolist() == [0, 60, 120, np.inf]
    assert np.isinf(metres[0, 3])


def test_what_cannot_be_reached_is_inf_in_seconds_and_metres():
    seconds, metres = table(network(LINE, [two_way(0, 1, 60), one_way(2, 3, 60)]))
    assert np.isinf(seconds[0, 2])
    assert np.isinf(metres[0, 2])
    assert seconds[2, 3] == 60
    assert np.isinf(seconds[3, 2])


def test_the_blocks_are_the_same_however_small(monkeypatch: pytest.MonkeyPatch):
    roads = network(LINE, [*(two_way(a, a + 1, 60) for a in range(3)), one_way(3, 0, 7, 10)])
    whole = table(roads)
    monkeypatch.setattr(module, "BLOCK_CELLS", 1)
    monkeypatch.setattr(fill, "CACHED_CELLS", 1)
    assert all(np.array_equal(a, b) for a, b in zip(whole, table(roads), strict=True))


def test_only_the_targets_that_are_asked_for_and_no_metres_unless_wanted():
    roads = contract(graph_of(network(LINE, [two_way(a, a + 1, 60) for a in range(3)]), Mode.CAR))
    told: list[tuple[int, int]] = []
    targets = np.array([3, 1])
    (block,) = many_to_many(
        roads, Seeds.at(np.array([0])), Mode.CAR, targets=targets, metres=False, progress=lambda *n: told.append(n)
    )
    assert block.seconds.tolist() == [[180, 60]]
    assert block.metres is None
    assert told == [(1, 1)]


@settings(deadline=None)
@given(random_edges(10), st.lists(st.integers(0, 9), max_size=4))
def test_the_nearest_of_many_is_the_least_of_all(case, origins: list[int]):
    count, edges = case
    origins = [o % count for o in origins]
    # The costs are seconds here, and every edge is 1 m for each second, so that ties are ties in both.
    roads = network([(float(i), 0.0) for i in range(count)], [one_way(a, b, c, c) for a, b, c in edges])
    found = nearest_of_many(contract(graph_of(roads, Mode.CAR)), Seeds.at(np.array(origins, int)), Mode.CAR)
    other = by_networkx(count, edges)[origins] if origins else np.full((1, count), np.inf)
    assert np.array_equal(found.seconds, other.min(axis=0))
    reached = np.flatnonzero(np.isfinite(found.seconds))
    assert np.array_equal(other[found.origin[reached], reached], found.seconds[reached])
    assert (found.origin[np.isinf(found.seconds)] == -1).all()


def test_nearest_within_a_limit():
    roads = contract(graph_of(network(LINE, [two_way(a, a + 1, 60) for a in range(3)]), Mode.CAR))
    found = nearest_of_many(roads, Seeds.at(np.array([0])), Mode.CAR, limit_s=60)
    assert found.origin.tolist() == [0, 0, -1, -1]


def test_a_cost_gives_back_its_seconds_and_metres():
    # 61.5 s by car is 61,500 ticks; 1,234.5 m is 12,345 decimetres.
    cost = cost_of(np.array([61.5, np.inf]), np.array([1234.5, 10.0]), Mode.CAR)
    assert cost[0] == 61_500 * TIME_UNIT + 12_345
    seconds, metres = np.empty(2, np.float32), np.empty(2, np.float32)
    decode(cost, Mode.CAR, seconds, metres)
    assert seconds.tolist() == [61.5, np.inf]
    assert metres.tolist() == [1234.5, np.inf]


def test_a_road_round_half_the_world_is_refused():
    with pytest.raises(ValueError, match="6,710 km"):
        cost_of(np.array([1.0]), np.array([7e6]), Mode.CAR)


def test_seeds_out_of_order_are_refused():
    with pytest.raises(ValueError, match="order"):
        Seeds(count=2, origin=np.array([1, 0]), node=np.array([0, 0]), cost=np.zeros(2))
