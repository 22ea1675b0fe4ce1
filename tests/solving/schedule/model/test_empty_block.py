"""A block that may be empty takes nothing, wherever it stands."""

import pytest
from ortools.sat.python import cp_model

from localisation.rules.linear import Linear
from localisation.rules.relocation.base import Block
from localisation.solving.schedule.model.cpsat import Translation
from localisation.solving.schedule.model.model import ScheduleModel
from tests.rules.relocation.hamlet import PROGRAMME


@pytest.mark.parametrize(("end", "status"), [(1, cp_model.OPTIMAL), (2, cp_model.INFEASIBLE)])
def test_an_empty_block_may_be_in_the_middle_of_another(end: int, status: int) -> None:
    # One block from day 0 to 3; another from day 1 to day 1 is nothing, to day 2 it is a day too many.
    model = ScheduleModel(PROGRAMME)
    model.open("only one", soft=False)
    until = model.whole(1, 2, "until")
    model.require(until.equals(end), about=("until",))
    long = Block(start=Linear(), end=Linear(constant=3), demand=1)
    model.at_once([long, Block(start=Linear(constant=1), end=until, demand=1)], 1, about=("both",))
    model.close()
    assert cp_model.CpSolver().solve(Translation(model.network).model) == status
