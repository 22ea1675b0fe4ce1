"""The same network with every move going one given way."""

from collections.abc import Mapping
from dataclasses import replace

from localisation.solving.schedule.model.network import Literals, Network, Variable


def narrow(network: Network, values: Mapping[int, int]) -> Network:
    """Only what takes place when moves go as in `values`; variables keep their numbers, the hint is `values`.

    Any solution of it, with the ways filled in, is one of the whole network (variables of what does not take place
    may have any value there).
    """
    ways = {v: values[v] for choice in network.choices for v in choice}

    def left(when: Literals) -> Literals | None:
        """What of a condition remains open; None when it does not hold."""
        known = {literal for literal in when if (literal if literal >= 0 else ~literal) in ways}
        if any(ways[literal if literal >= 0 else ~literal] != (literal >= 0) for literal in known):
            return None
        return tuple(literal for literal in when if literal not in known)

    found = Network(days=network.days, objective=network.objective, hint=dict(values))
    found.variables = [Variable(v.name, ways[i], ways[i]) if i in ways else v for i, v in enumerate(network.variables)]
    for name, task in network.tasks.items():
        if (when := left(task.when)) is not None:
            found.tasks[name] = replace(task, when=when)
    for row in network.rows:
        if (when := left(row.when)) is not None:
            found.rows.append(replace(row, when=when))
    for scarce in network.at_once:
        takings = tuple(replace(t, when=when) for t in scarce.takings if (when := left(t.when)) is not None)
        if sum(t.demand for t in takings) > scarce.at_most:
            found.at_once.append(replace(scarce, takings=takings))
    found.lookups, found.conditions = network.lookups, network.conditions
    return found
