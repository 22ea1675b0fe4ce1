"""A capacity that may be given up keeps CP-SAT's local search out, in which OR-Tools 9.15 has ended the process."""

import pytest

from localisation.domain.scenario import SolveLimits
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import Block
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.schedule.model import search as module
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.search import search
from tests.rules.relocation.hamlet import PROGRAMME


@pytest.mark.parametrize("soft", [True, False])
def test_local_search_takes_part_only_where_every_capacity_must_hold(monkeypatch, soft: bool) -> None:
    used = []
    monkeypatch.setattr(
        module, "CpsatWatch", lambda solver, *given, **named: used.append(solver) or CpsatWatch(solver, *given, **named)
    )
    model = ScheduleModel(PROGRAMME)
    model.open("crowded", soft=soft)
    model.at_once([Block(start=Linear(), end=Linear(constant=2), demand=2 - (not soft))], 1, about=("place",))
    model.close()
    search(model.network, SolveLimits(workers=2), seconds=20)
    assert used[0].parameters.use_feasibility_jump is not soft
    assert ("ls" in used[0].parameters.ignore_subsolvers) is soft
