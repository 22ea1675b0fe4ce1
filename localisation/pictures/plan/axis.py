"""The time axis of the pictures: dates to pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From the first date to the last, both drawn whole, between two pixels."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def of_months(cls, first: date, last: date, left: float, right: float) -> Axis:
        """Whole months around the two dates."""
        return cls(
            first=first.replace(day=1),
            last=next_month(last.replace(day=1)) - _DAY,
            left=left,
            right=max(right, left + 1),
        )

    @property
    def px_per_day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Where a day begins, held within the axis."""
        return min(self.right, max(self.left, self.left + (day - self.first).days * self.px_per_day))

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.x(day + _DAY)

    def shows(self, day: date) -> bool:
        """Whether a day is on the axis."""
        return self.first <= day <= self.last

    def months(self) -> Iterator[date]:
        """The first day of each month."""
        month = self.first
        while month <= self.last:
            yield month
            month = next_month(month)

    def weeks(self) -> Iterator[date]:
        """Each Monday."""
        monday = self.first + timedelta(days=-self.first.weekday() % 7)
        while monday <= self.last:
            yield monday
            monday += timedelta(days=7)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
