"""localisation anonymise: a list goes in, counts come out, and nothing else."""

import csv
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.reading.anonymise.lists import employees


@pytest.fixture
def people(program: Program) -> Path:
    return employees(program.folder, {("drift", "1384"): 7, ("drift", "1385"): 3, ("drift", "1386"): 2})


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_it_writes_the_table_of_origins(program: Program, people: Path):
    run = program("anonymise", people.name, "--out", "origins.csv")
    assert run.code == 0, run.err
    assert "12 ansatte er telt i 2 grupper med minst 5 i hver" in run.out
    assert [(r["service_area"], r["area"], r["employees"]) for r in rows_of(program.folder / "origins.csv")] == [
        ("drift", "138*", "5"),
        ("drift", "1384", "7"),
    ]
    assert {r["confidence"] for r in rows_of(program.folder / "origins.csv")} == {"derived"}


def test_the_next_run_keeps_small_changes_back_and_says_so(program: Program, people: Path):
    program("anonymise", people.name, "--out", "origins.csv")
    first = (program.folder / "origins.csv").read_bytes()
    employees(program.folder, {("drift", "1384"): 6, ("drift", "1385"): 3, ("drift", "1386"): 2})
    run = program("anonymise", people.name, "--out", "ny.csv", "--previous", "origins.csv")
    assert run.code == 0, run.err
    assert (program.folder / "ny.csv").read_bytes() == first
    assert "1 grupper viser tallet fra sist" in run.out


def test_the_stricter_of_two_runs_holds_and_that_is_told(program: Program, people: Path):
    employees(program.folder, {("drift", "1384"): 20, ("drift", "1385"): 12})
    program("anonymise", people.name, "--out", "origins.csv", "--k", "8")
    assert {r["least_in_group"] for r in rows_of(program.folder / "origins.csv")} == {"8"}
    # Six have left: with k = 5 the new count would show, with 8 it must not.
    employees(program.folder, {("drift", "1384"): 14, ("drift", "1385"): 12})
    run = program("anonymise", people.name, "--out", "ny.csv", "--previous", "origins.csv", "--k", "5")
    assert run.code == 0, run.err
    assert "minst 8 i hver gruppe, og nå er det bedt om 5. Det strengeste, 8, er brukt" in run.err
    assert (program.folder / "ny.csv").read_bytes() == (program.folder / "origins.csv").read_bytes()


def test_an_earlier_file_that_does_not_say_its_k_is_told_of(program: Program, people: Path):
    program("anonymise", people.name, "--out", "origins.csv")
    plain = [(r["service_area"], r["area"], r["employees"]) for r in rows_of(program.folder / "origins.csv")]
    (program.folder / "gammel.csv").write_text(
        "\n".join(",".join(row) for row in [("service_area", "area", "employees"), *plain]), "utf-8"
    )
    run = program("anonymise", people.name, "--out", "ny.csv", "--previous", "gammel.csv")
    assert run.code == 0
    assert "sier ikke hvor mange" in run.err


def test_json_is_for_machines(program: Program, people: Path):
    found = program("anonymise", people.name, "--out", "origins.csv", "--json", "--lang", "en").json
    assert found["rows"] == 2
    assert found["people"] == 12
    assert found["status"] == "ok"


def test_too_few_people_leave_no_file(program: Program):
    path = employees(program.folder, {("drift", "1384"): 2})
    run = program("anonymise", path.name, "--out", "origins.csv")
    assert run.code == 3
    assert "færre enn 5 ansatte" in run.err
    assert not (program.folder / "origins.csv").exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (("--out", "origins.xlsx"), "slutter på .csv"),
        (("--out", "ansatte.csv"), "en av filene som leses"),
        (("--out", "o.csv", "--k", "2"), "--k"),
        (("--out", "o.csv", "--by", "x"), "--map"),
        ((), "--out mangler"),
    ],
)
def test_calling_it_the_wrong_way_is_told(program: Program, people: Path, more: tuple[str, ...], sentence: str):
    run = program("anonymise", people.name, *more)
    assert run.code == 2
    assert sentence in run.err


def test_how_many_lost_unit_and_place_is_told(program: Program):
    # Two of `ledelse` cannot stand alone, and the smallest other area, 30 of `torg`, is counted with them. They live
    # where too few of each live, so that nothing but their number is left; 41 of `drift` keep both.
    places = {("torg", f"{number}000"): 3 for number in range(10, 20)}
    employees(program.folder, {("drift", "1384"): 41, ("ledelse", "2000"): 2, **places})
    run = program("anonymise", "ansatte.csv", "--out", "origins.csv", "--json")
    found = run.json
    assert found["people"] == 73
    assert (found["without_unit"], found["without_place"], found["without_both"]) == (32, 32, 32)
    told = program("anonymise", "ansatte.csv", "--out", "origins.csv").out
    assert "står 32 av 73 uten tjenesteområde" in " ".join(told.split())
