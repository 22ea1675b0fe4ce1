"""What a scenario changes in the criteria list: rows added, changed, weighed anew or dropped."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from localisation.reading.criterion_rows import Draft, read_values, toml_rows
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.scenario_files import ScenarioFiles
from localisation.reading.toml_file import TomlFile

_CHANGEABLE = ("strength", "weight", "best", "worst", "at_most", "parameters", "units", "name", "name_en", "reason")


def changed_rows(rows: list[Draft], files: ScenarioFiles, problems: Problems) -> list[Draft]:
    """The rows after every file has had its say, the one extended first."""
    found: dict[str, Draft] = {}
    for draft in rows:
        _add(found, draft, problems)
    for part in reversed(files.parts):
        for draft in toml_rows(part, "add", problems):
            _add(found, draft, problems)
        for key, values in _table(part, "change", problems).items():
            if old := _known(found, key, part.at(f"change.{key}"), problems):
                found[key] = _changed(old, key, values, part, problems)
        for key, weight in _table(part, "weights", problems).items():
            at = part.at("weights", key)
            if old := _known(found, key, at, problems):
                found[key] = _weighed(old, weight, at, problems)
        settings = part.values.get("scenario", {})
        dropped = settings.get("drop", []) if isinstance(settings, Mapping) else []
        for key in dropped if isinstance(dropped, list) else []:
            if _known(found, str(key), part.at("scenario", "drop"), problems):
                del found[str(key)]
    return list(found.values())


def _add(found: dict[str, Draft], draft: Draft, problems: Problems) -> None:
    if draft.id in found:
        other = found[draft.id].record
        first = f"{other.file}:{other.row}"
        problems.error("double_criterion", draft.record.at("id"), id=draft.id, first=first)
    elif draft.id:
        found[draft.id] = draft


def _table(part: TomlFile, name: str, problems: Problems) -> Mapping[str, Any]:
    values = part.values.get(name, {})
    if isinstance(values, Mapping):
        return values
    problems.error("toml_not_table", part.at(name), key=name)
    return {}


def _known(found: dict[str, Draft], key: str, at: Place, problems: Problems) -> Draft | None:
    if key not in found:
        suggestion = nearest(key, found)
        code = "unknown_criterion_like" if suggestion else "unknown_criterion"
        problems.error(code, at, id=key, suggestion=suggestion)
    return found.get(key)


def _changed(draft: Draft, key: str, values: Any, part: TomlFile, problems: Problems) -> Draft:
    table = f"change.{key}"
    if not isinstance(values, Mapping):
        problems.error("toml_not_table", part.at(table), key=table)
        return draft
    at = {name: part.at(table, name) for name in values}
    for name in values:
        if name not in _CHANGEABLE:
            suggestion = nearest(name, _CHANGEABLE)
            code = "unknown_key_like" if suggestion else "unknown_key"
            problems.error(code, at[name], key=name, suggestion=suggestion, known=_CHANGEABLE)
    cells = {name: v for name, v in values.items() if name in _CHANGEABLE and name != "parameters"}
    whole, new = read_values(cells, at, problems)
    if new.get("strength", "weight") != "weight" and "weight" not in new:
        new["weight"] = 0
    # Weight and bound belong to the strength they were written for.
    dropped = set(cells) | ({"at_most"} if new.get("strength", "must") != "must" else set())
    kept = {k: v for k, v in draft.record.values.items() if k not in dropped}
    record = replace(draft.record, values=kept | new, whole=draft.record.whole and whole)
    parameters = values.get("parameters", {})
    if not isinstance(parameters, Mapping):
        problems.error("toml_not_table", at["parameters"], key=f"{table}.parameters")
        parameters = {}
    return Draft(record=record, parameters={**draft.parameters, **parameters})


def _weighed(draft: Draft, weight: Any, at: Place, problems: Problems) -> Draft:
    """A weight makes a row for information count; 0 makes it for information. A must is not weighed in passing."""
    if not isinstance(weight, int) or isinstance(weight, bool) or not 0 <= weight <= 1000:
        problems.error("weight_out_of_bounds", at, criterion=draft.id, weight=str(weight))
        return draft
    if draft.record.text("strength") == "must":
        problems.error("weight_on_must", at, criterion=draft.id)
        return draft
    values = {**draft.record.values, "strength": "weight" if weight else "info", "weight": weight}
    return replace(draft, record=replace(draft.record, values=values))
