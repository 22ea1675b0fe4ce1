"""The data of a chart as text with commas: a fifth of the size it has with every name repeated in every row."""

import csv
import io
from typing import Any

from localisation.pictures.layers import Spec


def compact(spec: Spec) -> Spec:
    """The same chart with each list of rows as CSV; decimals beyond the second (10 m on a map) are dropped."""
    return {key: _value(key, value) for key, value in spec.items()}


def _value(key: str, value: Any) -> Any:
    if key == "data" and isinstance(value, dict) and isinstance(value.get("values"), list):
        return _table(value["values"])
    if isinstance(value, dict):
        return compact(value)
    if isinstance(value, list):
        return [compact(part) if isinstance(part, dict) else part for part in value]
    return value


def _table(rows: list[dict[str, Any]]) -> dict[str, Any]:
    names = list(rows[0]) if rows else []
    if not names or any(list(row) != names for row in rows):
        return {"values": rows}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([round(v, 2) if isinstance(v, float) else v for v in row.values()] for row in rows)
    numbers = {name: "number" for name, value in rows[0].items() if isinstance(value, (int, float))}
    return {"values": text.getvalue(), "format": {"type": "csv", "parse": numbers}}
