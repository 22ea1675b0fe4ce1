"""The linear relaxation as HiGHS tells it."""

from localisation.domain.scenario import SolveLimits
from localisation.solving.engines.apart import Highs
from localisation.solving.engines.board import Board
from localisation.solving.engines.model import Model
from localisation.solving.engines.relaxation import Relaxation


def relaxed(model: Model) -> Relaxation:
    """The relaxation of a small model."""
    with Highs(model, Board(model), SolveLimits(seed=1), seconds=20, relax_s=10) as highs:
        assert highs.tried.wait(20)
        found = highs.relaxation()
    assert found is not None
    return found
