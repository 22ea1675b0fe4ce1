"""The time axis of a plan: the days somebody works, counted from 0."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from localisation.domain.relocation.logistics import DaysOff, Logistics, Repeats

EVERYONE = "all"
CREW = "crew:"


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The working days from the first to the last day of a plan; day i of a plan is `days[i]`.

    `off` holds, for each crew, the indexes of days it does not work although others do.
    """

    days: tuple[date, ...]
    off: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.days)

    def index(self, day: date) -> int:
        """The first working day on or after a date; the length of the axis when there is none."""
        return bisect_left(self.days, day)

    @cached_property
    def position(self) -> dict[date, int]:
        """Working day -> its index; a day off is not there."""
        return {day: i for i, day in enumerate(self.days)}

    @cached_property
    def elapsed(self) -> tuple[int, ...]:
        """Calendar days from the first working day to each one, and to the day after the last (for rent)."""
        if not self.days:
            return (0,)
        return (*((day - self.days[0]).days for day in self.days), (self.days[-1] - self.days[0]).days + 1)


def calendar_of(logistics: Logistics, first: date, last: date) -> Calendar:
    """The working days of a place between two dates, both included."""
    closed = {d for off in logistics.days_off if EVERYONE in off.applies_to for d in dates_of(off, first, last)}
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    days = tuple(
        d for d in span if d.weekday() in logistics.weekdays and d not in logistics.public_holidays and d not in closed
    )
    position = {day: i for i, day in enumerate(days)}
    off: dict[str, set[int]] = {}
    for row in logistics.days_off:
        for crew in (a.removeprefix(CREW) for a in row.applies_to if a.startswith(CREW)):
            off.setdefault(crew, set()).update(position[d] for d in dates_of(row, first, last) if d in position)
    return Calendar(days=days, off={crew: frozenset(indexes) for crew, indexes in off.items()})


def dates_of(off: DaysOff, first: date, last: date) -> Iterator[date]:
    """Every date of days off, repetitions included, between two dates."""
    length = (off.last - off.first).days
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if _covers(off, day, length):
            yield day


def _covers(off: DaysOff, day: date, length: int) -> bool:
    if off.repeats is Repeats.NO or day < off.first:
        return off.first <= day <= off.last
    if off.repeats is Repeats.WEEKLY:
        return (day - off.first).days % 7 <= length
    if off.repeats is Repeats.MONTHLY:
        starts = [_same_day(off.first, day.year, day.month), _same_day(off.first, *_month_before(day))]
    else:
        starts = [_same_day(off.first, year, off.first.month) for year in (day.year, day.year - 1)]
    return any(0 <= (day - start).days <= length for start in starts)


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _same_day(day: date, year: int, month: int) -> date:
    """The same day of another month, or that month's last."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))
