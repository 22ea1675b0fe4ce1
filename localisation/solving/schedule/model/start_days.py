"""On which days an activity may start, and when it is then finished."""

from dataclasses import dataclass
from functools import cached_property

from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.programme import Activity


@dataclass(frozen=True, kw_only=True)
class StartDays:
    """Every possible first day, in order, and for each the day after the last."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def gapless(self) -> bool:
        """Whether every day from the first to the last possible start is one."""
        return self.starts[-1] - self.starts[0] == len(self.starts) - 1

    @cached_property
    def length(self) -> int | None:
        """The days from start to end, when they are the same for every start."""
        lengths = {end - start for start, end in zip(self.starts, self.ends, strict=True)}
        return lengths.pop() if len(lengths) == 1 else None

    @cached_property
    def table(self) -> tuple[int, ...]:
        """The end by days after the first possible start; on days that are no start, the first end."""
        known = dict(zip(self.starts, self.ends, strict=True))
        return tuple(known.get(day, self.ends[0]) for day in range(self.starts[0], self.starts[-1] + 1))


def start_days(activity: Activity, calendar: Calendar) -> StartDays:
    """What the calendar and `earliest` allow; empty when nothing.

    Nobody works on a day off of any of its crews: a `pausing` activity rests then (never on its first or last day),
    any other does not reach over one. An activity of no days may start on any day, also after the last.
    """
    horizon = len(calendar)
    if activity.days <= 0:
        days = tuple(range(activity.earliest, horizon + 1))
        return StartDays(starts=days, ends=days)
    off = calendar.off_of(activity.demands)
    working = [day for day in range(horizon) if day not in off]
    pairs = [
        (first, last + 1)
        for first, last in zip(working, working[activity.days - 1 :], strict=False)
        if first >= activity.earliest and (activity.pausing or last - first == activity.days - 1)
    ]
    return StartDays(starts=tuple(first for first, _ in pairs), ends=tuple(end for _, end in pairs))
