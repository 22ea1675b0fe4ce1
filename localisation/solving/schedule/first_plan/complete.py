"""The helpers of a plan whose tasks are all placed."""

from localisation.rules.linear import Linear
from localisation.solving.schedule.first_plan.draft import Draft


def complete(draft: Draft, objective: Linear) -> dict[int, int]:
    """Values of every variable that follows from the plan: what is placed, ends, lookups, and what is charged.

    A helper takes the end of its bounds that is charged least; one that is not charged and not fixed is left out,
    for the solver to choose.
    """
    network = draft.network
    values = dict(draft.value)
    for task in network.tasks.values():
        if task.start not in values:
            start = network.variables[task.start].low
            values[task.start] = start
            if task.finish:
                values[task.finish.target] = task.finish.table[start + task.finish.index.constant]
    for lookup in network.lookups:
        if all(v in values for v in lookup.index.terms):
            index = lookup.index.constant + sum(f * values[v] for v, f in lookup.index.terms.items())
            values[lookup.target] = lookup.table[min(max(index, 0), len(lookup.table) - 1)]
    for v, expression in network.conditions.items():
        if all(w in values for w in expression.terms):
            values[v] = expression.constant + sum(f * values[w] for w, f in expression.terms.items())
    for v in range(len(network.variables)):
        low, high = draft.low[v], draft.high[v]
        if v not in values and (low == high or v in objective.terms):
            values[v] = low if objective.terms.get(v, 1) > 0 else high
    return values
