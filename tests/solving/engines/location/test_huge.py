"""What is too large to write out in rows is left at what the location engine found."""

import numpy as np
import pytest

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.solving.engines import model as model_module
from localisation.solving.engines import race
from localisation.solving.engines.board import Board
from localisation.solving.engines.model import Model
from tests.solving.engines.location.cases import location_model


def test_beyond_so_many_cells_cp_sat_is_not_asked_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # One of two sites for two zones: the second costs 4 + 4, and nobody has proven that the first is no better.
    def found(model: Model, board: Board, **_: object) -> None:
        board.offer([0, 1, 8], "location")

    def never(*_: object, **__: object) -> Status:
        raise AssertionError("CP-SAT was asked")

    monkeypatch.setattr(race, "search_location", found)
    monkeypatch.setitem(race.ENGINES, Engine.CP_SAT, ("CP-SAT", never))
    model = location_model(np.array([[3, 4], [2, 4]]), 1, 1)
    limits = SolveLimits(workers=1, time_limit_s=60)
    with pytest.raises(AssertionError, match="asked"):
        race.run_engines(model, limits, report=lambda *_: None, stop=None)
    monkeypatch.setattr(model_module, "MANY_CELLS", 3)
    outcome = race.run_engines(model, limits, report=lambda *_: None, stop=None)[1]
    assert (outcome.status, outcome.values) == (Status.FEASIBLE, [0, 1, 8])
