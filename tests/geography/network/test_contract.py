"""Contraction takes nodes away without changing any cost: against networkx, and on paper."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.geography.network import fill
from localisation.geography.network.contract import contract
from localisation.geography.network.cost import LARGEST_COST
from localisation.geography.network.graph import Graph
from localisation.geography.network.many_to_many import costs_at
from localisation.geography.network.seeds import Seeds, tidy
from tests.geography.network.paper import Edge, by_networkx, graph, random_edges


def all_costs(of: Graph, seeds: Seeds | None = None) -> np.ndarray:
    contracted = contract(of)
    seeds = Seeds.at(np.arange(of.count)) if seeds is None else seeds
    costs = np.empty((of.count, seeds.count))
    for some, rows in costs_at(contracted, seeds, LARGEST_COST, np.arange(of.count)):
        costs[some] = rows
    return costs[contracted.place].T


def costs_of_some(of: Graph, nodes: list[int]) -> np.ndarray:
    contracted = contract(of)
    wanted = np.sort(contracted.place[nodes])
    costs = np.full((len(wanted), of.count), np.nan)
    for some, rows in costs_at(contracted, Seeds.at(np.arange(of.count)), LARGEST_COST, wanted):
        costs[some] = rows
    return costs[np.searchsorted(wanted, contracted.place[nodes])].T


@settings(deadline=None)
@given(random_edges())
def test_every_cost_is_that_of_networkx(case: tuple[int, list[Edge]]):
    count, edges = case
    assert np.array_equal(all_costs(graph(count, edges)), by_networkx(count, edges))


@settings(deadline=None)
@given(random_edges(), st.data())
def test_the_costs_of_some_nodes_are_those_among_all(case: tuple[int, list[Edge]], data: st.DataObject):
    count, edges = case
    nodes = data.draw(st.lists(st.integers(0, count - 1), max_size=5))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill, "CACHED_CELLS", data.draw(st.sampled_from([1, 20, 50_000])))
        assert np.array_equal(costs_of_some(graph(count, edges), nodes), by_networkx(count, edges)[:, nodes])


@settings(deadline=None)
@given(random_edges())
def test_two_way_streets_cost_the_same_both_ways(case: tuple[int, list[Edge]]):
    count, edges = case
    costs = all_costs(graph(count, [*edges, *((b, a, c) for a, b, c in edges)]))
    assert np.array_equal(costs, costs.T)


@settings(deadline=None)
@given(random_edges(), st.data())
def test_an_origin_with_several_seeds_takes_the_cheapest(case: tuple[int, list[Edge]], data: st.DataObject):
    # An origin is a node of its own with edges to its seeds: so networkx is told.
    count, edges = case
    seed = st.tuples(st.integers(0, 2), st.integers(0, count - 1), st.integers(0, 9))
    drawn = data.draw(st.lists(seed, max_size=6))
    origin, node, cost = (np.array([d[i] for d in drawn], int) for i in range(3))
    seeds = tidy(3, origin, node, cost.astype(float))
    other = by_networkx(count + 3, [*edges, *((count + o, n, c) for o, n, c in drawn)])
    assert np.array_equal(all_costs(graph(count, edges), seeds), other[count:, :count])


def test_a_street_of_four_nodes_between_two_crossings_is_one_edge():
    # Crossings 0 and 5, each with two more streets to 6 and 7; between them 1, 2, 3, 4 at costs 1, 2, 3, 4, 5.
    street = [(0, 1, 1), (1, 2, 2), (2, 3, 3), (3, 4, 4), (4, 5, 5)]
    others = [(0, 6, 9), (0, 7, 9), (5, 6, 9), (5, 7, 9), (6, 7, 9)]
    both = [*street, *others, *((b, a, c) for a, b, c in (*street, *others))]
    contracted = contract(graph(8, both))
    assert contracted.core.count == 4
    first = contracted.levels[0]
    assert sorted(first.from_head + first.from_tail) == [15] * 4
    assert 15 in contracted.core.cost


def test_a_one_way_street_in_a_chain_closes_it_one_way_only():
    # A ring 0-1-2-3 with a bar 0-2, and 1 -> 2 one-way: from 2 to 1 one must go round by 0.
    edges = [(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 3, 1), (3, 2, 1), (3, 0, 1), (0, 3, 1), (0, 2, 5), (2, 0, 5)]
    costs = all_costs(graph(4, edges))
    assert costs[1, 2] == 1
    assert costs[2, 1] == 3  # by 3 and 0


def test_the_end_of_a_blind_alley_is_reached_and_left():
    # 3 - 4 hangs on the triangle 0, 1, 2 at 2.
    edges = [(0, 1, 1), (1, 2, 1), (2, 0, 1), (2, 3, 10), (3, 4, 10), (4, 3, 20), (3, 2, 20)]
    costs = all_costs(graph(5, edges))
    assert costs[0, 4] == 22
    assert costs[4, 0] == 41
    assert costs[3, 4] == 10  # not out and in again


def test_a_street_that_comes_back_to_its_crossing_is_driven_the_short_way():
    # 0 is a crossing with blind alleys to 5 and 6 and a loop 0-1-2-3-4-0, all costs 1.
    loop = [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 0, 1), (0, 5, 1), (0, 6, 1)]
    costs = all_costs(graph(7, [*loop, *((b, a, c) for a, b, c in loop)]))
    assert costs[1, 4] == 2
    assert costs[1, 3] == 2
    assert costs[6, 2] == 3


def test_a_lonely_ring_a_lonely_line_and_a_lonely_node_answer_for_themselves_only():
    ring, line = [(0, 1, 1), (1, 2, 1), (2, 0, 1)], [(3, 4, 1), (4, 5, 1)]
    costs = all_costs(graph(7, [*ring, *line]))
    assert costs[2, 1] == 2
    assert costs[3, 5] == 2
    assert costs[6, 6] == 0
    assert np.isinf(costs[:3, 3:]).all()
    assert np.isinf(costs[5, 3])


def test_nothing_at_all_is_answered_with_nothing():
    assert all_costs(graph(0, [])).shape == (0, 0)
