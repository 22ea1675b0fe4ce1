"""What all engines know together: the best solution, the best bound, and whether they meet."""

import threading
from collections.abc import Callable
from functools import cached_property

from localisation.domain.errors import Disagreement
from localisation.domain.vocabulary import Status
from localisation.solving.engines.lawful import Lawful
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, evaluate

NEAR = 0.2
"""How far a solution is from the bound (relative) that is near."""
Told = Callable[[str, int | None, int | None], None]
"""Called with the engine that brought news, the best value and the bound so far."""


class Board:
    """Shared by the engines that search one model; safe to use from several threads.

    Every solution is re-checked in whole numbers before it counts, so that an engine that reckons in floating point
    can offer what it likes. A bound is in goal units and must be safe: whoever lifts it has taken off what rounding may
    have added. When a bound and a solution contradict each other the board is closed and `outcome` raises
    `Disagreement`: an engine may tell its news from a callback in which nothing can be raised.
    """

    def __init__(self, model: Model, told: Told | None = None) -> None:
        self._model, self._told, self._lock = model, told, threading.Lock()
        self._values: list[int] | None = None
        self._value: int | None = None
        self._bound: int | None = None
        self._by = ""
        self._proven_by = ""
        self._fault: Disagreement | None = None

    @property
    def best(self) -> tuple[int, list[int]] | None:
        """The best value and the values by variable index; None before any solution. Never change the list."""
        with self._lock:
            return None if self._values is None or self._value is None else (self._value, self._values)

    @property
    def bound(self) -> int | None:
        """No solution is below this; None while nothing is known."""
        return self._bound

    @property
    def closed(self) -> bool:
        """Whether there is nothing more to look for: the best solution is proven optimal, or something is at fault."""
        with self._lock:
            return self._fault is not None or self._is_closed()

    @property
    def near(self) -> bool:
        """Whether the best is so near the bound that it is good to begin from, and may soon be proven."""
        with self._lock:
            value, bound = self._value, self._bound
        return value is not None and bound is not None and value - bound <= NEAR * abs(value)

    @cached_property
    def _lawful(self) -> Lawful:
        return Lawful(self._model)

    def offer(self, values: list[int], by: str) -> bool:
        """Take a solution if it is lawful and better than the best; whether it was.

        Values beyond the model's own variables, such as those of an expanded model, are dropped. The totals of blocks
        are what they come to, or what they were said to be where only that is lawful.
        """
        values = values[: len(self._model.variables)]
        if self._model.blocks:
            exact = list(values)
            for block in self._model.blocks:
                exact[block.total] = block.amount(values)
            values = exact if self._lawful(exact) else values
        value = evaluate(self._model.objective, values)
        if (best := self._value) is not None and value >= best:
            return False
        if not self._lawful(values):
            return False
        with self._lock:
            if self._value is not None and value >= self._value:
                return False
            self._values, self._value, self._by = values, value, by
            self._settle(by)
        return True

    def lift(self, bound: int, by: str) -> None:
        """Take a bound if it is higher than the one there is."""
        with self._lock:
            if self._bound is not None and bound <= self._bound:
                return
            self._bound = bound
            self._settle(by)

    def outcome(self) -> tuple[str, Outcome]:
        """The name of the engines that found and proved the best, and the best with its bound."""
        with self._lock:
            if self._fault is not None:
                raise self._fault
            if self._values is None or self._value is None:
                return "", Outcome(status=Status.UNKNOWN, bound=self._bound)
            closed = self._is_closed()
            names = dict.fromkeys(name for name in (self._by, self._proven_by if closed else "") if name)
            return " + ".join(names), Outcome(
                status=Status.OPTIMAL if closed else Status.FEASIBLE,
                values=self._values,
                value=self._value,
                bound=self._value if closed else self._bound,
            )

    def _is_closed(self) -> bool:
        return self._value is not None and self._bound is not None and self._value - self._bound <= PROOF_TOLERANCE

    def _settle(self, by: str) -> None:
        if self._value is not None and self._bound is not None and self._bound > self._value + PROOF_TOLERANCE:
            self._fault = Disagreement(f"{by}: the bound is {self._bound}, the best found {self._value}")
        if not self._proven_by and self._is_closed():
            self._proven_by = by
        if self._told:
            self._told(by, self._value, self._bound)
