"""The time axis of a plan: the days somebody works, counted from 0."""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
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

    def off_of(self, crews: Iterable[str]) -> frozenset[int]:
        """The days, by index, on which any of the crews does not work."""
        return frozenset[int]().union(*(self.off.get(crew, frozenset()) for crew in crews))

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
    """Every date of days off, repetitions included, between two dates.

    Each month or year they are from the same day to the same day, or the month's last where it is shorter. Days off
    whose last is the last of its month end on the last of every month, however long; a lone such day is that day.
    """
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if _covers(off, day):
            yield day


def _covers(off: DaysOff, day: date) -> bool:
    if off.repeats is Repeats.NO or day < off.first:
        return off.first <= day <= off.last
    if off.repeats is Repeats.WEEKLY:
        return (day - off.first).days % 7 <= (off.last - off.first).days
    step = 1 if off.repeats is Repeats.MONTHLY else 12
    since, length = _month(day) - _month(off.first), _month(off.last) - _month(off.first)
    return any(_again(off, n, day) for n in range(max(0, since - length), since + 1) if n % step == 0)


def _again(off: DaysOff, months: int, day: date) -> bool:
    """Whether they cover the day when they come so many months later."""
    to_the_end = off.last == _in_month(31, _month(off.last))
    last = _in_month(31 if to_the_end else off.last.day, _month(off.last) + months)
    alone = to_the_end and off.first == off.last
    return (last if alone else _in_month(off.first.day, _month(off.first) + months)) <= day <= last


def _month(day: date) -> int:
    """Months counted from the year 0."""
    return 12 * day.year + day.month - 1


def _in_month(day: int, month: int) -> date:
    """That day of a month, or the month's last."""
    return date(month // 12, month % 12 + 1, min(day, monthrange(month // 12, month % 12 + 1)[1]))
