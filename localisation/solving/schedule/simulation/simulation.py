"""What comes of a plan when durations are drawn many times."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

PERCENTS = (50, 80, 95)
"""How sure one can be of the dates that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """An activity whose duration decides when something is finished.

    `criticality_percent`: the share of draws in which it lies on a longest way to the end (criticality index; Van Slyke
    1963). `correlation`: between its duration and the end over the draws (cruciality index, Pearson's; Vanhoucke 2010,
    ch. 3), None when one of them never varies.
    """

    activity: str
    criticality_percent: float
    correlation: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InPlace:
    """When a unit, or everyone ("" as unit), is in place: the last day of the last activity before it is.

    `by` gives for each of `PERCENTS` the date by which it was in place in so many per cent of the draws; None when that
    is beyond the calendar. `deadline` is its date, `on_time_percent` the share of draws that hold it.
    """

    unit: str
    planned: date
    by: Mapping[int, date | None]
    deadline: date
    on_time_percent: float
    drivers: tuple[Driver, ...]


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """The result of `draws` draws from `seed`; units in the order of the inventory."""

    draws: int
    seed: int
    units: tuple[InPlace, ...]
    everyone: InPlace
    uncertain: tuple[str, ...]
    """The activities whose duration varies; when there are none, every draw is the plan."""

    @property
    def unit(self) -> dict[str, InPlace]:
        """By unit."""
        return {u.unit: u for u in self.units}
