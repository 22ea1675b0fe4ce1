"""A calendar that goes on after the last day of a plan."""

from datetime import date, timedelta

from localisation.domain.relocation.calendar import Calendar, calendar_of
from localisation.domain.relocation.logistics import Logistics

SPARE_DAYS = 366
"""Calendar days beyond what is asked for, for crews' and units' days off."""


def lengthened(calendar: Calendar, logistics: Logistics | None, more: int) -> Calendar:
    """The calendar with at least `more` working days after its last, by the place's own calendar.

    A calendar the place does not know (a programme made elsewhere) goes on with every day.
    """
    if not calendar.days:
        return calendar
    if logistics is not None:
        last = min(calendar.days[-1].toordinal() + 3 * more + SPARE_DAYS, date.max.toordinal())
        known = calendar_of(logistics, calendar.days[0], date.fromordinal(last))
        if known.days[: len(calendar)] == calendar.days and _same_crews(calendar, known):
            return known
    after = (calendar.days[-1] + timedelta(days=n) for n in range(1, more + SPARE_DAYS + 1))
    return Calendar(days=(*calendar.days, *after), off=calendar.off)


def _same_crews(calendar: Calendar, longer: Calendar) -> bool:
    return all(
        {d for d in longer.off.get(crew, frozenset()) if d < len(calendar)} == set(calendar.off.get(crew, frozenset()))
        for crew in {*calendar.off, *longer.off}
    )
