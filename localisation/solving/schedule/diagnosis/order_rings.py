"""Units that are each to move before the next, all the way round."""

from collections.abc import Iterator
from itertools import pairwise

import networkx as nx

from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Programme
from localisation.rules.relocation.base import RelocationRequirement
from localisation.rules.statement import rule_of
from localisation.solving.schedule.diagnosis.diagnosis import PlanFault
from localisation.solving.schedule.model.model import ScheduleModel


def order_rings(instance: Instance, programme: Programme, schedule: ScheduleModel) -> Iterator[PlanFault]:
    """One shortest ring for every group of units that cannot be put in order, whatever ways they go.

    `schedule` has every must encoded. The activities are carryings of the units, the one that is waited for first.
    """
    rules = {c.id: rule_of(c) for c in instance.relocation_criteria}
    ordering = {key for key, rule in rules.items() if isinstance(rule, RelocationRequirement) and rule.orders}
    graph = nx.DiGraph()
    for criterion, about in schedule.broken:
        if criterion in ordering:
            unit, other = about
            graph.add_edge(other, unit, criterion=criterion)
    carrying = {move.unit: move.routes[0].legs[0].move for move in reversed(programme.moves)}
    for group in nx.strongly_connected_components(graph):
        inside = graph.subgraph(group)
        if inside.number_of_edges():
            ring = min((nx.shortest_path(inside, b, a) for a, b in sorted(inside.edges)), key=len)
            links = [*pairwise(ring), (ring[-1], ring[0])]
            yield PlanFault(
                code="cycle",
                activities=tuple(carrying[unit] for unit in ring),
                criteria=tuple(dict.fromkeys(str(inside.edges[link]["criterion"]) for link in links)),
            )
