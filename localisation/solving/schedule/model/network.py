"""An activity network as plain data: what both the serial scheme and CP-SAT are given."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from localisation.domain.assessment import About
from localisation.rules.linear import Linear

Source = tuple[str, About]
"""The criterion that demands something, and of whom it speaks."""

Literals = tuple[int, ...]
"""Conditions that must all hold: variable v is 1 (v), or is 0 (~v). Empty: always."""


@dataclass(slots=True)
class Variable:
    """A whole-number variable. `values`, in order, are the only ones it may take; None: all within the bounds."""

    name: str
    low: int
    high: int
    values: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """low <= expression <= high if every literal of `when` holds and the variable `broken`, if any, is 0."""

    expression: Linear
    low: int | None
    high: int | None
    when: Literals = ()
    source: Source | None = None
    broken: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """The variable `target` is table[index]."""

    table: tuple[int, ...]
    index: Linear
    target: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """`demand` taken on every day from `start` up to `end` (not with), if every literal of `when` holds."""

    start: Linear
    end: Linear
    demand: int
    when: Literals = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """On no day is more than `at_most` taken, unless the variable `broken` is 1."""

    takings: tuple[Taking, ...]
    at_most: int
    source: Source | None = None
    broken: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An activity: its start variable and its end. `finish` gives the end by start where days off make it uneven.

    Those of one `group` belong to one carrying ("": on its own).
    """

    activity: str
    start: int
    end: Linear
    days: int
    finish: Lookup | None = None
    when: Literals = ()
    group: str = ""


@dataclass(slots=True)
class Network:
    """Variables, tasks, rows, lookups and what is scarce; `objective` is minimised.

    `choices` are groups of literals of which exactly one holds: the routes of a move, the straight one first.
    `conditions` are 0/1 variables that are the same as an expression.
    """

    days: int
    variables: list[Variable] = field(default_factory=list)
    tasks: dict[str, Task] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    lookups: list[Lookup] = field(default_factory=list)
    at_once: list[AtOnce] = field(default_factory=list)
    choices: list[Literals] = field(default_factory=list)
    conditions: dict[int, Linear] = field(default_factory=dict)
    objective: Linear = field(default_factory=Linear)
    floor: int | None = None
    """What the objective comes to at least, where that is known."""
    hint: dict[int, int] = field(default_factory=dict)

    def new(self, name: str, low: int, high: int, values: tuple[int, ...] | None = None) -> int:
        """The index of a new variable."""
        self.variables.append(Variable(name, low, high, values))
        return len(self.variables) - 1

    def span(self, expression: Linear) -> tuple[int, int]:
        """The least and the largest value an expression can take within the variables' bounds."""
        low = high = expression.constant
        for index, factor in expression.terms.items():
            variable = self.variables[index]
            low += factor * (variable.low if factor > 0 else variable.high)
            high += factor * (variable.high if factor > 0 else variable.low)
        return low, high

    def every_lookup(self) -> Iterator[Lookup]:
        """Finish tables and what rules looked up."""
        yield from (task.finish for task in self.tasks.values() if task.finish)
        yield from self.lookups
