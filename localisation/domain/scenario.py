"""What is to be solved: which criteria, goal, locks and dates."""

from collections.abc import Mapping
from datetime import date, timedelta

from pydantic import Field, model_validator

from localisation.domain.frozen import Frozen
from localisation.domain.travel import Mode, ModeMix
from localisation.domain.vocabulary import BuildingUse, Engine, LockState


class Lock(Frozen):
    """A unit that is locked to, or forbidden in, a building."""

    unit: str
    building: str
    state: LockState


MOST_WORKERS = 256
"""More threads than this only get in each other's way."""
LEAST_MEMORY_MB = 500
"""With less not even the program itself has room."""
FEW_CONFLICTS, MOST_CONFLICTS = 3, 1_000
"""How many collisions of musts are told unless more are wished for, and at most."""


class SolveLimits(Frozen):
    """How long and how to search. `deterministic_limit` counts CP-SAT's own work units, not seconds.

    `memory_mb` is what the program and the process of HiGHS may each have, about: without more the search ends with
    the best so far. `conflicts` is how many minimal conflicts, and ways out of them, are told when the musts cannot all
    hold.
    """

    time_limit_s: int = Field(default=120, ge=1)
    deterministic_limit: int | None = Field(default=None, ge=1)
    workers: int = Field(default=2, ge=1, le=MOST_WORKERS)
    memory_mb: int | None = Field(default=None, ge=LEAST_MEMORY_MB)
    seed: int = 1
    conflicts: int = Field(default=FEW_CONFLICTS, ge=1, le=MOST_CONFLICTS)
    engine: Engine = Engine.PORTFOLIO
    """For placements; plans are searched for by CP-SAT whatever this says."""

    @property
    def as_run(self) -> "SolveLimits":
        """The limits as they are kept: what must repeat is searched by CP-SAT with one worker."""
        if self.deterministic_limit is None:
            return self
        return self.model_copy(update={"workers": 1, "engine": Engine.CP_SAT})


class PlanSettings(Frozen):
    """Between which days moves are planned, and what a good plan is.

    `levels` and `level_slack_percent` are as a scenario's, of the criteria on who moves when.
    """

    start: date
    until: date
    levels: tuple[tuple[str, ...], ...] = ()
    level_slack_percent: int = Field(default=0, ge=0, le=100)
    solve: SolveLimits = SolveLimits(time_limit_s=60)

    @model_validator(mode="after")
    def _order(self) -> "PlanSettings":
        if self.start > self.until:
            raise ValueError("the plan ends before it starts")
        return self


class Scenario(Frozen):
    """One question to the engine.

    `levels` is the goal: groups of criterion ids in order of importance. One level is a weighted sum; with several,
    each is optimised in turn without giving up more than `level_slack_percent` of those before it (a
    lexicographic order). Empty means one level with every weighted criterion. A `reference` scenario is
    not solved: it is the situation today, measured.
    """

    id: str
    name: str
    name_en: str = ""
    description: str = ""
    description_en: str = ""
    reference: bool = False
    levels: tuple[tuple[str, ...], ...] = ()
    level_slack_percent: int = Field(default=0, ge=0, le=100)
    buildings: Mapping[str, BuildingUse] = Field(default_factory=dict)
    locks: tuple[Lock, ...] = ()
    start: date
    in_place_by: date
    needed_until: date
    horizon_years: int = Field(default=20, ge=1, le=100)
    discount_permille: int = Field(default=40, ge=0, le=200)
    compare_with: tuple[str, ...] = ()
    visits_by: ModeMix = ModeMix()
    commute_by: ModeMix = ModeMix()
    longest_min: Mapping[Mode, int] = Field(default_factory=dict)
    """The longest journey people make by a mode, in minutes; without one, the longest there is (see `mixed`)."""
    solve: SolveLimits = SolveLimits()
    planning: PlanSettings | None = None

    @property
    def plan(self) -> PlanSettings:
        """How moves are planned: unless said, from the start until a year after everyone should be in place."""
        return self.planning or PlanSettings(start=self.start, until=self.in_place_by + timedelta(days=365))
