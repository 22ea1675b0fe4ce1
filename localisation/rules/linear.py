"""Linear expressions and constraints over a placement model's variables, neutral to any solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


class Linear:
    """A sum of whole-number coefficients times variables (by index), plus a constant. Never changed after made."""

    __slots__ = ("constant", "terms")

    def __init__(self, terms: Mapping[int, int] | None = None, constant: int = 0) -> None:
        self.terms: Mapping[int, int] = terms or {}
        self.constant = constant

    def __add__(self, other: Linear | int) -> Linear:
        if isinstance(other, int):
            return Linear(self.terms, self.constant + other)
        return self._with(other, 1)

    __radd__ = __add__

    def __mul__(self, factor: int) -> Linear:
        if factor == 0 or self.never:
            return Linear()
        return Linear({v: c * factor for v, c in self.terms.items()}, self.constant * factor)

    __rmul__ = __mul__

    def __neg__(self) -> Linear:
        return self * -1

    def __sub__(self, other: Linear | int) -> Linear:
        if isinstance(other, int):
            return Linear(self.terms, self.constant - other)
        return self._with(other, -1)

    def _with(self, other: Linear, factor: int) -> Linear:
        terms = dict(self.terms)
        for variable, coefficient in other.terms.items():
            new = terms.get(variable, 0) + factor * coefficient
            if new:
                terms[variable] = new
            else:
                terms.pop(variable, None)
        return Linear(terms, self.constant + factor * other.constant)

    def __rsub__(self, other: int) -> Linear:
        return -self + other

    def __ge__(self, other: Linear | int) -> Constraint:
        return Constraint(self - other, low=0)

    def __le__(self, other: Linear | int) -> Constraint:
        return Constraint(self - other, high=0)

    @property
    def never(self) -> bool:
        """Whether it is the constant 0: a choice that is not there."""
        return not self.terms and self.constant == 0

    def equals(self, other: Linear | int) -> Constraint:
        """The constraint that both sides are the same (`==` keeps its ordinary meaning)."""
        return Constraint(self - other, low=0, high=0)

    def __repr__(self) -> str:
        return " + ".join([f"{c}*v{v}" for v, c in self.terms.items()] + [str(self.constant)])


@dataclass(frozen=True, slots=True)
class Constraint:
    """low <= expression <= high; an open side is None."""

    expression: Linear
    low: int | None = None
    high: int | None = None


def total(parts: Iterable[Linear | int]) -> Linear:
    """The sum of many expressions, in time linear in their size."""
    terms: dict[int, int] = {}
    constant = 0
    for part in parts:
        if isinstance(part, int):
            constant += part
            continue
        constant += part.constant
        for variable, coefficient in part.terms.items():
            new = terms.get(variable, 0) + coefficient
            if new:
                terms[variable] = new
            else:
                terms.pop(variable, None)
    return Linear(terms, constant)
