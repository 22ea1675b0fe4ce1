"""One question with everything needed to answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from localisation.domain.criterion import Criterion
from localisation.domain.errors import Problem
from localisation.domain.inventory import Inventory
from localisation.domain.journeys import Journeys
from localisation.domain.provenance import Figure, InputFile
from localisation.domain.road_times import RoadsFrom
from localisation.domain.scenario import Scenario
from localisation.domain.travel import MIX, Mode, TravelTimes
from localisation.domain.unit import Unit


@dataclass(frozen=True, kw_only=True)
class Instance:
    """Inventory, criteria, scenario and travel times, all resolved and checked."""

    inventory: Inventory
    criteria: tuple[Criterion, ...]
    """What a proposal of who sits where is held against."""
    scenario: Scenario
    travel: TravelTimes
    """Inhabitants' travel by the scenario's mode mix."""
    commute: TravelTimes | None = None
    """Employees' journeys to work by theirs; None: as inhabitants travel."""
    modes: Mapping[Mode, TravelTimes] = field(default_factory=dict)
    """Travel by each mode alone, those that are known."""
    rests_on: Mapping[Mode, str] = field(default_factory=dict)
    """What the travel by each mode is reckoned from: the kind of data, such as "osm" or "road_sketch"."""
    read_from: Mapping[Mode, str] = field(default_factory=dict)
    """The network or timetable the travel by each mode is read from, as the user knows the file; none for a sketch."""
    timetable_day: date | None = None
    """The day whose timetable is used; None for a sketch, which is the same every day."""
    roads_from: RoadsFrom | None = field(default=None, compare=False, repr=False)
    """How soon a car from the nearest of some buildings gets to every road of the place; None: not known."""
    relocation_criteria: tuple[Criterion, ...] = ()
    """What a plan of who moves when is held against."""
    figures: tuple[Figure, ...] = ()
    files: tuple[InputFile, ...] = ()
    remarks: tuple[Problem, ...] = ()
    """Warnings and notes from the reading: nothing that stops the work, all of it worth a look."""

    @cached_property
    def journeys(self) -> Journeys:
        """The journeys of inhabitants and employees, worked out once."""
        return Journeys(self.inventory, self.travel, self.commute, self.modes)

    def times(self, mode: str = MIX) -> TravelTimes:
        """Travel times by the mode mix of visits, or by one mode; KeyError for a mode that is not known."""
        return self.travel if mode == MIX else self.modes[Mode(mode)]

    def work_times(self, mode: str = MIX) -> TravelTimes:
        """Employees' travel times by the mode mix of journeys to work, or by one mode; KeyError for an unknown one."""
        return (self.commute or self.travel) if mode == MIX else self.modes[Mode(mode)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a rule sees: the instance, and the units its criterion speaks of."""

    instance: Instance
    units: tuple[Unit, ...]

    @property
    def inventory(self) -> Inventory:
        """The inventory of the instance."""
        return self.instance.inventory

    @property
    def scenario(self) -> Scenario:
        """The scenario of the instance."""
        return self.instance.scenario

    @property
    def travel(self) -> TravelTimes:
        """The travel times of the instance, by its mode mix."""
        return self.instance.travel

    def times(self, mode: str) -> TravelTimes:
        """The travel times of the instance by its mode mix or one mode."""
        return self.instance.times(mode)

    def work_times(self, mode: str) -> TravelTimes:
        """Employees' travel times by their mode mix or one mode."""
        return self.instance.work_times(mode)

    @property
    def journeys(self) -> Journeys:
        """The journeys of inhabitants and employees."""
        return self.instance.journeys
