"""What the coordinator asks of an engine."""

from typing import Protocol

from localisation.domain.errors import LocalisationError
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.model import Model
from localisation.solving.progress import Stop


class Search(Protocol):
    """An engine that searches a model in rows, beside others or alone."""

    def __call__(self, model: Model, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None) -> Status:
        """Put solutions and bounds on the board until it is closed, time is out or it is stopped.

        INFEASIBLE when the engine says so of the whole model, OPTIMAL when the best is proven, else UNKNOWN.
        """


class EngineDied(LocalisationError):
    """An engine in a process of its own ended without a word."""
