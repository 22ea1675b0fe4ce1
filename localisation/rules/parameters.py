"""The types of parameters: how a criteria list may write them, and what their words refer to."""

from datetime import date
from enum import Enum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator

_YES_NO = {"ja": True, "yes": True, "nei": False, "no": False}


class Refers(Enum):
    """What the words of a parameter refer to; each type below carries one as metadata of its field."""

    UNITS = "units"
    BUILDINGS = "buildings"
    CENTRES = "centres"
    DISTRICTS = "districts"
    PLACES = "places"
    SHARES = "shares"
    CREWS = "crews"
    QUARTERS = "quarters"


def _as_list(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _as_yes_no(value: object) -> object:
    return _YES_NO.get(value.strip().lower(), value) if isinstance(value, str) else value


def _as_day(value: object) -> object:
    """Only a date or its text: a number would else be taken for seconds since 1970."""
    if isinstance(value, str):
        return value.strip() or None
    if value is None or isinstance(value, date):
        return value
    raise ValueError("write a day as 2020-01-31")


_Words = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""A single one, or several with commas between, may be written as a text."""

UnitSelectors = Annotated[_Words, Refers.UNITS]
"""Selectors of units: an id, "service:x", "area:x", "priority:x" or "administrative"."""
BuildingIds = Annotated[_Words, Refers.BUILDINGS]
"""Ids of buildings."""
CentreIds = Annotated[_Words, Refers.CENTRES]
"""Ids of local centres."""
DistrictIds = Annotated[_Words, Refers.DISTRICTS]
"""Ids of districts."""
PlaceIds = Annotated[_Words, Refers.PLACES]
"""Ids of local centres when the rule's parameter `per` is "centre", else of districts."""
DistrictShares = Annotated[_Words, Refers.SHARES]
"""Shares of districts in whole per cent, such as "North=66"."""
CrewIds = Annotated[_Words, Refers.CREWS]
"""Ids of crews."""
QuarterAmounts = Annotated[_Words, Refers.QUARTERS]
"""Whole amounts by quarter of a year, such as "2019-Q3=20000"."""

Day = Annotated[date, BeforeValidator(_as_day)]
"""A day, such as 2020-01-31."""
DayOrNone = Annotated[date | None, BeforeValidator(_as_day)]
"""A day, or nothing."""

TravelBy = Literal["mix", "car", "bicycle", "walk", "transit"]
"""How people travel: by the scenario's mode mix, or one mode."""

YesNo = Annotated[bool, BeforeValidator(_as_yes_no)]
"""True or false; also ja, nei, yes, no."""


def refers(rule: BaseModel, parameter: str) -> Refers | None:
    """What the words of a rule's parameter refer to, `PLACES` made centres or districts; None if to nothing."""
    field = type(rule).model_fields.get(parameter)
    found = next((m for m in field.metadata if isinstance(m, Refers)), None) if field else None
    return place_of(rule) if found is Refers.PLACES else found


def place_of(rule: BaseModel) -> Refers:
    """What a place is to the rule: a local centre or a district."""
    return Refers.CENTRES if getattr(rule, "per", "") == "centre" else Refers.DISTRICTS
