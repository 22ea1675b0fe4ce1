"""Reads a scenario and those it extends, and merges them: the child wins, key by key."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from localisation.reading.problems import Place, Problems
from localisation.reading.toml_file import TomlFile, read_toml
from localisation.reading.toml_table import nested

_PATHS = ("place", "criteria", "compare_with")


@dataclass(frozen=True, kw_only=True)
class ScenarioFiles:
    """The merged scenario, and the files it was made of, the one asked for first."""

    merged: TomlFile
    parts: tuple[TomlFile, ...]

    def at(self, table: str, key: str = "") -> Place:
        """Where a key stands: in the nearest file that has it, else its table in the nearest file that has that."""
        for part in self.parts:
            found = nested(part.values, table)
            if isinstance(found, Mapping) and (key in found or (not key and _stands(part, table))):
                return part.at(table, key)
        for part in self.parts:
            if key and _stands(part, table):
                return replace(part.at(table), column=key)
        return Place(file=self.parts[0].file, column=key or table)


def _stands(part: TomlFile, table: str) -> bool:
    parent, _, name = table.rpartition(".")
    return name in nested(part.values, parent)


def read_scenario_files(path: Path, shown: str, problems: Problems) -> ScenarioFiles:
    """The scenario with what it extends; a circle or a missing file is told."""
    parts: list[TomlFile] = []
    seen: list[Path] = []
    while True:
        if path.resolve() in seen:
            problems.error("extends_circle", parts[-1].at("scenario", "extends"), file=shown)
            break
        seen.append(path.resolve())
        file = read_toml(path, shown, problems)
        parts.append(replace(file, values=_with_paths(file.values, shown)))
        settings = file.values.get("scenario", {})
        parent = settings.get("extends") if isinstance(settings, Mapping) else None
        if parent is None:
            break
        if not isinstance(parent, str):
            problems.error("wrong_kind", file.at("scenario", "extends"), key="extends", kind="text", value=str(parent))
            break
        path, shown = path.parent / parent, join(shown, parent)
    merged: dict[str, Any] = {}
    for part in reversed(parts):
        merged = _merge(merged, part.values)
    whole = replace(parts[0], values=merged, broken=any(part.broken for part in parts))
    return ScenarioFiles(merged=whole, parts=tuple(parts))


def join(shown: str, written: str) -> str:
    """A path written in a file, as seen from where that file was seen."""
    return os.path.normpath(os.path.join(os.path.dirname(shown), written)).replace(os.sep, "/")


def _with_paths(values: Mapping[str, Any], shown: str) -> Mapping[str, Any]:
    settings = values.get("scenario")
    if not isinstance(settings, Mapping):
        return values
    moved = dict(settings)
    for key in _PATHS:
        value = settings.get(key)
        if isinstance(value, str):
            moved[key] = join(shown, value)
        elif isinstance(value, list):
            moved[key] = [join(shown, v) if isinstance(v, str) else v for v in value]
    return {**values, "scenario": moved}


def _merge(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """Tables merge key by key. Lists ([[locks]], [[add]]) are applied file by file elsewhere."""
    merged = dict(parent)
    for key, value in child.items():
        old = parent.get(key)
        if key == "scenario" and isinstance(value, Mapping) and isinstance(old, Mapping):
            merged[key] = _settings(old, value)
        elif isinstance(value, Mapping) and isinstance(old, Mapping):
            merged[key] = _merge(old, value)
        else:
            merged[key] = value
    return merged


def _settings(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """What describes the parent does not describe the child."""
    own = ("id", "name", "name_en", "description", "description_en", "reference", "drop", "extends")
    return {k: v for k, v in parent.items() if k not in own} | dict(child)
