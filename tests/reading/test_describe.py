"""docs/data.md says what the reading reads, and its examples can be read."""

import re
import tomllib
from pathlib import Path

import pytest

from localisation.domain.norms import Norms
from localisation.reading.criteria import criteria_of
from localisation.reading.criterion_rows import toml_rows
from localisation.reading.describe import describe
from localisation.reading.described import CRITERION_EXAMPLE, SCENARIO_EXAMPLE, SCENARIO_TEXT
from localisation.reading.place_keys import CALENDAR_KEYS, PLACE_KEYS, POPULATION_KEYS, TRAVEL_KEYS
from localisation.reading.problems import Problems
from localisation.reading.scenario_files import read_scenario_files
from localisation.reading.scenario_settings import SCENARIO_KEYS, TABLES, settings
from localisation.reading.toml_file import TomlFile
from localisation.texts import LANGUAGES, catalogue

DOCS = Path(__file__).parents[2] / "docs"


def test_the_list_of_formats_is_fresh():
    assert (DOCS / "data.md").read_text("utf-8") == describe(), "run: python -m localisation.reading.describe"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_norm_and_key_is_explained_and_nothing_else(language: str):
    groups = SCENARIO_KEYS | {"place": PLACE_KEYS, "calendar": CALENDAR_KEYS, "travel_files": TRAVEL_KEYS}
    groups |= {"population": POPULATION_KEYS}
    wanted = {f"tables.setting.{table}.{key.name}" for table, keys in groups.items() for key in keys}
    wanted |= {f"tables.norm.{name}" for name in Norms.model_fields}
    assert {k for k in catalogue(language) if k.startswith(("tables.setting.", "tables.norm."))} == wanted


def test_every_table_of_a_scenario_is_in_the_text():
    assert all(re.search(rf"\[{table}[\].]", describe()) for table in TABLES)
    assert "[[locks]]" in SCENARIO_TEXT


def test_every_link_within_the_page_leads_somewhere():
    text = describe()
    headings = {line.lstrip("# ") for line in text.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= headings


def _code(text: str) -> str:
    return text.split("```toml\n")[1].split("```", maxsplit=1)[0]


def test_the_example_of_a_criteria_list_can_be_read():
    problems = Problems()
    text = _code(CRITERION_EXAMPLE)
    rows = toml_rows(
        TomlFile(file="x", values=tomllib.loads(text), lines=tuple(text.splitlines())), "criterion", problems
    )
    assert [c.id for c in criteria_of(rows, None, problems)] == ["K7", "K8"]
    assert (problems.errors, problems.remarks) == ([], ())


def test_the_example_of_a_scenario_can_be_read(tmp_path: Path):
    problems = Problems()
    (tmp_path / "s.toml").write_text(_code(SCENARIO_EXAMPLE), "utf-8")
    found = settings(read_scenario_files(tmp_path / "s.toml", "s.toml", problems), problems)
    assert found["solve"].time_limit_s == 120
    assert (problems.errors, problems.remarks) == ([], ())
