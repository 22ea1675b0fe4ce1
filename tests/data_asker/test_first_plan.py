"""The serial scheme alone finds a plan for the fullest programme: Asker rådhus ends with 167 of 170 places taken.

The works there need room that those who move in fill for good; whoever moves in first shuts the works out. The
placement is one the engine made of `anbefalt`; it is kept here so that nothing is solved.
"""

import csv
from pathlib import Path

from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.reading.scenario import read_scenario
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.first_plan.serial import serial_plans
from localisation.solving.schedule.verify import assess_plan
from tests.data_asker.asker_tables import ROOT

WORKS = {
    *("R-B01-1", "R-B01-2", "R-B02-2", "R-B02-3", "R-B03-2"),
    *("R-B04-3", "R-B07-1", "R-B12-1", "R-B12-2", "R-B22-1"),
}


def test_the_recommended_alternative_has_a_first_plan():
    instance = read_scenario(ROOT / "scenarios/asker/anbefalt.toml")
    with (Path(__file__).parent / "anbefalt.csv").open(encoding="utf-8", newline="") as file:
        placements = [
            Placement(unit=r["unit"], building=r["building"], staff=int(r["staff"])) for r in csv.DictReader(file)
        ]
    proposal = Proposal(placements=tuple(sorted(placements)), refurbishments=frozenset(WORKS))
    programme = programme_of(instance, proposal)
    assert (len(programme.moves), len(programme.works)) == (72, 10)
    built = build_schedule(instance, programme)
    plans = serial_plans(built.schedule, built.objectives[0], seed=1, attempts=5, seconds=60)
    values = next(plans)
    plan = built.schedule.plan([values.get(v, 0) for v in range(len(built.schedule.network.variables))])
    assert assess_plan(instance, programme, plan).valid
