"""localisation check: what is wrong, where, and what to do."""

from tests.cli.program import Program
from tests.reading import tiny


def test_sound_data_gives_magnitudes_and_space_against_need(program: Program):
    run = program("check", "scenario.toml")
    assert run.code == 0
    assert "Plass mot behov" in run.out


def test_the_capacity_table_counts_needs_where_people_sit_today(program: Program):
    found = program("check", "scenario.toml", "--json").json
    places = {row["centre"]: row for row in found["capacity"] if row["kind"] == "workplace"}
    # U1 has 20 people at 80 to the hundred: 16 places. U2 and U3 have 15 + 10. In all 41 of 62.
    assert places[None]["need"] == 41
    assert places[None]["rebuilt"] == 62
    assert found["magnitudes"]["staff"] == 45


def test_every_fault_is_told_with_place_and_remedy_and_the_exit_code_is_3(program: Program):
    tables = tiny.tables()
    tables["units"][0]["staff"] = "tjue"
    tables["today"][1]["building"] = "B9"
    program.write(tables)
    run = program("check", "scenario.toml")
    assert run.code == 3
    assert "units.csv" in run.err
    assert "today.csv" in run.err
    assert run.err.count("→") >= 2
    found = program("check", "scenario.toml", "--json")
    assert found.code == 3
    assert {f["severity"] for f in found.json["findings"]} >= {"error"}
    assert all(f["remedy"] for f in found.json["findings"])


def test_it_speaks_english_when_asked(program: Program, monkeypatch):
    assert "Space against need" in program("check", "scenario.toml", "--lang", "en").out
    monkeypatch.setenv("LOCALISATION_LANG", "en")
    assert "Space against need" in program("check", "scenario.toml").out


def test_a_scenario_has_a_short_name_below_the_folder_of_scenarios(program: Program):
    folder = program.folder / "scenarios" / "vik"
    folder.mkdir(parents=True)
    text = (program.folder / "scenario.toml").read_text("utf-8")
    text = text.replace('"sted"', '"../../sted"').replace("kriterier.toml", "../../kriterier.toml")
    (folder / "prove.toml").write_text(text, "utf-8")
    assert program("check", "vik/prove").code == 0
    unknown = program("check", "vik/prøve")
    assert unknown.code == 2
    assert "vik/prove" in unknown.err


def test_every_criterion_says_what_it_rests_on_with_or_without_travel(program: Program):
    found = program("check", "scenario.toml", "--json").json
    rows = {row["criterion"]: row for row in found["criteria"]}
    assert len(rows) == found["magnitudes"]["musts"] + found["magnitudes"]["weighted"]
    printed = program("check", "scenario.toml").out
    assert all(key in printed for key in rows)
