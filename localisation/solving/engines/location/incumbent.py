"""The best solution so far as the location engine sees it."""

from collections.abc import Sequence

import numpy as np

from localisation.array_types import Flags
from localisation.solving.engines.board import Board
from localisation.solving.engines.location.completion import Completion
from localisation.solving.engines.location.core import Core

BY = "location"


class Incumbent:
    """Offers choices of columns to the board as whole solutions, and knows what is not worth looking at.

    `limit` is the value, in the core's units, that cannot lead to anything better than the board's best; infinite
    without one. `aim` is the best value of any choice, whether or not the rest of the model can follow.
    """

    def __init__(self, core: Core, board: Board, complete: Completion) -> None:
        self._core, self._board, self._complete = core, board, complete
        self._tried: set[bytes] = set()
        self.aim = np.inf
        self.follows = True
        """Whether the rest of the model could follow every choice so far."""

    @property
    def limit(self) -> float:
        """See the class."""
        best = self._board.best
        return np.inf if best is None else float(-((self._core.constant - best[0]) // self._core.grid))

    def offer(self, chosen: Flags) -> None:
        """Try a choice of columns."""
        core, key = self._core, chosen.tobytes()
        if key in self._tried or not core.lawful(chosen):
            return
        self._tried.add(key)
        value = core.value(chosen)
        self.aim = min(self.aim, value)
        if value >= self.limit:
            return
        values = self._complete(set(core.openings[chosen].tolist()), thorough=self.follows)
        if values is None or not self._board.offer(values, BY):
            self.follows = False

    def offer_columns(self, columns: Sequence[int]) -> None:
        """Try a choice of columns by number."""
        chosen = np.zeros(len(self._core.openings), dtype=bool)
        chosen[list(columns)] = True
        self.offer(chosen)

    def lift(self, bound: float) -> None:
        """Tell the board of a bound, in the core's units and exact: no whole value lies below the next whole number."""
        best, limit = self._board.best, self.limit
        if best is not None and bound >= limit:
            self._board.lift(best[0], BY)
        if not np.isfinite(bound) or bound >= limit:
            return
        self._board.lift(self._core.constant + self._core.grid * int(np.ceil(bound)), BY)
