"""What a stored plan says beside its dates, held against what follows from the dates and the inputs."""

import json
from collections.abc import Iterator

from localisation.cli.differing_results import ROUNDING
from localisation.cli.stored_plan import StoredPlan
from localisation.domain.assessment import Assessment
from localisation.domain.relocation.result import PlanResult
from localisation.exporting.plan.plan_file_schema import CalendarRow, RejectedRow, SimulationRow
from localisation.exporting.plan.stored_plan import proposal_of
from localisation.exporting.plan.stored_simulation import simulation_row
from localisation.exporting.plan.stored_steps import step_rows
from localisation.rules.relocation.vehicle_trips import VehicleTrips
from localisation.solving.schedule.simulation.simulate import simulate
from localisation.solving.verify import assess


def untrue_figures(stored: StoredPlan, placement: Assessment, assessment: Assessment) -> tuple[str, ...]:
    """Activities whose row is otherwise than the step, "calendar", "placement_points", "rejected",
    "vehicles" (where no rule asks for them) and "simulation".

    The simulation of a plan that meets every must is carried out again from its seed. Why a placement was rejected is
    for the solver to say.
    """
    return tuple(_untrue(stored, placement, assessment))


def _untrue(stored: StoredPlan, placement: Assessment, assessment: Assessment) -> Iterator[str]:
    file, programme = stored.file, stored.programme
    found = {row.activity: row for row in step_rows(programme, stored.plan)}
    yield from (row.activity for row in file.steps if row != found[row.activity])
    settings = stored.instance.scenario.plan
    calendar = CalendarRow(first=settings.start, last=settings.until, working_days=len(programme.calendar))
    if file.calendar != calendar:
        yield "calendar"
    if file.placement_points is not None and abs(file.placement_points - placement.points) > ROUNDING:
        yield "placement_points"
    if not all(_holds(row, stored) for row in file.rejected):
        yield "rejected"
    asked = any(c.rule == VehicleTrips.name for c in stored.instance.relocation_criteria)
    if file.runs and not asked:
        yield "vehicles"
    if assessment.valid and file.simulation is not None and not _comes_again(file.simulation, stored, assessment):
        yield "simulation"


def _holds(row: RejectedRow, stored: StoredPlan) -> bool:
    """Whether a rejected placement is whole and has the points it was shown with."""
    found = assess(stored.instance, proposal_of(row))
    return not found.structural and abs(found.points - row.points) <= ROUNDING


def _comes_again(row: SimulationRow, stored: StoredPlan, assessment: Assessment) -> bool:
    if row.draws < 1 or row.seed < 0 or not stored.plan.steps:
        return False
    result = PlanResult(
        programme=stored.programme, plan=stored.plan, assessment=assessment, runs=(), seed=row.seed, workers=1
    )
    return _rounded(row) == _rounded(simulation_row(simulate(stored.instance, result, row.draws, seed=row.seed)))


def _rounded(row: SimulationRow) -> object:
    """With shares and correlations to six decimals: two computers may differ in the last ones."""
    return json.loads(row.model_dump_json(), parse_float=lambda figure: round(float(figure), 6))
