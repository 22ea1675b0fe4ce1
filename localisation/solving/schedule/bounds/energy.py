"""What the hands there are say of how soon all can be done."""

from collections.abc import Mapping

from localisation.rules.linear import Constraint, Linear, total
from localisation.solving.schedule.model.lags import Lags
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.network import AtOnce, Network
from localisation.solving.schedule.model.pieces import Piece, least_amount, pieces

ROWS_EACH = 3
"""Rows added for each scarce thing: those that say most."""
MANY = 50
"""A time that waits for so many tasks is worth rows of its own; of others, only what chains say."""


def add_energy_rows(schedule: ScheduleModel, charged: Linear, lags: Lags) -> None:
    """For each time that is charged and waits for tasks: at_most * (time - heads - tails) >= demand * days.

    Of every set of tasks that start no earlier than some day and have at least some days of other work behind them
    (the energy bound of the cumulative problem; Baptiste, Le Pape & Nuijten 1999). Redundant: nothing is lost, and the
    search need not find it out.
    """
    network = schedule.network
    for last, price in charged.terms.items():
        variable = network.variables[last]
        if price <= 0 or variable.high <= 1:
            continue
        tail = lags.tails(last)
        bound = _longest_chain(network, lags, tail)
        few = len(network.tasks) > MANY and len(tail) < MANY
        for scarce in network.at_once if not few else ():
            if scarce.broken is None and scarce.at_most > 0:
                least, rows = _rows(network, scarce, list(pieces(network, scarce, lags.head, tail)), last)
                bound = max(bound, least)
                for row in rows:
                    schedule.always(row)
        if variable.values is None:
            variable.low = max(variable.low, min(variable.high, bound))


def _longest_chain(network: Network, lags: Lags, tail: Mapping[str, int]) -> int:
    """The longest chain through a task: of those that always take place, or on the best way of each move."""
    sure, by_way = 0, dict[int, int]()
    for name, days in tail.items():
        task = network.tasks[name]
        chain = lags.head[name] + task.days + days
        if not task.when:
            sure = max(sure, chain)
        elif len(task.when) == 1:
            by_way[task.when[0]] = max(chain, by_way.get(task.when[0], 0))
    return max([sure, *(min(by_way.get(v, 0) for v in choice) for choice in network.choices if choice[0] in by_way)])


def _rows(network: Network, scarce: AtOnce, found: list[Piece], last: int) -> tuple[int, list[Constraint]]:
    """The least value of the time, and the rows that say why."""
    capacity = scarce.at_most
    bounds = []
    for head in sorted({p.head for p in found}):
        later = [p for p in found if p.head >= head]
        for tail in sorted({p.tail for p in later}):
            amount = least_amount(network, [p for p in later if p.tail >= tail])
            if amount:
                bounds.append((head + tail + -(-amount // capacity), -head, -tail))
    rows = []
    for _, head, tail in sorted(bounds, reverse=True)[:ROWS_EACH]:
        used = total(_amount(p) for p in found if p.head >= -head and p.tail >= -tail)
        rows.append(Linear({last: capacity}) - used >= capacity * -(head + tail))
    return max((bound for bound, _, _ in bounds), default=0), rows


def _amount(piece: Piece) -> Linear:
    if piece.literal is None:
        return Linear(constant=piece.amount)
    if piece.literal >= 0:
        return Linear({piece.literal: piece.amount})
    return Linear({~piece.literal: -piece.amount}, piece.amount)
