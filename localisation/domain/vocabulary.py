"""The closed lists of words that data files may use."""

from enum import StrEnum


class SpaceKind(StrEnum):
    """A kind of space a building offers and a unit needs, counted in whole numbers of `unit`."""

    WORKPLACE = "workplace"
    PUBLIC_FRONT = "public_front"
    MEETING = "meeting"
    ARCHIVE = "archive"
    GARAGE = "garage"
    YARD = "yard"
    STORE = "store"
    INTERVIEW = "interview"

    @property
    def unit(self) -> str:
        """Key of the counting unit: places, m2, shelf_m, bays or rooms."""
        return _UNIT[self]


_UNIT = {
    SpaceKind.WORKPLACE: "places",
    SpaceKind.PUBLIC_FRONT: "m2",
    SpaceKind.MEETING: "m2",
    SpaceKind.ARCHIVE: "shelf_m",
    SpaceKind.GARAGE: "bays",
    SpaceKind.YARD: "m2",
    SpaceKind.STORE: "m2",
    SpaceKind.INTERVIEW: "rooms",
}


class Engine(StrEnum):
    """Which solver searches: all together, or the one or the other alone."""

    PORTFOLIO = "portfolio"
    CP_SAT = "cp-sat"
    MIP = "mip"


class Tenure(StrEnum):
    """How the organisation holds a building; an option is one it could lease but does not yet."""

    OWNED = "owned"
    LEASED = "leased"
    OPTION = "option"


class Confidence(StrEnum):
    """How well a figure is known."""

    DOCUMENTED = "documented"
    DERIVED = "derived"
    ESTIMATE = "estimate"


class Strength(StrEnum):
    """What a criterion does: bind the proposal, weigh in the goal, or only be measured and shown."""

    MUST = "must"
    WEIGHT = "weight"
    INFO = "info"


class BuildingUse(StrEnum):
    """A scenario's word on a building: må, kan, skal ikke."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"


class LockState(StrEnum):
    """A scenario's word on a unit and a building: låst, fri, forbudt."""

    LOCKED = "locked"
    FREE = "free"
    FORBIDDEN = "forbidden"


class Status(StrEnum):
    """How a solve ended. Only `OPTIMAL` says that nothing better exists."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"
    HELD = "held"
    """Not solved: the situation as it is today."""
