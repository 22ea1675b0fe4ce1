"""How many columns may and must be open, read from a model's rows."""

from dataclasses import dataclass

import numpy as np

from localisation.array_types import Flags, Whole
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.location.links import Links


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """As in `Core`: a partition of the columns into groups with bounds, and sets of which some must be open."""

    group: Whole
    fewest: Whole
    most: Whole
    covers: Flags
    needed: Whole


def counts_of(arrays: Arrays, links: Links, column: Whole, columns: int) -> Counts:
    """What the rows say of numbers of columns; each row by itself, other variables at their most helpful.

    Groups do not overlap: of rows that bound a number from above the longest count, others are left out.
    """
    group = np.full(columns, -1)
    most: list[int] = []
    for members, count in sorted(_at_most(arrays, links, column), key=lambda found: -len(found[0])):
        if (group[members] < 0).all():
            group[members] = len(most)
            most.append(count)
        elif len(set(group[members])) == 1 and (group == group[members[0]]).sum() == len(members):
            most[group[members[0]]] = min(most[group[members[0]]], count)
    if (group < 0).any():
        group[group < 0] = len(most)
        most.append(columns)
    fewest = [0] * len(most)
    covers: list[Flags] = []
    needed: list[int] = []
    for members, count in _at_least(arrays, links, column):
        labels = set(group[members])
        if len(labels) == 1 and (group == group[members[0]]).sum() == len(members):
            fewest[labels.pop()] = max(fewest[group[members[0]]], count)
            continue
        flags = np.zeros(columns, dtype=bool)
        flags[members] = True
        covers.append(flags)
        needed.append(count)
    sizes = np.bincount(group, minlength=len(most))
    return Counts(
        group=group,
        fewest=np.array(fewest, dtype=np.int64),
        most=np.clip(np.array(most, dtype=np.int64), 0, sizes),
        covers=np.array(covers, dtype=bool).reshape(len(covers), columns),
        needed=np.array(needed, dtype=np.int64),
    )


def _at_most(arrays: Arrays, links: Links, column: Whole) -> list[tuple[Whole, int]]:
    v, a = arrays.column, arrays.factor
    own = column[v] >= 0
    tied = ~own & (a > 0) & (links.below[v] >= 0) & (arrays.low[v] == 0)
    counted = (own & (a > 0)) | tied
    rate = np.where(own, a, a * links.at_least[v])
    rest = np.where(counted, 0.0, np.where(a > 0, a * arrays.low[v], a * arrays.high[v]))
    room = arrays.most - np.bincount(arrays.row, rest, minlength=len(arrays.most))
    smallest = np.full(len(room), np.inf)
    np.minimum.at(smallest, arrays.row[counted], rate[counted])
    size = np.bincount(arrays.row[counted], minlength=len(room))
    with np.errstate(invalid="ignore"):
        count = np.floor(room / smallest)
    telling = (size > 0) & (count < size)
    return _sets(arrays, np.where(own, column[v], links.below[v]), counted, telling, count)


def _at_least(arrays: Arrays, links: Links, column: Whole) -> list[tuple[Whole, int]]:
    v, a = arrays.column, arrays.factor
    own = column[v] >= 0
    tied = ~own & (a > 0) & (links.above[v] >= 0)
    counted = (own & (a > 0)) | tied
    rate = np.where(own, a, a * links.at_most[v])
    rest = np.where(counted, 0.0, np.where(a > 0, a * arrays.high[v], a * arrays.low[v]))
    need = arrays.least - np.bincount(arrays.row, rest, minlength=len(arrays.least))
    largest = np.zeros(len(need))
    np.maximum.at(largest, arrays.row[counted], rate[counted])
    with np.errstate(invalid="ignore", divide="ignore"):
        count = np.ceil(need / largest)
    telling = (largest > 0) & (count >= 1) & np.isfinite(count)
    return _sets(arrays, np.where(own, column[v], links.above[v]), counted, telling, count)


def _sets(arrays: Arrays, columns: Whole, counted: Flags, telling: Flags, count: np.ndarray) -> list[tuple[Whole, int]]:
    """(columns, count) of each telling row; rows that count a column twice are left out."""
    found = []
    for row in np.flatnonzero(telling):
        ends = slice(arrays.starts[row], arrays.starts[row + 1])
        members = columns[ends][counted[ends]]
        unique = np.unique(members)
        if len(unique) == len(members):
            found.append((unique, int(count[row])))
    return found
