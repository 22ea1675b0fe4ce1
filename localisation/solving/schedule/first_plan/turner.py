"""An order in which all can be done, one after the other, without anybody waiting for a room that is never left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Floats
from localisation.solving.schedule.first_plan.in_turn import InTurn
from localisation.solving.schedule.first_plan.layout import Layout
from localisation.solving.schedule.first_plan.precedence import Precedence
from localisation.solving.schedule.first_plan.room_book import RoomBook
from localisation.solving.schedule.model.network import Literals

RESTARTS = 100
CANDIDATES, GRIEVANCES = 40, 20
"""Of so many jobs, the first in the wanted order, it is reckoned what they would take from so many that have waited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Jobs in an order in which each could be done when all before it are over, and the way each move then goes."""

    order: tuple[int, ...]
    ways: tuple[tuple[Literals, int], ...]
    waited_for: Mapping[int, int]
    """Job -> the job at whose end it could be done; those that could from the beginning are left out."""


class Turner:
    """Finds orders near a wanted one; what got stuck before weighs more the next time.

    Among the jobs there is room for, the one is done that takes least of what others have waited for in vain, then the
    one that waited most, then the one first in the wanted order. When there is room for none, a move goes through
    transit premises; when none can, all begins anew and each that was stuck weighs more (the breakout method, Morris
    1993; squeaky wheel optimisation, Joslin & Clements 1999).
    """

    def __init__(self, layout: Layout, precedence: Precedence, *, wishes: bool) -> None:
        self._network, self._precedence = layout.network, precedence
        self._book = RoomBook(layout, precedence.jobs, wishes=wishes)
        self._weight = np.zeros(len(precedence.jobs), dtype=float)
        self._share = 1.0 / np.maximum(1, self._book.limits)

    def near(self, rank: Floats) -> Turns | None:
        """An order near that of `rank`, least first; None when none was found."""
        for _ in range(RESTARTS):
            state = InTurn(self._network, self._precedence, self._book)
            ways: list[tuple[Literals, int]] = []
            since: dict[int, int] = {}
            while state.left.any():
                fitting = state.fitting()
                if not fitting and not self._send(state, ways):
                    break
                if fitting:
                    last = state.order[-1] if state.order else -1
                    since = {job: since.get(job, last) for job in (*fitting, *state.order)}
                    state.do(self._best(state, fitting, rank))
            else:
                waited_for = {job: other for job, other in since.items() if other >= 0}
                return Turns(order=tuple(state.order), ways=tuple(ways), waited_for=waited_for)
            self._weight[state.waiting()] += 1
        return None

    def _best(self, state: InTurn, fitting: list[int], rank: Floats) -> int:
        chosen = sorted(fitting, key=lambda job: (-self._weight[job], rank[job], job))[:CANDIDATES]
        return chosen[int(np.argmin(self._harm(state, chosen, self._weight)))]

    def _harm(self, state: InTurn, jobs: Sequence[int], weight: Floats) -> Floats:
        """How much more those that have waited would lack, were each of the jobs done: shares of what there is."""
        waiting = np.flatnonzero(state.left & (weight > 0))
        waiting = waiting[np.argsort(-weight[waiting], kind="stable")[:GRIEVANCES]]
        needs, limits, heavy = state.during[waiting], self._book.limits, weight[waiting]

        def lack(now: NDArray[np.int64]) -> Floats:
            missing = np.where(needs > 0, np.maximum(0, now[:, None, :] + needs - limits), 0)
            return np.asarray((missing @ self._share) * heavy, dtype=float)

        more = lack(state.now + state.after[list(jobs)]) - lack(state.now[None, :])
        more[np.asarray(jobs)[:, None] == waiting] = 0
        return np.asarray(np.round(more.sum(axis=1), 6), dtype=float)

    def _send(self, state: InTurn, ways: list[tuple[Literals, int]]) -> bool:
        """Let one go through transit premises: the one whose leaving helps those that are stuck most."""
        stuck = state.waiting()
        weight = self._weight.copy()
        weight[stuck] += 1
        lacking = (state.now + state.during[stuck] > self._book.limits) & (state.during[stuck] > 0)
        wanted = np.asarray(lacking.any(axis=0))
        found = list(self._detours(state, {choice for choice, _ in ways}, weight, wanted))
        if not found:
            return False
        _, _, choice, way, first = min(found)
        state.go(choice, way)
        state.do(first)
        ways.append((choice, way))
        return True

    def _detours(
        self, state: InTurn, sent: set[Literals], weight: Floats, wanted: NDArray[np.bool_]
    ) -> Iterator[tuple[float, int, Literals, int, int]]:
        """Ways through transit premises that can begin now and leave something others want: the harm, what it takes."""
        for choice in self._network.choices:
            if choice in sent or not state.way[choice[0]] or not self._book.jobs_on[choice[0]].isdisjoint(state.done):
                continue
            if not any((state.after[job][wanted] < 0).any() for job in self._book.jobs_on[choice[0]]):
                continue
            for way in range(1, len(choice)):
                state.go(choice, way)
                for job in sorted(self._book.jobs_on[choice[way]]):
                    if state.fits(job):
                        yield float(self._harm(state, [job], weight)[0]), int(state.during[job].sum()), choice, way, job
                        break
                state.go(choice, 0)
