"""A network in which chosen demands may give way by as little as possible."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from localisation.rules.linear import Linear, total
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.network import AtOnce, Network, Row, Source, Taking

SCALE = 1_000
"""A demand that gives way by as much as it allows costs this; so does a day late on an axis of as many days."""


@dataclass(frozen=True, kw_only=True)
class Elastic:
    """The network, and for each demand that may give way what it gives: rows' amounts, and daily ones' amounts."""

    network: Network
    of_rows: dict[Source, list[Linear]]
    of_days: dict[Source, list[Linear]]


def elastic(schedule: ScheduleModel, giving: Collection[Source]) -> Elastic:
    """The network of a relaxable model where only the demands of `giving` may fail, by an amount that is minimised.

    Elastic programming (Brown & Graves 1975; Chinneck 2008, ch. 6): a row's bound moves by a slack variable; daily
    capacity grows by what is not taken by dummies of 1, 2, 4, ... on every day.
    """
    old = schedule.network
    network = replace(
        old, variables=[replace(v) for v in old.variables], rows=[], at_once=[], lookups=list(old.lookups), hint={}
    )
    for variable in schedule.broken.values():
        network.variables[variable].high = 0
    found = Elastic(network=network, of_rows={}, of_days={})
    for row in old.rows:
        network.rows.append(_stretched(found, row, old) if row.source in giving else replace(row, broken=None))
    for scarce in old.at_once:
        if scarce.source in giving:
            network.at_once.append(_widened(found, scarce))
        else:
            network.at_once.append(replace(scarce, broken=None))
    network.objective = total(_prices(found, old))
    return found


def _stretched(found: Elastic, row: Row, old: Network) -> Row:
    assert row.source is not None
    least, most = old.span(row.expression)
    room = max(0 if row.low is None else row.low - least, 0 if row.high is None else most - row.high, 1)
    slack = found.network.new(f"gives way {row.source}", 0, room)
    found.of_rows.setdefault(row.source, []).append(Linear({slack: 1}))
    if row.low is not None and row.high is not None:
        # Either side may move: two slacks, one each way.
        other = found.network.new(f"gives way {row.source}", 0, room)
        found.of_rows[row.source].append(Linear({other: 1}))
        moved = row.expression + Linear({slack: 1, other: -1})
    else:
        moved = row.expression + Linear({slack: 1 if row.low is not None else -1})
    return replace(row, expression=Linear(moved.terms), broken=None)


def _widened(found: Elastic, scarce: AtOnce) -> AtOnce:
    assert scarce.source is not None
    network, more = found.network, max(0, sum(t.demand for t in scarce.takings) - scarce.at_most)
    dummies, given, size, left = [], [], 1, more
    while left > 0:
        part = min(size, left)
        kept = network.new(f"kept {scarce.source}", 0, 1)
        dummies.append(Taking(start=Linear(), end=Linear(constant=network.days), demand=part, when=(kept,)))
        given.append(Linear({kept: -part}, part))
        size, left = size * 2, left - part
    found.of_days.setdefault(scarce.source, []).append(total(given))
    return replace(scarce, takings=(*scarce.takings, *dummies), at_most=scarce.at_most + more, broken=None)


def _prices(found: Elastic, old: Network) -> Iterator[Linear]:
    sizes = {s.source: s.at_most for s in old.at_once}
    for given in found.of_rows.values():
        yield total(given) * max(1, SCALE // max(1, old.days))
    for source, given in found.of_days.items():
        yield total(given) * max(1, SCALE // max(1, sizes.get(source, 1)))
