"""A table told as a few straight lines."""

from collections.abc import Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From place `first` to `last` the table says slope * place + constant."""

    first: int
    last: int
    slope: int
    constant: int


def straight_lines(table: Sequence[int], reached: Set[int] | None, at_most: int) -> list[Line] | None:
    """Lines that together say the same as the table at the places that can be reached; None if it takes too many.

    Lines may pass over places that cannot be reached.
    """
    places = range(len(table)) if reached is None else sorted(p for p in reached if 0 <= p < len(table))
    lines: list[Line] = []
    run: list[int] = []
    for place in places:
        if len(run) == 1:
            rise, step = table[place] - table[run[0]], place - run[0]
            if rise % step == 0:
                run.append(place)
                continue
        elif run and (table[place] - table[run[0]]) * (run[1] - run[0]) == (table[run[1]] - table[run[0]]) * (
            place - run[0]
        ):
            run.append(place)
            continue
        if run:
            lines.append(_line(table, run))
        run = [place]
        if len(lines) >= at_most:
            return None
    return [*lines, _line(table, run)] if run else None


def _line(table: Sequence[int], run: list[int]) -> Line:
    slope = (table[run[1]] - table[run[0]]) // (run[1] - run[0]) if len(run) > 1 else 0
    return Line(first=run[0], last=run[-1], slope=slope, constant=table[run[0]] - slope * run[0])
