"""The scenario's word on buildings and on who sits where, as criteria that must hold."""

from collections.abc import Mapping
from typing import Any

from localisation.domain.building import Building
from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Inventory
from localisation.domain.scenario import Lock
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import BuildingUse, LockState, Strength
from localisation.reading.by_name import plain
from localisation.reading.cells import CellFault, value_of
from localisation.reading.near_names import near_names
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.scenario_files import ScenarioFiles
from localisation.reading.schema import Column, Type
from localisation.reading.toml_file import TomlFile
from localisation.rules.placement.buildings_closed import BuildingsClosed
from localisation.rules.placement.buildings_used import BuildingsUsed
from localisation.rules.placement.fixed_location import FixedLocation
from localisation.rules.placement.forbidden_location import ForbiddenLocation
from localisation.texts import Texts

_STATE = Column(key="state", type=Type.CHOICE, choices="lock_state")
_USE = Column(key="buildings", type=Type.CHOICE, choices="building_use")
_LOCK_RULE = {LockState.LOCKED: FixedLocation.name, LockState.FORBIDDEN: ForbiddenLocation.name}
_USE_RULE = {BuildingUse.MUST: BuildingsUsed.name, BuildingUse.MUST_NOT: BuildingsClosed.name}


def building_uses(files: ScenarioFiles, inventory: Inventory | None, problems: Problems) -> dict[str, BuildingUse]:
    """What the scenario says of each building. A context building nobody sits in today is not to be used."""
    found: dict[str, BuildingUse] = {}
    if inventory:
        used = {s.building for u in inventory.units for s in u.today}
        found = {b.id: BuildingUse.MUST_NOT for b in inventory.buildings if not b.in_project and b.id not in used}
    for part in reversed(files.parts):
        values = part.values.get("buildings", {})
        if not isinstance(values, Mapping):
            problems.error("toml_not_table", part.at("buildings"), key="buildings")
            continue
        for building, word in values.items():
            at = part.at("buildings", building)
            _known(building, inventory.building if inventory else None, "buildings", at, problems)
            use = _choice(word, _USE, at, problems)
            if use:
                found[building] = BuildingUse(use)
    return found


def locks(files: ScenarioFiles, inventory: Inventory | None, problems: Problems) -> tuple[Lock, ...]:
    """The locks of all files; for the same unit and building the child's word counts, and "free" lifts it."""
    found: dict[tuple[str, str], Lock] = {}
    for part in reversed(files.parts):
        rows = part.values.get("locks", [])
        if not isinstance(rows, list):
            problems.error("toml_not_rows", part.at("locks"), key="locks")
            continue
        for nth, row in enumerate(rows):
            lock = _lock(part, nth, row, inventory, problems)
            if lock:
                found[lock.unit, lock.building] = lock
    return tuple(lock for lock in found.values() if lock.state is not LockState.FREE)


def _lock(part: TomlFile, nth: int, row: Any, inventory: Inventory | None, problems: Problems) -> Lock | None:
    if not isinstance(row, Mapping) or {"unit", "building", "state"} != set(row):
        problems.error("lock_form", part.at("locks", "", nth))
        return None
    unit, building = str(row["unit"]), str(row["building"])
    _known(unit, inventory.unit if inventory else None, "units", part.at("locks", "unit", nth), problems)
    _known(
        building, inventory.building if inventory else None, "buildings", part.at("locks", "building", nth), problems
    )
    state = _choice(row["state"], _STATE, part.at("locks", "state", nth), problems)
    return Lock(unit=unit, building=building, state=LockState(state)) if state else None


def _known(
    value: str, known: Mapping[str, Unit] | Mapping[str, Building] | None, table: str, at: Place, problems: Problems
) -> None:
    if known is not None and value not in known:
        named = near_names(plain(value), {key: plain(one.name) for key, one in known.items()}, most=1)
        suggestion = nearest(value, known) or "".join(named)
        code = "unknown_id_like" if suggestion else "unknown_id"
        problems.error(code, at, value=value, suggestion=suggestion, table=table)


def _choice(word: Any, column: Column, at: Place, problems: Problems) -> str:
    try:
        return str(value_of(word if isinstance(word, str) else str(word), column) or "")
    except CellFault as fault:
        problems.error(fault.code, at, **{"column": column.key, "table": "scenario", **fault.holes})
        return ""


def lock_criteria(found: tuple[Lock, ...], inventory: Inventory, source: str) -> list[Criterion]:
    """Each lock as a must: "lock:unit:building"."""
    result = []
    for lock in found:
        holes = {"unit": inventory.unit[lock.unit].name, "building": inventory.building[lock.building].name}
        rule = _LOCK_RULE[lock.state]
        result.append(
            _must(f"lock:{lock.unit}:{lock.building}", rule, (lock.unit,), lock.building, lock.state, holes, source)
        )
    return result


def use_criteria(uses: Mapping[str, BuildingUse], inventory: Inventory, source: str) -> list[Criterion]:
    """Each building that must, or must not, be used as a must: "building:id"."""
    return [
        _must(
            f"building:{b}", _USE_RULE[use], (), b, f"building_{use}", {"building": inventory.building[b].name}, source
        )
        for b, use in uses.items()
        if use in _USE_RULE
    ]


def _must(
    name: str, rule: str, units: tuple[str, ...], building: str, text: str, holes: Mapping[str, str], source: str
) -> Criterion:
    return Criterion(
        id=name,
        name=Texts("nb")(f"tables.generated.{text}", **holes),
        name_en=Texts("en")(f"tables.generated.{text}", **holes),
        rule=rule,
        units=units,
        strength=Strength.MUST,
        group=Texts("nb")("tables.generated.group"),
        group_en=Texts("en")("tables.generated.group"),
        parameters={"buildings": (building,)},
        source=source,
    )
