"""No rule exists without its texts, its sentence's subjects and its place in the docs."""

import ast
import string
from fnmatch import filter as filter_names
from pathlib import Path

import pytest

from localisation.domain.norms import Norms
from localisation.reading.tables import INVENTORY_TABLES
from localisation.rules import MEASURES, RELOCATION_MEASURES, RELOCATION_REQUIREMENTS, REQUIREMENTS, RULES
from localisation.rules.base import Measure, Requirement
from localisation.rules.describe import describe
from localisation.texts import LANGUAGES, catalogue

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RULE_FILES = sorted(
    p.stem
    for stage in ("placement", "relocation")
    for p in (ROOT / "localisation/rules" / stage).glob("[!_]*.py")
    if p.stem != "base"
)


def test_one_file_is_one_rule_and_every_file_is_registered() -> None:
    assert sorted(RULES) == RULE_FILES
    assert all(rule.__module__.endswith(f".{name}") for name, rule in RULES.items())
    assert len(RULES) == sum(map(len, (REQUIREMENTS, MEASURES, RELOCATION_REQUIREMENTS, RELOCATION_MEASURES)))


def test_only_premises_and_units_state_what_cannot_be_wished_away() -> None:
    physics = {name for name, rule in RULES.items() if rule.states_physics}
    assert physics == {
        *("space_capacity", "facilities", "availability", "sites_per_unit"),
        *("room_every_day", "premises_available"),
    }


def test_no_one_outside_the_rules_knows_a_rule_by_its_name() -> None:
    """What is special about a rule stands in its own file; a new rule needs no change elsewhere."""
    names = set(RULES) - {"facilities", "availability"}  # also columns
    for part in ("reading", "solving"):
        for path in (ROOT / "localisation" / part).rglob("*.py"):
            nodes = ast.walk(ast.parse(path.read_text("utf-8")))
            words = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
            assert not words & names, path


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_itself_what_data_it_rests_on(name: str) -> None:
    """In its own file, in columns and norms there are; with travel, for what cannot be seen in a table."""
    read = vars(RULES[name])["rests_on"]
    norms = {f"norms.{key}" for key in Norms.model_fields}
    known = norms | {f"{t.key}.{column.key}" for t in INVENTORY_TABLES for column in t.columns if t.key != "norms"}
    assert read
    assert len(set(read)) == len(read)
    assert [pattern for pattern in read if not filter_names(known, pattern)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RULES)
def test_rule_has_every_text_and_no_text_too_many(name: str, language: str) -> None:
    rule = RULES[name]
    wanted = {"title", "explanation", "why", *(f"parameters.{p}" for p in rule.model_fields)}
    if issubclass(rule, Requirement):
        wanted.add("breach")
    if rule.in_short:
        wanted.add("explanation_short")
    prefix = f"rules.{name}."
    found = {key.removeprefix(prefix) for key in catalogue(language) if key.startswith(prefix)}
    assert {key for key in found if not key.startswith("values.")} == wanted


@pytest.mark.parametrize("name", RULES)
def test_both_languages_have_the_same_texts_with_the_same_holes(name: str) -> None:
    holes = [
        {key: _holes(text) for key, text in catalogue(language).items() if key.startswith(f"rules.{name}.")}
        for language in LANGUAGES
    ]
    assert holes[0] == holes[1]


@pytest.mark.parametrize("name", RULES)
def test_every_parameter_shows_in_the_explanation(name: str) -> None:
    shown = _holes(catalogue("nb")[f"rules.{name}.explanation"])
    if "where" in shown:
        shown |= {"buildings", "centres", "districts"}
    if "per" in shown:
        shown.add("places")
    assert set(RULES[name].model_fields) <= shown
    assert ("units" in shown) == RULES[name].concerns_units


@pytest.mark.parametrize("rule", [*MEASURES, *RELOCATION_MEASURES])
def test_the_unit_of_a_measure_has_a_name(rule: type[Measure]) -> None:
    assert all(f"units.{rule.unit}" in catalogue(language) for language in LANGUAGES)


def test_the_list_of_rules_is_fresh() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == describe(), "run: python -m localisation.rules.describe"


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
