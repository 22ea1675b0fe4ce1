"""The part of a relaxable model that a few demands speak of: a small model where the whole is large."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from localisation.domain.proposal import Placement, Proposal
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row, Variable
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.relaxable import Relaxable

FEW = 3
"""A row that speaks of no more units than this is about them; of more, it is about what they share."""


@dataclass(frozen=True, kw_only=True)
class Focused:
    """A model of some demands and units; `old` is each variable's index in the whole, `broken` each demand's own."""

    model: Model
    old: tuple[int, ...]
    broken: dict[Demand, int]
    units: frozenset[str]


class Focus:
    """Takes parts out of one relaxable model.

    A part leaves out units, what ties buildings to them, and rows its demands do not need; where a left-out unit stands
    in a row, it takes the value that suits the row best. That only makes more possible: what cannot be in the part
    cannot be at all. What can be there is known only when a proposal made of it has passed the check.
    """

    def __init__(self, relaxable: Relaxable) -> None:
        self._relaxable = relaxable
        self._whole = relaxable.placement.model
        self._inventory = relaxable.instance.inventory
        self._rows_of: dict[Demand, list[Row]] = defaultdict(list)
        self._always: list[Row] = []
        self._of_helper: dict[int, list[Row]] = defaultdict(list)
        self._unit_of: dict[int, str] = {}
        self._of_unit: dict[str, set[int]] = defaultdict(set)
        for unit in self._inventory.units:
            for b in self._inventory.buildings:
                sits, staff = relaxable.placement.sits(unit.id, b.id), relaxable.placement.staff(unit.id, b.id)
                for v in (*sits.terms, *staff.terms):
                    self._unit_of[v] = unit.id
                    self._of_unit[unit.id].add(v)
        self._summed = self._whole.rows[: relaxable.summed]
        self._structural = self._whole.rows[relaxable.summed : relaxable.structural]
        self._buildings = {v for _, v in relaxable.placement.ties()}
        known = {v for row in (*self._summed, *self._structural) for v in row.expression.terms}
        for row in self._whole.rows[relaxable.structural :]:
            if row.source is not None and row.broken is not None:
                self._rows_of[row.source].append(row)
            elif row.source is not None:
                self._always.append(row)
            else:
                for v in row.expression.terms:
                    if v not in known:
                        self._of_helper[v].append(row)

    def units_of(self, demands: Iterable[Demand], *, few: bool) -> frozenset[str]:
        """The units that demands speak of; with `few`, only of rows that speak of no more than `FEW`."""
        rows, _ = self._reached(demands)
        found: set[str] = set()
        for row in rows:
            units = self._units(row)
            if not few or len(units) <= FEW:
                found |= units
        return frozenset(found)

    def about_few(self, demands: Iterable[Demand]) -> list[Demand]:
        """The demands all of whose rows speak of few units, or of no more than which buildings are used."""
        return [d for d in demands if self._rows_of[d] and all(self._is_about_few(row) for row in self._rows_of[d])]

    def _is_about_few(self, row: Row) -> bool:
        return self._buildings.issuperset(row.expression.terms) or 0 < len(self._units(row)) <= FEW

    def _units(self, row: Row) -> set[str]:
        return {self._unit_of[v] for v in row.expression.terms if v in self._unit_of}

    def _reached(self, demands: Iterable[Demand]) -> tuple[list[Row], set[int]]:
        """The rows of demands and of what always holds, with those that give their helpers a meaning; all variables."""
        rows = {id(row): row for row in (*(row for d in demands for row in self._rows_of[d]), *self._always)}
        seen: set[int] = set()
        new = {v for row in rows.values() for v in row.expression.terms}
        while new:
            seen |= new
            more = {id(row): row for v in new for row in self._of_helper.get(v, ())}
            rows |= more
            new = {v for row in more.values() for v in row.expression.terms} - seen
        return list(rows.values()), seen

    def on(self, demands: Collection[Demand], units: frozenset[str]) -> Focused:
        """The model of these demands, those that always hold, and these units."""
        rows, seen = self._reached(demands)
        kept = {v for v in seen if self._unit_of.get(v) is None or self._unit_of[v] in units}
        for unit in units:
            kept |= self._of_unit[unit]
        tying = [row for row in self._structural if kept.issuperset(row.expression.terms)]
        tying += [
            row for row in self._summed if not kept.isdisjoint(self._buildings.intersection(row.expression.terms))
        ]
        return self._part(kept, [*tying, *rows], demands, units)

    @cached_property
    def whole(self) -> Focused:
        """Everything there is, with the rows of all demands."""
        return Focused(
            model=self._whole,
            old=tuple(range(len(self._whole.variables))),
            broken=dict(self._relaxable.placement.broken),
            units=frozenset(self._inventory.unit),
        )

    def _part(self, kept: set[int], rows: Sequence[Row], demands: Collection[Demand], units: frozenset[str]) -> Focused:
        broken = self._relaxable.placement.broken
        old = sorted(kept | {broken[d] for d in demands})
        new = {v: i for i, v in enumerate(old)}
        variables = [Variable(v.name, v.low, v.high) for v in (self._whole.variables[i] for i in old)]
        return Focused(
            model=Model(variables=variables, rows=[self._within(row, new) for row in rows]),
            old=tuple(old),
            broken={d: new[broken[d]] for d in demands},
            units=units,
        )

    def _within(self, row: Row, new: dict[int, int]) -> Row:
        """The row over the variables that are kept; the others take the values that suit it best."""
        terms = row.expression.terms
        least, most = self._whole.activity(Linear({v: f for v, f in terms.items() if v not in new}))
        return Row(
            Linear({new[v]: f for v, f in terms.items() if v in new}),
            None if row.low is None else row.low - most,
            None if row.high is None else row.high - least,
            row.source,
            None if row.broken is None else new[row.broken],
        )

    def proposal(self, focused: Focused, values: Sequence[int], where: str) -> Proposal:
        """A proposal of a part's values; the units left out sit in buildings that are said to be used, then `where`."""
        everything = [0] * len(self._whole.variables)
        for v, value in zip(focused.old, values, strict=True):
            everything[v] = value
        found = self._relaxable.placement.proposal(everything)
        left = [u for u in self._inventory.units if u.id not in focused.units]
        empty = [b for b in self._used(everything) if not found.used(b)]
        rest = [
            Placement(unit=u.id, building=empty[i] if i < len(empty) else where, staff=u.staff)
            for i, u in enumerate(left)
        ]
        return Proposal(placements=tuple(sorted((*found.placements, *rest))), refurbishments=found.refurbishments)

    def places(self, focused: Focused, values: Sequence[int], demands: Iterable[Demand]) -> list[str]:
        """Buildings for the units left out, the likeliest first: those no demand names, then those in use."""
        everything = [0] * len(self._whole.variables)
        for v, value in zip(focused.old, values, strict=True):
            everything[v] = value
        named = {i for _, about in demands for i in about}
        unnamed = [b.id for b in self._inventory.buildings if b.id not in named]
        any_at_all = self._inventory.buildings[0].id
        return list(dict.fromkeys([*unnamed[:2], *self._used(everything)[:4], *unnamed[2:4], any_at_all]))

    def _used(self, values: Sequence[int]) -> list[str]:
        used = self._relaxable.placement.used
        return [b.id for b in self._inventory.buildings if any(values[v] for v in used(b.id).terms)]
