"""What a place knows about moving: crews, how fast they work, days off, and rooms to wait in."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from localisation.domain.frozen import Frozen


class ActivityKind(StrEnum):
    """What is done: building works, the four steps of a move, or a task of a programme read from elsewhere."""

    WORK = "work"
    PACK = "pack"
    MOVE = "move"
    IT = "it"
    CLEAN = "clean"
    TASK = "task"


class Crew(Frozen):
    """Hands that several activities share: `size` of them every day they work, and some more on overtime.

    On overtime they are never cheaper than else: a price that is lower, or not given, is the ordinary one.
    """

    id: str
    name: str
    name_en: str = ""
    size: int = Field(ge=0)
    overtime_size: int = Field(default=0, ge=0)
    nok_per_day: int = Field(default=0, ge=0)
    overtime_nok_per_day: int = Field(default=0, ge=0)


class ActivityNorm(Frozen):
    """How an activity of a kind is carried out: by `hands` of a crew each day, at so many employees and m3 a day.

    Days = staff / staff_per_day + m3 / m3_per_day, rounded up once, at least `min_days`. A rate of 0 takes no time.
    `low_percent` and `high_percent` are the shortest and the longest it may take, in per cent of that.
    """

    kind: ActivityKind
    crew: str = ""
    hands: int = Field(default=1, ge=0)
    staff_per_day: int = Field(default=0, ge=0)
    m3_per_day: int = Field(default=0, ge=0)
    min_days: int = Field(default=0, ge=0)
    low_percent: int = Field(default=100, ge=1, le=100)
    high_percent: int = Field(default=100, ge=100, le=1000)

    def days(self, staff: int, volume_m3: int) -> int:
        """Working days for so many employees with so much equipment."""
        staff_rate, volume_rate = self.staff_per_day, self.m3_per_day
        top = (staff * (volume_rate or 1) if staff_rate else 0) + (volume_m3 * (staff_rate or 1) if volume_rate else 0)
        return max(self.min_days, -(-top // ((staff_rate or 1) * (volume_rate or 1))))


class Repeats(StrEnum):
    """How days off come back: not at all, or on the same days of every week, month or year."""

    NO = ""
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class DaysOff(Frozen):
    """Days on which nobody works, a crew does not work, or a unit must be left alone.

    `applies_to` is "all", "crew:<id>" or selectors of units. `kind` says what it is (school, election, stop),
    for the reader only.
    """

    id: str
    name: str
    name_en: str = ""
    kind: str = "stop"
    first: date
    last: date
    repeats: Repeats = Repeats.NO
    applies_to: tuple[str, ...]

    @model_validator(mode="after")
    def _order(self) -> "DaysOff":
        if self.first > self.last:
            raise ValueError("the last day is before the first")
        return self


class SwingSpace(Frozen):
    """A building where units may wait between two moves: transit premises, from a day to a day."""

    building: str
    first: date | None = None
    last: date | None = None
    nok_per_month: int = Field(default=0, ge=0)


class Logistics(Frozen):
    """Everything known about moving in a place. Weekdays count from Monday (0)."""

    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    public_holidays: Mapping[date, str] = Field(default_factory=dict)
    public_holidays_en: Mapping[date, str] = Field(default_factory=dict)
    """The names of the same days in English, of those that have one."""
    crews: tuple[Crew, ...] = ()
    norms: tuple[ActivityNorm, ...] = ()
    days_off: tuple[DaysOff, ...] = ()
    swing_space: tuple[SwingSpace, ...] = ()

    @property
    def days_a_week(self) -> int:
        """Working days in a week without days off."""
        return len(set(self.weekdays))

    def norm(self, kind: ActivityKind) -> ActivityNorm:
        """How activities of a kind are carried out; without a row, by nobody and in no time."""
        return next((n for n in self.norms if n.kind is kind), ActivityNorm(kind=kind))
