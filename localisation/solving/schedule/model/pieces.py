"""The work of a crew that a time must wait for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from localisation.rules.linear import Linear
from localisation.solving.schedule.model.network import AtOnce, Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Demand times days: no earlier than `head`, done at least `tail` days before the time, if `literal` holds."""

    head: int
    tail: int
    days: int
    amount: int
    literal: int | None


def pieces(network: Network, scarce: AtOnce, head: Mapping[str, int], tail: Mapping[str, int]) -> Iterator[Piece]:
    """The takings of the tasks in `tail`, where they last as long as the task and are there whenever it is."""
    by_start = {network.tasks[name].start: name for name in tail}
    for taking in scarce.takings:
        if len(taking.start.terms) != 1 or taking.start.constant or len(taking.when) > 1:
            continue
        name = by_start.get(next(iter(taking.start.terms)))
        if name is None:
            continue
        task = network.tasks[name]
        literal = taking.when[0] if taking.when else None
        condition = network.conditions.get(literal, Linear()) if literal is not None else Linear()
        implied = {literal, *(v for v, factor in condition.terms.items() if factor > 0)}
        same_end = taking.end.terms == task.end.terms and taking.end.constant == task.end.constant
        if same_end and set(task.when) <= implied:
            amount = taking.demand * task.days
            yield Piece(head=head[name], tail=tail[name], days=task.days, amount=amount, literal=literal)


def least_amount(network: Network, chosen: Sequence[Piece]) -> int:
    """The least that must be worked whichever ways are chosen."""
    by_literal: dict[int | None, int] = defaultdict(int)
    for piece in chosen:
        by_literal[piece.literal] += piece.amount
    sure = by_literal.pop(None, 0)
    if by_literal:
        sure += sum(min(by_literal.get(v, 0) for v in choice) for choice in network.choices)
    return sure
