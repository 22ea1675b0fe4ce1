"""A local centre named where a building is wanted is told to be one, with the buildings that may be named."""

import pytest

from tests.cli.program import Program
from tests.reading import tiny

ASKED = [
    ("whynot", "scenario.toml", "U1 = {name}"),
    ("whynot", "scenario.toml", "U1 != {name}"),
    ("whatif", "scenario.toml", "--lock", "U1 = {name}"),
    ("whatif", "scenario.toml", "--forbid", "U1 = {name}"),
]


@pytest.mark.parametrize(("language", "said"), [("nb", "«Nordby» er et senter"), ("en", "“Nordby” is a centre")])
@pytest.mark.parametrize("name", ["Nordby", "nordby", "NOR"])
@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[-1])
def test_a_centre_is_told_with_its_buildings(
    program: Program, asked: tuple[str, ...], name: str, language: str, said: str
):
    run = program(*asked[:-1], asked[-1].format(name=name), "--lang", language)
    assert run.code == 2
    assert said in run.err
    assert "Rådhuset (B1); Kontorbygget (B2)" in run.err
    assert "Sørgården" not in run.err


def test_a_centre_without_buildings_is_told_so(program: Program):
    rows = tiny.tables()
    rows["centres"].append(rows["centres"][0] | {"id": "OST", "name": "Østvik"})
    program.write(rows)
    run = program("whynot", "scenario.toml", "U1 = Østvik", "--lang", "en")
    assert run.code == 2
    assert "“Østvik” is a centre without buildings." in run.err


def test_a_building_that_has_the_centre_in_its_name_is_meant(program: Program):
    rows = tiny.tables()
    rows["buildings"][1]["name"] = "Nordby kontorbygg"
    program.write(rows)
    assert "Nordby kontorbygg" in program("whynot", "scenario.toml", "U1 = Nordby").out
