"""Maximal covering with few sites: many parts bounded at once, halved where the bound does not close."""

from dataclasses import dataclass, replace

import numpy as np

from localisation.array_types import Flags, Whole
from localisation.solving.engines.location.ascent import Halted, Pace
from localisation.solving.engines.location.cover_bound import prove
from localisation.solving.engines.location.cover_climb import climb
from localisation.solving.engines.location.cover_parts import Part, Parts
from localisation.solving.engines.location.coverage import Coverage
from localisation.solving.engines.location.incumbent import Incumbent

ROOT = Pace(rounds=120, step=1.0, patience=12, smallest=0.02)
PACE = Pace(rounds=20, step=1.5, patience=8, smallest=0.02)
AT_ONCE = 64
"""Parts halved at once."""
MANY_PARTS = 20_000
"""With so many waiting those nearest to their end go first."""
ENOUGH = 3_000
"""Parts to look at where the rest of the model cannot follow every choice, so that no good one ends the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The least bound of what is not settled (infinite: nothing), and the columns the root has not ruled out."""

    bound: float
    left: Whole


def search_coverage(coverage: Coverage, incumbent: Incumbent, halted: Halted) -> Covered:
    """Branch on columns often chosen that reach much, each part with its own ascent, until all is settled or halted.

    The bound is told as it rises: of what waits the least goes first.
    """
    search = _Search(coverage, incumbent, halted)
    waiting = search.bounded([search.whole()], ROOT)
    left = search.open_to(waiting)
    done = 0
    while waiting and not halted() and (incumbent.follows or done < ENOUGH):
        incumbent.lift(search.least(waiting))
        waiting.sort(key=lambda part: part.bound, reverse=len(waiting) < MANY_PARTS)
        taken, waiting = waiting[-AT_ONCE:], waiting[:-AT_ONCE]
        done += 2 * len(taken)
        waiting += search.bounded([half for part in taken for half in part.halves()], PACE)
        waiting = [part for part in waiting if np.ceil(part.bound) < incumbent.limit]
    bound = search.least(waiting)
    incumbent.lift(bound)
    return Covered(bound=bound, left=coverage.columns[left])


class _Search:
    """What the parts of one search have in common."""

    def __init__(self, coverage: Coverage, incumbent: Incumbent, halted: Halted) -> None:
        self._coverage, self._incumbent, self._halted = coverage, incumbent, halted
        self._tried: set[bytes] = set()
        self._ended = np.inf
        """The least value of a part that ended, whether or not the rest of the model could follow."""

    def least(self, waiting: list[Part]) -> float:
        """The least bound of what is not settled, infinite when nothing is."""
        least = min((part.bound for part in waiting), default=np.inf)
        return least if self._ended >= self._incumbent.limit else min(least, self._ended)

    def whole(self) -> Part:
        """The part in which nothing is decided."""
        left = np.ones(len(self._coverage.columns), dtype=bool)
        return Part(opened=(), left=left, rows=self._coverage.rows.astype(np.float32), bound=-np.inf)

    def open_to(self, waiting: list[Part]) -> Flags:
        """The columns that something better than the best may have open."""
        flags = np.full(len(self._coverage.columns), self._ended < self._incumbent.limit)
        for part in waiting:
            flags |= part.left
            flags[list(part.opened)] = True
        return flags

    def bounded(self, given: list[Part], pace: Pace) -> list[Part]:
        """The parts that may hold something better, with their bounds and what these decide."""
        given = [part for part in given if not self._ends(part)]
        if not given:
            return []
        at = np.flatnonzero(np.any([part.left for part in given], axis=0))
        own = self._coverage.only(at)
        parts = Parts.of(self._coverage, given).only(at)
        climbed = climb(own, parts, pace, self._aim(), self._halted, self._heard if pace is ROOT else None)
        best = np.zeros(len(self._coverage.columns), dtype=bool)
        best[at[climbed.best]] = True
        best[list(given[climbed.best_in].opened)] = True
        self._heard(best)
        bound, needed, barred = prove(own, parts, climbed.rows, self._incumbent.limit)
        reached = (parts.worth @ own.reach.T) * np.clip(climbed.often, 1e-6, 0.6)
        reached[climbed.often > 0.999] *= 1e-6
        found = []
        for i, part in enumerate(given):
            low = max(part.bound, float(bound[i]))
            if np.ceil(low) >= self._incumbent.limit:
                continue
            left = part.left.copy()
            left[at[needed[i] | barred[i]]] = False
            opened = (*part.opened, *at[needed[i]].tolist())
            score = np.where(left[at], reached[i], -np.inf)
            branch = int(at[score.argmax()])
            found.append(replace(part, opened=opened, left=left, rows=climbed.rows[i].copy(), bound=low, branch=branch))
        return [part for part in found if not self._ends(part)]

    def _ends(self, part: Part) -> bool:
        """Whether there is nothing left to decide in a part; then it is tried."""
        coverage, opened = self._coverage, len(part.opened)
        if part.left.any() and opened < coverage.most:
            return False
        if coverage.fewest <= opened <= coverage.most:
            chosen = np.zeros(len(coverage.columns), dtype=bool)
            chosen[list(part.opened)] = True
            self._offer(chosen)
            self._ended = min(self._ended, coverage.value(chosen))
        return True

    def _heard(self, chosen: Flags) -> float:
        """Offer what exchanges make of a choice; what bounds are to rise to."""
        if chosen.tobytes() not in self._tried:
            self._tried.add(chosen.tobytes())
            self._offer(self._coverage.improved(chosen))
        return self._aim()

    def _offer(self, chosen: Flags) -> None:
        self._incumbent.offer_columns([*self._coverage.opened, *self._coverage.columns[chosen].tolist()])

    def _aim(self) -> float:
        aim = min(self._incumbent.limit, self._incumbent.aim)
        return aim if np.isfinite(aim) else float(self._coverage.worth.sum()) + self._coverage.paid
