"""When each unit is in place when durations are drawn, as it is shown."""

from dataclasses import dataclass

from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.short_date import short_date
from localisation.solving.schedule.simulation.simulation import PERCENTS, Driver, InPlace, Simulation
from localisation.texts import Texts

_MOST_DRIVERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulationLine:
    """A unit (or everyone): planned date, that of each of `PERCENTS`, deadline, how often it holds, what decides."""

    who: str
    planned: str
    by: tuple[str, ...]
    deadline: str
    on_time: str
    drivers: tuple[str, ...]


def simulation_rows(found: Simulation, names: PlanNames, t: Texts) -> tuple[SimulationLine, ...]:
    """Everyone first, then the units in the order of the inventory."""
    return tuple(_line(place, names, t) for place in (found.everyone, *found.units))


def _line(place: InPlace, names: PlanNames, t: Texts) -> SimulationLine:
    return SimulationLine(
        who=names.unit(place.unit) if place.unit else t("plan.simulation.everyone"),
        planned=short_date(place.planned, t),
        by=tuple(_date(place, percent, t) for percent in PERCENTS),
        deadline=short_date(place.deadline, t),
        on_time=t("plan.percent", percent=t.number(place.on_time_percent)),
        drivers=tuple(_driver(d, names, t) for d in _deciding(place)),
    )


def _deciding(place: InPlace) -> list[Driver]:
    """Those that decide most often, most often first; what is shown as 0 % decides nothing."""
    found = [d for d in place.drivers if round(d.criticality_percent)]
    return sorted(found, key=lambda d: (-d.criticality_percent, d.activity))[:_MOST_DRIVERS]


def _date(place: InPlace, percent: int, t: Texts) -> str:
    day = place.by.get(percent)
    return short_date(day, t) if day else t("plan.simulation.beyond")


def _driver(driver: Driver, names: PlanNames, t: Texts) -> str:
    return t(
        "plan.simulation.driver",
        activity=names.full_of(driver.activity),
        percent=t.number(driver.criticality_percent),
    )
