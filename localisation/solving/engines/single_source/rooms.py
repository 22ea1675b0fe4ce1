"""Single-source assignment to places of limited room, taken out of a neutral model."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import gcd

import numpy as np

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.model import Model

EXACT = 2**50
"""The costs of everything together must be less, so that sums and prices are exact."""
MANY_CHOICES = 200_000
MUCH_ROOM = 50_000_000
"""Places and units times the room there is: with more, knapsacks solved whole take too long, and too much memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Minimise constant + grid * (what m open places cost + what n units cost where each has its one place).

    All in whole numbers; a relaxation of the model that it was taken from: what else the model demands is left out.
    """

    variables: Whole
    """The model's variable of each place and unit (m x n); -1 where the unit cannot be."""
    costs: Whole
    """m x n."""
    takes: Whole
    """What a unit takes of a place's room (m x n)."""
    room: Whole
    """What a place has (m)."""
    openers: Whole
    """The model's variable that says that a place is open (m); -1 where it always is."""
    opening: Whole
    """What it costs to open a place (m)."""
    always: Flags
    """Which places are open in any case (m)."""
    constant: int
    grid: int

    @property
    def may(self) -> Flags:
        """Which unit can be in which place (m x n)."""
        return self.variables >= 0

    def where(self, opened: Flags, closed: Flags) -> "Rooms":
        """The same with some places open, and paid for, whoever is in them, and some closed."""
        return replace(
            self,
            variables=np.where(closed[:, None], -1, self.variables),
            room=np.where(closed, 0, self.room),
            always=self.always | opened,
        )

    def value(self, places: Whole) -> int:
        """What it comes to, in grid units, when each unit is in its place."""
        used = self.always.copy()
        used[places] = True
        return int(self.costs[places, np.arange(len(places))].sum() + self.opening[used].sum())


def rooms_of(model: Model, arrays: Arrays) -> Rooms | None:
    """The assignment, None where there is none: every price must be of a unit in a place or of a place in use.

    Units are rows of which exactly one variable is 1. A place is a row that limits what its units take, from all there
    is or from what an opener gives: of several rows for the same units (kinds of rooms) the fullest. `arrays` has
    bounds narrowed already.
    """
    if model.blocks:
        return None
    yes_or_no = np.array([(v.low, v.high) == (0, 1) for v in model.variables], dtype=np.bool_)
    free = yes_or_no & (arrays.low == 0) & (arrays.high == 1)
    unit = _units(arrays, free)
    if unit is None:
        return None
    places = _places(arrays, unit, free)
    if places is None:
        return None
    work = sum(places.takes.shape) * int(places.room.sum())
    if len(places.room) < 2 or places.takes.size > MANY_CHOICES or work > MUCH_ROOM:
        return None
    return _rooms(model, arrays, unit, places)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The place of each variable (-1: none), and of each place its opener, its room and what units take (m x n)."""

    place: Whole
    opener: Whole
    room: Whole
    takes: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limit:
    """What a row says of a place: how full all would make it, its opener (-1: none), its room, what variables take."""

    full: float
    opener: int
    room: int
    takes: dict[int, int]


def _rooms(model: Model, arrays: Arrays, unit: Whole, places: _Places) -> Rooms | None:
    variables = np.full(places.takes.shape, -1)
    chosen = np.flatnonzero(unit >= 0)
    variables[places.place[chosen], unit[chosen]] = chosen
    if (variables >= 0).sum() < len(chosen):
        return None
    variables[places.takes > places.room[:, None]] = -1
    costs, opening = np.zeros(places.takes.shape, dtype=object), [0] * len(places.room)
    constant = model.objective.constant
    opens = {u: j for j, u in enumerate(places.opener.tolist()) if u >= 0}
    for v, factor in model.objective.terms.items():
        if arrays.low[v] == arrays.high[v]:
            constant += factor * int(arrays.low[v])
        elif unit[v] >= 0:
            costs[places.place[v], unit[v]] = factor
        elif v in opens:
            opening[opens[v]] = factor
        else:
            return None
    grid = gcd(*costs.ravel().tolist(), *opening) or 1
    if (sum(map(abs, opening)) + int(np.abs(costs).max(axis=0).sum())) // grid >= EXACT:
        return None
    return Rooms(
        variables=variables,
        costs=(costs // grid).astype(np.int64),
        takes=places.takes,
        room=places.room,
        openers=places.opener,
        opening=np.array([cost // grid for cost in opening], dtype=np.int64),
        always=places.opener < 0,
        constant=constant,
        grid=grid,
    )


def _units(arrays: Arrays, free: Flags) -> Whole | None:
    """The unit of each variable, -1 for none; None where units share a variable."""
    unit = np.full(len(free), -1)
    count = 0
    for row in np.flatnonzero((arrays.least == 1) & (arrays.most == 1)).tolist():
        ends = slice(arrays.starts[row], arrays.starts[row + 1])
        columns, factors = arrays.column[ends], arrays.factor[ends]
        left = columns[free[columns]]
        if not (factors == 1).all() or len(left) < 2 or arrays.low[columns].any():
            continue
        if (unit[left] >= 0).any():
            return None
        unit[left] = count
        count += 1
    return unit if count else None


def _places(arrays: Arrays, unit: Whole, free: Flags) -> _Places | None:
    """The places; None where some variable of a unit has none."""
    place = np.full(len(unit), -1)
    places: list[_Limit] = []
    short = np.diff(arrays.starts) == 2  # Who sits there uses it; but a place for one unit has no other row.
    for rows in (np.flatnonzero(~short), np.flatnonzero(short)):
        for limit in sorted(_limits(arrays, unit, free, rows.tolist()), key=_tells, reverse=True):
            members = list(limit.takes)
            if (place[members] < 0).all():
                place[members] = len(places)
                places.append(limit)
        if (place[unit >= 0] >= 0).all():
            break
    if (place[unit >= 0] < 0).any():
        return None
    takes = np.zeros((len(places), int(unit.max()) + 1), dtype=np.int64)
    for j, limit in enumerate(places):
        takes[j, unit[list(limit.takes)]] = list(limit.takes.values())
    measure = gcd(*takes.ravel().tolist())  # One for all, so that what is left somewhere means something elsewhere.
    return _Places(
        place=place,
        opener=np.array([limit.opener for limit in places]),
        room=np.array([limit.room // measure for limit in places]),
        takes=takes // measure,
    )


def _tells(limit: _Limit) -> tuple[bool, bool, int, float]:
    """What speaks for a row: an opener, that units take different room, how many there are, how full it would be."""
    return limit.opener >= 0, max(limit.takes.values()) > 1, len(limit.takes), limit.full


def _limits(arrays: Arrays, unit: Whole, free: Flags, rows: list[int]) -> Iterator[_Limit]:
    for row in rows:
        ends = slice(arrays.starts[row], arrays.starts[row + 1])
        for sign, most in ((1, arrays.most[row]), (-1, -arrays.least[row])):
            said = _limit(arrays, unit, free, arrays.column[ends], sign * arrays.factor[ends], most)
            if said is not None:
                yield said


def _limit(arrays: Arrays, unit: Whole, free: Flags, columns: Whole, factors: Floats, most: float) -> _Limit | None:
    """What sum of factors * variables <= most says of one place, if it does."""
    if not np.isfinite(most):
        return None
    fixed = (factors * np.array([arrays.low[columns], arrays.high[columns]])).min(axis=0)
    most -= float(fixed[~free[columns]].sum())
    columns, factors = columns[free[columns]], factors[free[columns]]
    ours = unit[columns] >= 0
    others = columns[~ours].tolist()
    once = len(set(unit[columns[ours]].tolist())) == ours.sum() > 0
    if not once or (factors[ours] <= 0).any() or len(others) > 1:
        return None
    if others and not (most == 0 and factors[~ours][0] < 0):
        return None
    room = float(-factors[~ours][0]) if others else most
    weights = factors[ours].astype(np.int64)
    takes = dict(zip(columns[ours].tolist(), weights.tolist(), strict=True))
    full = int(weights.sum()) / room if room > 0 else np.inf
    return _Limit(full=full, opener=others[0] if others else -1, room=int(np.floor(room)), takes=takes)
