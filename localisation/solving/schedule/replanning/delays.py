"""What a user says of delays: a name and how much, such as "Rådhuset ombygging +6w"."""

import re
from dataclasses import dataclass

from localisation.domain.relocation.derive import WORKING_DAYS_A_WEEK
from localisation.texts import LANGUAGES, Texts

WORKING_DAYS_A_MONTH = 22
"""A twelfth of 52 weeks of five days, rounded up."""

_DAYS = {"day": 1, "week": WORKING_DAYS_A_WEEK, "month": WORKING_DAYS_A_MONTH}
_FORM = re.compile(r"^(?P<name>.*\S)\s*\+\s*(?P<count>\d{1,4})\s*(?P<unit>[^\W\d_]+)\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """What someone calls a work or a move, and the working days it takes longer or comes later."""

    name: str
    days: int


def delay_of(text: str) -> Delay | None:
    """The delay a text tells of ("+10d", "+6w", "+1m", or the words for them); None when it cannot be understood."""
    form = _FORM.match(text.strip())
    days = _days_of_unit(form["unit"]) if form else None
    if form is None or days is None or int(form["count"]) == 0:
        return None
    return Delay(name=form["name"], days=int(form["count"]) * days)


def _days_of_unit(word: str) -> int | None:
    for unit, days in _DAYS.items():
        for language in LANGUAGES:
            if word.casefold() in Texts(language)(f"plan_faults.words.{unit}").split():
                return days
    return None
