"""The documented chain of moves comes out of the plan for the decision of 2019, whatever else the plan does.

The placement is one the engine made of `vedtak-2019`; it is kept here so that only the plan is solved.
"""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.reading.scenario import read_scenario
from localisation.solving.schedule.solve import solve_plan
from tests.data_asker.asker_tables import ROOT

WORKS = {
    *("R-B01-1", "R-B01-2", "R-B03-1", "R-B03-2", "R-B04-1", "R-B04-2"),
    *("R-B07-1", "R-B08-1", "R-B09-1", "R-B12-1", "R-B12-2", "R-B22-1"),
}


@pytest.fixture(scope="module")
def planned() -> PlanResult:
    """A plan that meets every must, solved for the first goal alone."""
    instance = read_scenario(ROOT / "scenarios/asker/vedtak-2019.toml")
    scenario = instance.scenario
    plan = scenario.plan.model_copy(update={"levels": scenario.plan.levels[:1]})
    instance = replace(instance, scenario=scenario.model_copy(update={"planning": plan}))
    with (Path(__file__).parent / "vedtak_2019.csv").open(encoding="utf-8", newline="") as file:
        placements = [
            Placement(unit=r["unit"], building=r["building"], staff=int(r["staff"])) for r in csv.DictReader(file)
        ]
    proposal = Proposal(placements=tuple(sorted(placements)), refurbishments=frozenset(WORKS))
    return solve_plan(instance, proposal, limits=SolveLimits(time_limit_s=60, workers=2))


def moved(planned: PlanResult, unit: str, origin: str = "", destination: str = "") -> list[tuple[date, date]]:
    """First day of carrying and last day of clearing of the unit's legs, from and to these buildings if given."""
    days, steps = planned.programme.calendar.days, planned.plan.steps
    legs = [leg for leg in planned.plan.legs(planned.programme) if leg.unit == unit]
    return sorted(
        (days[steps[leg.move].start], days[steps[leg.cleared].end - 1])
        for leg in legs
        if origin in ("", leg.origin) and destination in ("", leg.destination)
    )


@pytest.mark.slow
def test_every_must_holds(planned: PlanResult):
    assert planned.assessment.structural == ()
    assert [
        r.criterion.id for r in planned.assessment.results if r.met is False and r.criterion.strength == "must"
    ] == []


@pytest.mark.slow
def test_payroll_moves_before_everyone_else(planned: PlanResult):
    last = max(cleared for _, cleared in moved(planned, "U05"))
    assert last < date(2019, 10, 1)
    others = {m.unit for m in planned.programme.moves} - {"U05"}
    assert all(first > last for unit in others for first, _ in moved(planned, unit))


@pytest.mark.slow
def test_building_permits_leave_when_the_premises_are_ready_and_only_then_does_the_archive_gather(planned: PlanResult):
    leaves = moved(planned, "U12", "B04", "B09")
    assert leaves
    # Ready from week 42, in place before Christmas.
    assert all(date(2019, 10, 14) <= first <= cleared <= date(2019, 12, 23) for first, cleared in leaves)
    gathers = moved(planned, "U08")
    assert gathers
    assert min(first for first, _ in gathers) > max(cleared for _, cleared in moved(planned, "U12"))


@pytest.mark.slow
def test_heggedal_and_slemmestad_open_when_they_are_ready(planned: PlanResult):
    heggedal = moved(planned, "TORG", "", "B19") + moved(planned, "HELSE", "", "B19")
    assert min(first for first, _ in heggedal) >= date(2021, 2, 15)
    # The temporary premises are given back at the end of the month.
    assert all(cleared <= date(2021, 2, 28) for unit in ("TORG", "HELSE") for _, cleared in moved(planned, unit, "L01"))
    assert min(first for first, _ in moved(planned, "TORG", "", "B20")) >= date(2021, 3, 1)
