"""All rules there are, in reading order. A new rule is one file and one line here."""

from localisation.rules.base import Rule
from localisation.rules.placement.allowed_location import AllowedLocation
from localisation.rules.placement.annual_cost import AnnualCost
from localisation.rules.placement.apart import Apart
from localisation.rules.placement.availability import Availability
from localisation.rules.placement.base import PlacementMeasure, PlacementRequirement
from localisation.rules.placement.building_limit import BuildingLimit
from localisation.rules.placement.buildings_closed import BuildingsClosed
from localisation.rules.placement.buildings_used import BuildingsUsed
from localisation.rules.placement.centre_within import CentreWithin
from localisation.rules.placement.citizens_travel_time import CitizensTravelTime
from localisation.rules.placement.commute_change import CommuteChange
from localisation.rules.placement.distribution import Distribution
from localisation.rules.placement.extra_sites import ExtraSites
from localisation.rules.placement.facilities import Facilities
from localisation.rules.placement.far_from_hub import FarFromHub
from localisation.rules.placement.fixed_location import FixedLocation
from localisation.rules.placement.forbidden_location import ForbiddenLocation
from localisation.rules.placement.leased_workplaces import LeasedWorkplaces
from localisation.rules.placement.moving_cost import MovingCost
from localisation.rules.placement.near import Near
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.rules.placement.population_coverage import PopulationCoverage
from localisation.rules.placement.presence import Presence
from localisation.rules.placement.present_value import PresentValue
from localisation.rules.placement.refurbishment_cost import RefurbishmentCost
from localisation.rules.placement.separated_collaborations import SeparatedCollaborations
from localisation.rules.placement.sites_per_unit import SitesPerUnit
from localisation.rules.placement.space_capacity import SpaceCapacity
from localisation.rules.placement.together import Together
from localisation.rules.placement.travel_co2 import TravelCo2
from localisation.rules.placement.unchanged import Unchanged
from localisation.rules.placement.unused_space import UnusedSpace
from localisation.rules.relocation.base import RelocationMeasure, RelocationRequirement
from localisation.rules.relocation.budget_overrun import BudgetOverrun
from localisation.rules.relocation.completion_time import CompletionTime
from localisation.rules.relocation.crew_capacity import CrewCapacity
from localisation.rules.relocation.double_rent import DoubleRent
from localisation.rules.relocation.finished_by import FinishedBy
from localisation.rules.relocation.lease_overlap import LeaseOverlap
from localisation.rules.relocation.move_order import MoveOrder
from localisation.rules.relocation.moves_together import MovesTogether
from localisation.rules.relocation.no_stay_during_works import NoStayDuringWorks
from localisation.rules.relocation.not_before import NotBefore
from localisation.rules.relocation.open_in_each import OpenInEach
from localisation.rules.relocation.overtime import Overtime
from localisation.rules.relocation.people_in_transit import PeopleInTransit
from localisation.rules.relocation.people_per_day import PeoplePerDay
from localisation.rules.relocation.plan_deviation import PlanDeviation
from localisation.rules.relocation.premises_available import PremisesAvailable
from localisation.rules.relocation.prompt_steps import PromptSteps
from localisation.rules.relocation.room_every_day import RoomEveryDay
from localisation.rules.relocation.service_open import ServiceOpen
from localisation.rules.relocation.stop_periods import StopPeriods
from localisation.rules.relocation.time_in_place import TimeInPlace
from localisation.rules.relocation.transit_moves import TransitMoves
from localisation.rules.relocation.vehicle_trips import VehicleTrips
from localisation.rules.relocation.visits_lost import VisitsLost
from localisation.rules.relocation.works_before_move_in import WorksBeforeMoveIn
from localisation.rules.relocation.works_one_at_a_time import WorksOneAtATime

REQUIREMENTS: tuple[type[PlacementRequirement], ...] = (
    SpaceCapacity,
    Facilities,
    SitesPerUnit,
    Availability,
    FixedLocation,
    AllowedLocation,
    ForbiddenLocation,
    Unchanged,
    Together,
    Near,
    Apart,
    Presence,
    PopulationCoverage,
    CentreWithin,
    BuildingsUsed,
    BuildingsClosed,
    BuildingLimit,
    Distribution,
)
MEASURES: tuple[type[PlacementMeasure], ...] = (
    AnnualCost,
    RefurbishmentCost,
    MovingCost,
    PresentValue,
    CitizensTravelTime,
    CommuteChange,
    TravelCo2,
    PeopleMoved,
    SeparatedCollaborations,
    ExtraSites,
    LeasedWorkplaces,
    UnusedSpace,
    FarFromHub,
)
RELOCATION_REQUIREMENTS: tuple[type[RelocationRequirement], ...] = (
    RoomEveryDay,
    PremisesAvailable,
    WorksBeforeMoveIn,
    WorksOneAtATime,
    NoStayDuringWorks,
    CrewCapacity,
    PeoplePerDay,
    VehicleTrips,
    MovesTogether,
    MoveOrder,
    NotBefore,
    FinishedBy,
    StopPeriods,
    PromptSteps,
    ServiceOpen,
    OpenInEach,
    TransitMoves,
    LeaseOverlap,
)
RELOCATION_MEASURES: tuple[type[RelocationMeasure], ...] = (
    CompletionTime,
    TimeInPlace,
    DoubleRent,
    PeopleInTransit,
    VisitsLost,
    Overtime,
    BudgetOverrun,
    PlanDeviation,
)

PLACEMENT_RULES: dict[str, type[Rule]] = {rule.name: rule for rule in (*REQUIREMENTS, *MEASURES)}
"""Rules on who sits where."""
RELOCATION_RULES: dict[str, type[Rule]] = {rule.name: rule for rule in (*RELOCATION_REQUIREMENTS, *RELOCATION_MEASURES)}
"""Rules on who moves when."""
RULES: dict[str, type[Rule]] = PLACEMENT_RULES | RELOCATION_RULES
