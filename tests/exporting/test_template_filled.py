"""A filled-in template is a place like any other: the commands take it as it is."""

from collections import Counter
from pathlib import Path

import pytest

from localisation.texts import LANGUAGES
from tests.cli.conftest import program
from tests.cli.program import Program
from tests.exporting.filled_template import fill_in

__all__ = ["program"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unfilled_template_is_told_what_lacks_and_where(program: Program, language: str):
    assert program("template", "mal", "--lang", language).code == 0
    found = program("check", "mal/scenario.toml", "--json", "--lang", language)
    assert found.code == 3
    lacking = [(Path(f["file"]).name, f["code"]) for f in found.json["findings"]]
    # Six required sheets of the inventory have no rows yet (the norms are filled in), two of units, one of criteria.
    expected = {"inventory.xlsx": 6, "units.xlsx": 2, "criteria.xlsx": 1}
    assert Counter(name for name, _ in lacking) == expected
    assert {code for _, code in lacking} == {"no_rows"}
    assert "Traceback" not in program("check", "mal/scenario.toml", "--lang", language).err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_in_template_is_checked_and_solved(program: Program, language: str):
    assert program("template", "mal", "--lang", language).code == 0
    fill_in(program.folder / "mal", language)
    checked = program("check", "mal/scenario.toml", "--json")
    assert checked.code == 0, checked.out
    assert checked.json["magnitudes"]["staff"] == 45
    assert not any(f["code"].startswith("unknown_") for f in checked.json["findings"])
    run = program("propose", "mal/scenario.toml", "--out", "ut", "--workers", "1", "--lang", language)
    assert run.code == 0, run.err
    written = {path.name for path in (program.folder / "ut").iterdir()}
    assert {"report.html", "proposal.xlsx", "proposal.json", "proposal.gpkg", "map.svg"} <= written


def test_the_command_refuses_to_write_over_what_is_filled_in(program: Program):
    assert program("template", "mal").code == 0
    fill_in(program.folder / "mal", "nb")
    before = (program.folder / "mal" / "units.xlsx").read_bytes()
    run = program("template", "mal")
    assert run.code == 2
    assert "units.xlsx" in run.err
    assert "trygt" in run.err
    as_json = program("template", "mal", "--json", "--lang", "en")
    assert as_json.code == 2
    assert as_json.json["status"] == "usage"
    assert (program.folder / "mal" / "units.xlsx").read_bytes() == before


def test_a_file_is_no_folder_to_write_to(program: Program):
    (program.folder / "fil").write_text("x")
    run = program("template", "fil")
    assert run.code == 2
    assert "ikke en mappe" in run.err
