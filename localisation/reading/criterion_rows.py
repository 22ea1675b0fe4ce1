"""Reads the rows of criteria lists, from TOML or a table, as drafts a scenario may still change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from localisation.domain.provenance import InputFile
from localisation.reading.cells import CellFault, value_of
from localisation.reading.formats import FORMATS, read_sheets
from localisation.reading.labels import table_of
from localisation.reading.parameters import parsed
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.records import Record, records
from localisation.reading.sheet import Cell, RawSheet
from localisation.reading.tables import CRITERIA
from localisation.reading.toml_file import TomlFile, read_toml


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One row of a criteria list with its parameters, before the rule has seen them."""

    record: Record
    parameters: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id of the criterion."""
        return self.record.text("id")


def read_criterion_rows(path: Path, shown: str, problems: Problems) -> tuple[list[Draft], list[InputFile]]:
    """The rows of one criteria list, in TOML or as a table, and the file they stand in."""
    if path.suffix.lower() == ".toml":
        file = read_toml(path, shown, problems)
        return toml_rows(file, "criterion", problems), [file.input] if file.input else []
    if not path.is_file():
        problems.error("no_file", Place(file=shown))
        return [], []
    if path.suffix.lower() not in FORMATS:
        problems.error("unread_format", Place(file=shown), ending=path.suffix, known=(".toml", *FORMATS))
        return [], []
    before = len(problems.errors)
    sheets, own = read_sheets(path, shown, problems)
    # A file of one table is the list, whatever it is called.
    wanted = [s for s in sheets if not s.sheet or table_of(s.name) == "criteria"]
    if not wanted and len(problems.errors) == before:
        problems.error("missing_table", Place(file=shown), table="criteria", key="criteria")
    return [draft for s in wanted for draft in _sheet_rows(s, problems)], own


def _sheet_rows(sheet: RawSheet, problems: Problems) -> list[Draft]:
    drafts = []
    for row in records(sheet, CRITERIA, problems):
        parameters = parsed(row.text("parameters"), row.at("parameters"), problems)
        drafts.append(
            Draft(record=replace(row, whole=row.whole and parameters is not None), parameters=parameters or {})
        )
    return drafts


def toml_rows(file: TomlFile, table: str, problems: Problems) -> list[Draft]:
    """The rows of [[table]] in a TOML file: the same columns as in Excel, lists and parameters as TOML has them."""
    if table == "criterion":
        for key in file.values:
            if key != table:
                problems.error("unknown_key", file.at(key, ""), key=key, known=(f"[[{table}]]",))
    found = file.values.get(table, [])
    if not isinstance(found, list) or not all(isinstance(row, Mapping) for row in found):
        problems.error("toml_not_rows", file.at(table), key=table)
        return []
    if not found and table == "criterion" and not file.broken:
        problems.error("no_rows", Place(file=file.file), table="criteria")
    return [_toml_row(file, table, nth, row, problems) for nth, row in enumerate(found)]


def _toml_row(file: TomlFile, table: str, nth: int, row: Mapping[str, Any], problems: Problems) -> Draft:
    parameters = row.get("parameters", {})
    cells = {key: value for key, value in row.items() if key != "parameters"}
    at = {key: file.at(table, key, nth) for key in row}
    whole, values = read_values(cells, at, problems)
    if not isinstance(parameters, Mapping):
        parsed_text = parsed(parameters, at["parameters"], problems) if isinstance(parameters, str) else None
        if not isinstance(parameters, str):
            problems.error("parameters_form", at["parameters"], part=str(parameters))
        whole, parameters = whole and parsed_text is not None, parsed_text or {}
    here = file.at(table, "", nth)
    for column in CRITERIA.columns:
        if column.required and column.key not in row:
            problems.error("missing_key", here, key=column.key)
            whole = False
    record = Record(
        table=CRITERIA,
        file=file.file,
        sheet="",
        row=here.row or 0,
        values=values,
        lines={key: place.row for key, place in at.items() if place.row is not None},
        whole=whole,
    )
    return Draft(record=record, parameters=parameters)


def read_values(cells: Mapping[str, Any], at: Mapping[str, Place], problems: Problems) -> tuple[bool, dict[str, Any]]:
    """The values of TOML keys that are columns of a criteria list, and whether all of them could be read."""
    known = {c.key: c for c in CRITERIA.columns}
    values: dict[str, Any] = {}
    whole = True
    for key, raw in cells.items():
        if key not in known:
            suggestion = nearest(key, known)
            code = "unknown_key_like" if suggestion else "unknown_key"
            problems.error(code, at[key], key=key, suggestion=suggestion, known=tuple(known))
            whole = False
            continue
        cell: Cell = "; ".join(str(v) for v in raw) if isinstance(raw, list) else raw
        try:
            value = value_of(cell, known[key])
        except CellFault as fault:
            _tell(fault, key, at[key], problems)
            whole = False
            continue
        if value is not None and value != ():
            values[key] = value
        elif known[key].required:
            problems.error("empty_cell", at[key], column=key, table="criteria")
            whole = False
    return whole, values


def _tell(fault: CellFault, key: str, at: Place, problems: Problems) -> None:
    """The fault; what is no number has another remedy in TOML, which has no columns and its own way with numbers."""
    if fault.code == "not_number":
        problems.error("toml_not_number", at, column=key, table="criteria", value=fault.holes["value"])
    else:
        problems.error(fault.code, at, **{"column": key, "table": "criteria", **fault.holes})
