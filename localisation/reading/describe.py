"""Writes docs/data.md, the formats of all input: `python -m localisation.reading.describe [FILE]`."""

import sys
from pathlib import Path

from localisation.domain.norms import Norms
from localisation.reading.choices import CHOICES
from localisation.reading.described import CRITERION_EXAMPLE, HEAD, SCENARIO_EXAMPLE, SCENARIO_TEXT, SHEET_EXAMPLE
from localisation.reading.labels import choice_label, column_help, column_label, table_label
from localisation.reading.place_keys import CALENDAR_KEYS, PLACE_KEYS, POPULATION_KEYS, TRAVEL_KEYS
from localisation.reading.scenario_settings import SCENARIO_KEYS
from localisation.reading.schema import NUMBERS, Column, Table
from localisation.reading.tables import CRITERIA, INVENTORY_TABLES, TABLES
from localisation.reading.toml_table import KINDS, Key
from localisation.texts import Texts

_EN = Texts("en")


def describe() -> str:
    """The whole of docs/data.md."""
    return "\n".join(
        [
            HEAD,
            *_contents(),
            "## place.toml\n\nWhat the place is, `[place]`:\n",
            *_keys(PLACE_KEYS, "place"),
            "\nWhich days are worked, `[calendar]` (optional; without it Monday to Friday, no public holidays):\n",
            *_keys(CALENDAR_KEYS, "calendar"),
            "\nRoads and timetable, `[travel]` (optional; without it the sketches among the tables):\n",
            *_keys(TRAVEL_KEYS, "travel_files"),
            "\nWhere people live, `[population]` (optional; instead of the people in the table zones, with its areas\n"
            "and districts; see [population tables](population.md)):\n",
            *_keys(POPULATION_KEYS, "population"),
            "",
            "## Tables of the inventory\n",
            *(_table(table) for table in INVENTORY_TABLES),
            "## Criteria list\n",
            _table(CRITERIA),
            CRITERION_EXAMPLE,
            SHEET_EXAMPLE,
            "## Scenario\n",
            "One table, `[scenario]`:\n",
            *_keys(SCENARIO_KEYS["scenario"], "scenario"),
            "\nThe goal, `[goal]`:\n",
            *_keys(SCENARIO_KEYS["goal"], "goal"),
            "\nHow to solve, `[solve]`:\n",
            *_keys(SCENARIO_KEYS["solve"], "solve"),
            "\nWho moves when, `[plan]`, with a goal of its own, `[plan.goal]`, of the same keys as `[goal]`:\n",
            *_keys(SCENARIO_KEYS["plan"], "plan"),
            "\nHow people travel, `[travel]`; the shares of a mode mix add up to 100:\n",
            *_keys(SCENARIO_KEYS["travel"], "travel"),
            SCENARIO_TEXT,
            SCENARIO_EXAMPLE,
        ]
    )


def _contents() -> list[str]:
    rows = [
        f"| [`{t.key}`](#{t.key}) | {table_label(t.key, 'nb')} | {table_label(t.key, 'en')} "
        f"| {_needed(t)} | {_EN(f'tables.{t.key}.about')} |"
        for t in TABLES.values()
    ]
    head = "| table | Norwegian sheet | English sheet | must be there | what it holds |"
    return [head, "|---|---|---|---|---|", *rows, ""]


def _needed(table: Table) -> str:
    if table.unless:
        section, _, key = table.unless.partition(".")
        return f"yes, unless `[{section}]` has `{key}`"
    return "yes" if table.required else ""


def _table(table: Table) -> str:
    lines = [f"### {table.key}", "", f"{_EN(f'tables.{table.key}.about')}", ""]
    lines.append(f"No two rows may share `{'` and `'.join(table.identity)}`.")
    for sets in table.one_of:
        lines.append(
            "One of " + " or ".join("`" + "` with `".join(keys) + "`" for keys in sets) + " must be filled in."
        )
    lines += ["", "| column | Norwegian heading | holds | must | meaning |", "|---|---|---|---|---|"]
    lines += [_column(table, column) for column in table.columns]
    if table.key == "norms":
        lines += ["", "The keys of norms:", "", "| key | lowest | highest | must | meaning |", "|---|---|---|---|---|"]
        lines += [_norm(name) for name in Norms.model_fields]
    return "\n".join([*lines, ""])


def _column(table: Table, column: Column) -> str:
    must = "yes" if column.required else ""
    heading, meaning = column_label(table.key, column.key, "nb"), column_help(table.key, column.key, "en")
    return f"| `{column.key}` | {heading} | {_holds(column)} | {must} | {meaning} |"


def _holds(column: Column) -> str:
    parts = [_EN(f"tables.type.{column.type}")]
    if column.unit not in ("", "count", "money"):
        parts[0] += f" ({_unit(column.unit)})"
    if column.choices:
        parts = [" · ".join(f"`{v}` ({choice_label(column.choices, v, 'nb')})" for v in CHOICES[column.choices])]
    if column.refers:
        parts = [f"id from {' or '.join(f'[`{t}`](#{t})' for t in column.refers)}"]
    if column.type in NUMBERS:
        parts += [f"from {column.low:g}"] if column.low is not None else []
        parts += [f"to {column.high:g}"] if column.high is not None else []
        if column.usual:
            parts.append(f"usually {_number(column.usual[0])}–{_number(column.usual[1])}")
    return ", ".join(parts)


def _unit(unit: str) -> str:
    key = f"tables.counted.{unit}"
    return _EN(key) if _EN.has(key) else unit


def _number(number: float) -> str:
    return _EN.number(number, 0 if float(number).is_integer() else 2)


def _norm(name: str) -> str:
    schema = Norms.model_json_schema()["properties"][name]
    must = "yes" if Norms.model_fields[name].is_required() else ""
    bounds = " | ".join(str(schema.get(key, "")) for key in ("minimum", "maximum"))
    return f"| `{name}` | {bounds} | {must} | {_EN(f'tables.norm.{name}')} |"


def _keys(keys: tuple[Key, ...], table: str) -> list[str]:
    rows = []
    for key in keys:
        meaning = _EN(f"tables.setting.{table}.{key.name}")
        rows.append(f"| `{key.name}` | {_kind(key)} | {'yes' if key.required else ''} | {meaning} |")
    return ["| key | holds | must | meaning |", "|---|---|---|---|", *rows]


def _kind(key: Key) -> str:
    bounds = [f"{word} {value}" for word, value in (("from", key.low), ("to", key.high)) if value is not None]
    return ", ".join([_EN(f"tables.type.{KINDS[key.kind]}"), *bounds])


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "docs/data.md").write_text(describe(), "utf-8")
