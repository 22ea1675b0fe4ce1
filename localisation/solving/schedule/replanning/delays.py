"""What a user says of delays: a name and how much, such as "Rådhuset ombygging +6w"."""

import re
from dataclasses import dataclass

from localisation.texts import LANGUAGES, Texts

_FORM = re.compile(r"^(?P<name>.*\S)\s*\+\s*(?P<count>\d{1,4})\s*(?P<unit>[^\W\d_]+)\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """What someone calls a work or a move, and the working days it takes longer or comes later."""

    name: str
    days: int


def delay_of(text: str, days_a_week: int) -> Delay | None:
    """The delay a text tells of ("+10d", "+6w", "+1m", or the words for them); None when it cannot be understood.

    A month is a twelfth of 52 weeks, rounded up to whole working days.
    """
    form = _FORM.match(text.strip())
    days = _days_of_unit(form["unit"], days_a_week) if form else None
    if form is None or days is None or int(form["count"]) == 0:
        return None
    return Delay(name=form["name"], days=int(form["count"]) * days)


def _days_of_unit(word: str, days_a_week: int) -> int | None:
    for unit, days in (("day", 1), ("week", days_a_week), ("month", -(-52 * days_a_week // 12))):
        for language in LANGUAGES:
            if word.casefold() in Texts(language)(f"plan_faults.words.{unit}").split():
                return days
    return None
