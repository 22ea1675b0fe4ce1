"""What is known about moving, from records: crews, how they work, days off, and premises to wait in."""

from collections.abc import Mapping
from typing import Any

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.calendar import CREW
from localisation.domain.relocation.logistics import (
    ActivityKind,
    ActivityNorm,
    Crew,
    DaysOff,
    Logistics,
    Repeats,
    SwingSpace,
)
from localisation.reading.choices import CHOICES
from localisation.reading.folder import Tables
from localisation.reading.labels import choices_of, plain
from localisation.reading.problems import Problems, nearest
from localisation.reading.records import Record
from localisation.rules.references import selectors


def logistics(tables: Tables, calendar: Mapping[str, Any], problems: Problems) -> Logistics | None:
    """Crews, norms, days off and swing space with the calendar of the place; None when none of them is told."""
    parts: dict[str, tuple[object, ...]] = {
        "crews": tuple(_crew(row) for row in tables.whole("crews")),
        "norms": tuple(_norm(row) for row in tables.whole("activity_norms")),
        "days_off": _days_off(tables, problems),
        "swing_space": _swing_space(tables, problems),
    }
    return Logistics.model_validate({**calendar, **parts}) if any(parts.values()) else None


def _crew(row: Record) -> Crew:
    numbers = row.given("size", "overtime_size", "nok_per_day", "overtime_nok_per_day")
    return Crew.model_validate(
        {"id": row.text("id"), "name": row.text("name"), "name_en": row.text("name_en"), **numbers}
    )


def _norm(row: Record) -> ActivityNorm:
    numbers = row.given("hands", "staff_per_day", "m3_per_day", "min_days", "low_percent", "high_percent")
    return ActivityNorm.model_validate({"kind": ActivityKind(row.text("kind")), "crew": row.text("crew"), **numbers})


def check_days_off(tables: Tables, inventory: Inventory, problems: Problems) -> None:
    """Whom days off apply to: everyone, nobody, a crew or a selector of units that names someone."""
    crews = tuple(f"{CREW}{r.text('id')}" for r in tables.of("crews"))
    known = (*CHOICES["whom"], *crews, *selectors(inventory))
    for row in tables.whole("days_off"):
        for word in _whom(row):
            if word not in known:
                suggestion = nearest(word, known)
                code = "days_off_for_unknown_like" if suggestion else "days_off_for_unknown"
                holes = {"id": row.text("id"), "word": word, "suggestion": suggestion, "crews": crews}
                problems.error(code, row.at("applies_to"), **holes)


def _whom(row: Record) -> tuple[str, ...]:
    known = choices_of("whom")
    return tuple(known.get(plain(word), word) for word in row.words("applies_to"))


def _days_off(tables: Tables, problems: Problems) -> tuple[DaysOff, ...]:
    found = []
    for row in tables.whole("days_off"):
        first, last = row.day("first"), row.day("last")
        if first and last and _in_order(row, problems):
            found.append(
                DaysOff(
                    id=row.text("id"),
                    name=row.text("name"),
                    name_en=row.text("name_en"),
                    kind=row.text("kind") or "stop",
                    first=first,
                    last=last,
                    repeats=Repeats(row.text("repeats")),
                    applies_to=_whom(row),
                )
            )
    return tuple(found)


def _swing_space(tables: Tables, problems: Problems) -> tuple[SwingSpace, ...]:
    return tuple(
        SwingSpace.model_validate(row.given("building", "first", "last", "nok_per_month"))
        for row in tables.whole("swing_space")
        if _in_order(row, problems)
    )


def _in_order(row: Record, problems: Problems) -> bool:
    first, last = row.day("first"), row.day("last")
    if first and last and last < first:
        problems.error("dates_backwards", row.at("last"), id=row.name, begin=first, end=last)
        return False
    return True
