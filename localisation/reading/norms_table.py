"""The cost and travel norms of a place, from records."""

from typing import Any

from pydantic import ValidationError

from localisation.domain.norms import Norms
from localisation.reading.folder import Tables
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.records import Record


def norms(tables: Tables, problems: Problems) -> Norms | None:
    """The norms; None when one is missing or out of bounds. Rows the engine does not use are noted."""
    rows: dict[str, Record] = {}
    for row in tables.whole("norms"):
        key = row.text("key")
        if key in Norms.model_fields:
            rows[key] = row
            continue
        suggestion = nearest(key, Norms.model_fields)
        if suggestion:
            problems.error("norm_unknown_like", row.at("key"), key=key, suggestion=suggestion)
        else:
            problems.note("norm_unused", row.at("key"), key=key)
    values: dict[str, Any] = {}
    for key, row in rows.items():
        value = row.decimal("value") or 0.0
        if value.is_integer():
            values[key] = int(value)
        else:
            problems.error("not_whole", row.at("value"), value=row.text("value"), column="value", table="norms")
    present = {r.text("key") for r in tables.of("norms")}
    missing = [k for k, f in Norms.model_fields.items() if f.is_required() and k not in present]
    if missing and tables.of("norms"):
        some = tables.of("norms")[0]
        problems.error("norm_missing", Place(file=some.file, sheet=some.sheet), keys=tuple(missing))
    try:
        return Norms(**values)
    except ValidationError as fault:
        for error in fault.errors():
            key = str(error["loc"][0])
            if key in values:
                problems.error("norm_out_of_bounds", rows[key].at("value"), key=key, value=values[key])
        return None
