"""Stretches of days on which somebody does not work, as dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from localisation.domain.relocation.calendar import CREW, EVERYONE, dates_of
from localisation.domain.relocation.logistics import DaysOff, Logistics

Stretch = tuple[date, date]
"""First and last date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDays:
    """A row of days off with all its stretches within an axis."""

    row: DaysOff
    stretches: tuple[Stretch, ...]

    @property
    def everyone(self) -> bool:
        """Whether nobody works."""
        return EVERYONE in self.row.applies_to

    @property
    def crews(self) -> frozenset[str]:
        """The crews that do not work."""
        return frozenset(a.removeprefix(CREW) for a in self.row.applies_to if a.startswith(CREW))

    @property
    def selectors(self) -> tuple[str, ...]:
        """What names the units that must be left alone."""
        return tuple(a for a in self.row.applies_to if a != EVERYONE and not a.startswith(CREW))


def free_days(logistics: Logistics, first: date, last: date) -> tuple[FreeDays, ...]:
    """Every row of days off that touches the axis, in the order of the table."""
    found = (FreeDays(row=row, stretches=stretches(dates_of(row, first, last))) for row in logistics.days_off)
    return tuple(f for f in found if f.stretches)


def holidays(logistics: Logistics, first: date, last: date, language: str = "nb") -> tuple[tuple[date, str], ...]:
    """Public holidays that fall on a weekday somebody would work, with their names in a language."""
    days = sorted(holiday_names(logistics, language).items())
    return tuple((day, name) for day, name in days if first <= day <= last and day.weekday() in logistics.weekdays)


def holiday_names(logistics: Logistics, language: str) -> dict[date, str]:
    """Every public holiday with its name in a language; the place's own where there is no other."""
    names = dict(logistics.public_holidays)
    if language == "en":
        names |= {day: name for day, name in logistics.public_holidays_en.items() if day in names}
    return names


def stretches(days: Iterable[date]) -> tuple[Stretch, ...]:
    """Dates in order, joined where one follows the other."""
    found: list[Stretch] = []
    for day in days:
        if found and day - found[-1][1] <= timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)
