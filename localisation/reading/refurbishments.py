"""The options to rebuild, from records."""

from collections import defaultdict
from collections.abc import Iterable

from localisation.domain.building import Building, Refurbishment
from localisation.domain.stacking.floor_room import guessed_floors
from localisation.domain.vocabulary import Confidence, SpaceKind
from localisation.reading.floors import ground_floor
from localisation.reading.folder import Tables
from localisation.reading.problems import Problems
from localisation.reading.records import Record


def refurbishments(tables: Tables, problems: Problems) -> dict[str, tuple[Refurbishment, ...]]:
    """The options by building, in the order of the table."""
    options: dict[str, list[Refurbishment]] = defaultdict(list)
    for row in tables.whole("refurbishments"):
        options[row.text("building")].append(_refurbishment(row, problems))
    return {building: tuple(own) for building, own in options.items()}


def check_refurbished_floors(tables: Tables, buildings: Iterable[Building], problems: Problems) -> None:
    """Refuse floors that the building does not have; only a building without floors told of may gain a basement."""
    known, ground = {b.id: b for b in buildings}, ground_floor(tables)
    for row in tables.whole("refurbishments"):
        number, building = row.number("floor"), known.get(row.text("building"))
        if number is None or building is None:
            continue
        there = [f.number for f in building.by_floor or guessed_floors(building, ground)]
        if number in there or (number < 0 and not building.by_floor):
            continue
        code = "refurbished_floor_not_told" if building.by_floor else "refurbished_floor_not_there"
        holes = {"id": row.text("id"), "building": building.name, "floor": str(number)}
        problems.error(code, row.at("floor"), **holes, floors=[str(n) for n in there])


def _refurbishment(row: Record, problems: Problems) -> Refurbishment:
    adds = {kind: row.number(f"adds_{kind.value}") or 0 for kind in SpaceKind}
    adds = {kind: amount for kind, amount in adds.items() if amount}
    facilities = frozenset(row.words("adds_facilities"))
    if not adds and not facilities:
        problems.warning("adds_nothing", row.at(), id=row.text("id"))
    return Refurbishment(
        id=row.text("id"),
        building=row.text("building"),
        name=row.text("name"),
        name_en=row.text("name_en"),
        cost_nok=row.number("cost_nok") or 0,
        weeks=row.number("weeks") or 0,
        adds_spaces=adds,
        adds_facilities=facilities,
        floor=row.number("floor"),
        confidence=Confidence(row.text("confidence") or "estimate"),
    )
