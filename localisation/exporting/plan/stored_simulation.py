"""A simulation as it is stored."""

from localisation.exporting.plan.plan_file_schema import DriverRow, InPlaceRow, SimulationRow
from localisation.solving.schedule.simulation.simulation import InPlace, Simulation


def simulation_row(found: Simulation) -> SimulationRow:
    """Everything the simulation says."""
    return SimulationRow(
        draws=found.draws,
        seed=found.seed,
        units=tuple(_in_place(u) for u in found.units),
        everyone=_in_place(found.everyone),
        uncertain=found.uncertain,
    )


def _in_place(found: InPlace) -> InPlaceRow:
    return InPlaceRow(
        unit=found.unit,
        planned=found.planned,
        by=dict(found.by),
        deadline=found.deadline,
        on_time_percent=found.on_time_percent,
        drivers=tuple(
            DriverRow(activity=d.activity, criticality_percent=d.criticality_percent, correlation=d.correlation)
            for d in found.drivers
        ),
    )
