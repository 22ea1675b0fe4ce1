"""Writes docs/rules.md, the list of all rules: `python -m localisation.rules.describe [FILE]`."""

import inspect
import sys
from collections.abc import Sequence
from pathlib import Path

from localisation.rules import MEASURES, RELOCATION_MEASURES, RELOCATION_REQUIREMENTS, REQUIREMENTS, RULES
from localisation.rules.base import Measure, Requirement, Rule
from localisation.texts import Texts, catalogue

_HEAD = """# All rules

Written by `python -m localisation.rules.describe`; a test holds it fresh. Do not edit it by hand.

A rule is named in the column `rule` of a criteria list. A **requirement** holds or is breached, once for each subject
it speaks of; as a must it binds the proposal or plan, as a weight every breach costs points. A **measure** gives an
amount, of which less is better; as a weight it earns points between `worst` and `best`, and as a must it is at most
`at_most`. To weigh a measure and bound it too, write two rows. Rules on **who sits where** speak of a proposal, rules
on **who moves when** of the plan that carries it out; a criteria list may hold both.

"Whom it is about" are the units the criterion selects; empty is all of them. Travel times are those of the place's
road network and timetable, or its sketches; by which modes, see [accessibility](accessibility.md). In sums of
travel, a pair that cannot be travelled counts as the longest that can, and 60 minutes (or 60 km) more; under a time
limit it is never within reach.
"""

_GROUPS: tuple[tuple[str, Sequence[type[Rule]]], ...] = (
    ("Who sits where: requirements", REQUIREMENTS),
    ("Who sits where: measures", MEASURES),
    ("Who moves when: requirements", RELOCATION_REQUIREMENTS),
    ("Who moves when: measures", RELOCATION_MEASURES),
)


def describe() -> str:
    """The whole of docs/rules.md."""
    nb, en = Texts("nb"), Texts("en")
    parts = [_HEAD, *_contents(en)]
    for heading, rules in _GROUPS:
        parts.append(f"## {heading}\n")
        parts += [_rule(rule, nb, en) for rule in rules]
    return "\n".join(parts)


def _contents(en: Texts) -> list[str]:
    rows = [
        f"| [`{rule.name}`](#{rule.name}) | {en(f'rules.{rule.name}.title')} | {_kind(rule, en)} |"
        for rule in RULES.values()
    ]
    return ["| rule | what it says | kind |\n|---|---|---|", *rows, ""]


def _kind(rule: type[Rule], en: Texts) -> str:
    return f"measure, {en(f'units.{rule.unit}')}" if issubclass(rule, Measure) else "requirement"


def _rule(rule: type[Rule], nb: Texts, en: Texts) -> str:
    doc = inspect.cleandoc(rule.__doc__ or "")
    lines = [f"### {rule.name}", "", f"**{_raw(en, rule, 'title')}** · {_raw(nb, rule, 'title')}", "", doc, ""]
    lines += [f"- Why: {_raw(en, rule, 'why')}"]
    if issubclass(rule, Requirement):
        lines.append(f"- Speaks of: {', '.join(rule.speaks_of)}")
    elif issubclass(rule, Measure):
        raw = f" ({rule.raw_per_unit} raw amounts make one)" if rule.raw_per_unit != 1 else ""
        lines.append(f"- Shown in: {en(f'units.{rule.unit}')} / {nb(f'units.{rule.unit}')}{raw}; less is better")
    if not rule.concerns_units:
        lines.append("- Speaks of the whole place, whatever units the criterion selects")
    lines += [f"- In a report: *{_raw(en, rule, 'explanation')}* / *{_raw(nb, rule, 'explanation')}*"]
    if issubclass(rule, Requirement):
        lines.append(f"- When breached: *{_raw(en, rule, 'breach')}* / *{_raw(nb, rule, 'breach')}*")
    return "\n".join([*lines, *_parameters(rule, nb, en), ""])


def _parameters(rule: type[Rule], nb: Texts, en: Texts) -> list[str]:
    properties = rule.model_json_schema().get("properties", {})
    if not properties:
        return ["- Parameters: none"]
    required = rule.model_json_schema().get("required", [])
    rows = ["", "| parameter | type | default | meaning | betydning |", "|---|---|---|---|---|"]
    for key, schema in properties.items():
        default = "must be given" if key in required else _default(schema.get("default"))
        label = f"rules.{rule.name}.parameters.{key}"
        rows.append(f"| `{key}` | {_type(schema)} | {default} | {en(label)} | {nb(label)} |")
    return rows


def _type(schema: dict[str, object]) -> str:
    if schema.get("format") == "date" or "anyOf" in schema:  # a day, or nothing
        return "day"
    if choices := schema.get("enum"):
        assert isinstance(choices, list)
        return " or ".join(f'"{choice}"' for choice in choices)
    words = {"array": "list", "integer": "whole number", "boolean": "yes or no", "string": "text"}
    name = words[str(schema["type"])]
    bounds = [f"{word} {schema[key]}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in schema]
    return " ".join([name, *bounds])


def _default(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(str(v) for v in value) if isinstance(value, (list, tuple)) and value else str(value or "empty")


def _raw(texts: Texts, rule: type[Rule], key: str) -> str:
    """A text with its holes left open."""
    return catalogue(texts.language)[f"rules.{rule.name}.{key}"]


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules.md").write_text(describe(), "utf-8")
