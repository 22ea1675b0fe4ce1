"""Checks the keys of a TOML table: known, there when they must be, and of the right kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from localisation.reading.cells import CellFault, date_of
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.toml_file import TomlFile

KINDS: dict[type, str] = {
    str: "text",
    int: "whole",
    list: "toml_list",
    dict: "toml_table",
    bool: "toml_yes_no",
    date: "date",
}
"""What the kinds are called in the texts (`tables.type`)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a TOML table and the kind of value it has; a date may also be written as text."""

    name: str
    kind: type
    required: bool = False
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()
    """The only words it may have; any when empty."""


def nested(values: Mapping[str, Any], table: str) -> Any:
    """What stands under a name with dots ("" is everything); empty when nothing does."""
    found: Any = values
    for name in table.split(".") if table else ():
        found = found.get(name, {}) if isinstance(found, Mapping) else {}
    return found


def checked(
    file: TomlFile,
    table: str,
    keys: tuple[Key, ...],
    problems: Problems,
    where: Callable[[str, str], Place] | None = None,
    elsewhere: Mapping[str, tuple[str, ...]] | None = None,
) -> dict[str, Any]:
    """The values of a table ("" is the file itself) that can be used; `where` finds keys of merged files.

    A dot in its name is a table within a table, such as "plan.goal". `elsewhere` has the headings of keys that may
    have been written under the wrong one.
    """
    where = where or file.at
    values = nested(file.values, table)
    if not isinstance(values, Mapping):
        problems.error("toml_not_table", where(table, ""), key=table)
        return {}
    known = {key.name: key for key in keys}
    found: dict[str, Any] = {}
    for name, written in values.items():
        at = where(table, name)
        if name not in known:
            _unknown(name, tuple(known), (elsewhere or {}).get(name, ()), at, problems)
            continue
        key = known[name]
        try:
            value = date_of(written) if key.kind is date else written
        except CellFault as fault:
            problems.error(fault.code, at, **{"column": name, "table": table, **fault.holes})
            continue
        if not isinstance(value, key.kind) or (key.kind is int and isinstance(value, bool)):
            problems.error("wrong_kind", at, key=name, kind=KINDS[key.kind], value=str(value))
        elif isinstance(value, int) and key.low is not None and value < key.low:
            problems.error("too_low", at, value=value, low=key.low, column=name, table=table)
        elif isinstance(value, int) and key.high is not None and value > key.high:
            problems.error("too_high", at, value=value, high=key.high, column=name, table=table)
        elif key.choices and value not in key.choices:
            problems.error("not_a_choice", at, value=str(value), choices=key.choices, column=name, table=table)
        else:
            found[name] = value
    if not file.broken:
        for key in keys:
            if key.required and key.name not in values:
                problems.error("missing_key", where(table, ""), key=key.name)
    return found


def _unknown(name: str, known: tuple[str, ...], headings: tuple[str, ...], at: Place, problems: Problems) -> None:
    """Tell of a key that does not belong here: where it does, or what it may be meant for."""
    if headings:
        problems.error("key_elsewhere", at, key=name, headings=tuple(f"[{heading}]" for heading in headings))
        return
    suggestion = nearest(name, known)
    code = "unknown_key_like" if suggestion else "unknown_key"
    problems.error(code, at, key=name, suggestion=suggestion, known=known)
