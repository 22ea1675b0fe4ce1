"""What the hands there are say of how soon all can be done."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from localisation.rules.linear import Constraint, Linear, total
from localisation.solving.schedule.lags import Lags, lags
from localisation.solving.schedule.model import ScheduleModel
from localisation.solving.schedule.network import AtOnce, Network

ROWS_EACH = 3
"""Rows added for each scarce thing: those that say most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Demand times days that must lie between `head` and `tail` days before the last day, if `literal` holds."""

    head: int
    tail: int
    amount: int
    literal: int | None


def add_energy_rows(schedule: ScheduleModel, charged: Linear) -> None:
    """For each helper that is charged and waits for tasks: at_most * (helper - heads - tails) >= demand * days.

    Of every set of tasks that start no earlier than some day and have at least some days of other work behind them
    (the energy bound of the cumulative problem; Baptiste, Le Pape & Nuijten 1999). Redundant: nothing is lost, and the
    search need not find it out.
    """
    network = schedule.network
    for last, price in charged.terms.items():
        if price > 0 and network.variables[last].high > 1:
            found = lags(network, last)
            if not any(tail is not None for tail in found.tail.values()):
                continue
            path = [
                h + network.tasks[n].days + t
                for n, h in found.head.items()
                if (t := found.tail[n]) is not None and not network.tasks[n].when
            ]
            variable = network.variables[last]
            variable.low = max(variable.low, min(variable.high, max(path, default=0)))
            for scarce in network.at_once:
                if scarce.broken is None and scarce.at_most > 0:
                    bound, rows = _rows(network, scarce, found, last)
                    variable.low = max(variable.low, min(variable.high, bound))
                    for row in rows:
                        schedule.always(row)


def _rows(network: Network, scarce: AtOnce, found: Lags, last: int) -> tuple[int, list[Constraint]]:
    """The least value of the helper, and the rows that say why."""
    pieces = list(_pieces(network, scarce, found))
    capacity = scarce.at_most
    heads, tails = sorted({p.head for p in pieces}), sorted({p.tail for p in pieces})
    bounds = []
    for head in heads:
        later = [p for p in pieces if p.head >= head]
        for tail in tails:
            chosen = [p for p in later if p.tail >= tail]
            amount = _least(network, chosen)
            if amount:
                bounds.append((head + tail + -(-amount // capacity), -head, -tail))
    rows = []
    for _, head, tail in sorted(bounds, reverse=True)[:ROWS_EACH]:
        chosen = [p for p in pieces if p.head >= -head and p.tail >= -tail]
        used = total(_amount(p) for p in chosen)
        rows.append(Linear({last: capacity}) - used >= capacity * -(head + tail))
    return max((bound for bound, _, _ in bounds), default=0), rows


def _pieces(network: Network, scarce: AtOnce, found: Lags) -> Iterator[_Piece]:
    """The takings of tasks, from start to end, that the helper waits for."""
    by_start = {task.start: name for name, task in network.tasks.items()}
    for taking in scarce.takings:
        if len(taking.start.terms) != 1 or taking.start.constant or len(taking.when) > 1:
            continue
        name = by_start.get(next(iter(taking.start.terms)))
        if name is None:
            continue
        task, tail = network.tasks[name], found.tail[name]
        same_end = taking.end.terms == task.end.terms and taking.end.constant == task.end.constant
        literal = taking.when[0] if taking.when else None
        implied = {literal, *(v for v, f in network.conditions.get(literal or 0, Linear()).terms.items() if f > 0)}
        if same_end and tail is not None and set(task.when) <= implied:
            yield _Piece(head=found.head[name], tail=tail, amount=taking.demand * task.days, literal=literal)


def _amount(piece: _Piece) -> Linear:
    if piece.literal is None:
        return Linear(constant=piece.amount)
    if piece.literal >= 0:
        return Linear({piece.literal: piece.amount})
    return Linear({~piece.literal: -piece.amount}, piece.amount)


def _least(network: Network, pieces: list[_Piece]) -> int:
    """The least that must be worked whichever ways are chosen."""
    by_literal: dict[int | None, int] = defaultdict(int)
    for piece in pieces:
        by_literal[piece.literal] += piece.amount
    sure = by_literal.pop(None, 0)
    if by_literal:
        sure += sum(min(by_literal.get(v, 0) for v in choice) for choice in network.choices)
    return sure
