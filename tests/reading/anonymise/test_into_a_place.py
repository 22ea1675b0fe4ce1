"""What `anonymise` writes is the table origins of a place, without a hand being laid on it."""

from pathlib import Path

from localisation.exporting.origins_file import write_origins
from localisation.reading.anonymise import anonymise
from localisation.reading.findings import suspicious
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.anonymise.lists import employees, write


def test_counts_by_the_areas_of_the_zones_are_read_as_they_are(tmp_path: Path):
    scenario = tiny.write(tmp_path, tiny.tables())
    people = employees(tmp_path, {("stab", "3201"): 12, ("stab", "3202"): 8, ("plan", "3202"): 9, ("plan", "3201"): 6})
    table = write(tmp_path / "postnumre.csv", ("postnummer", "area"), [("3201", "Nord 1"), ("3202", "Sør 1")])
    found = anonymise(people, k=5, table=table, by="area", previous=None)
    write_origins(tmp_path / "sted/origins.csv", found.rows, k=found.k, source="talt, minst 5 i hver gruppe")
    instance = read_scenario(scenario)
    counts = {(o.service_area, o.area): o.employees for o in instance.inventory.origins}
    assert counts == {("stab", "Nord 1"): 12, ("stab", "Sør 1"): 8, ("plan", "Sør 1"): 9, ("plan", "Nord 1"): 6}
    assert not {"few_employees", "homes_where_nobody_lives"} & {p.code for p in suspicious(instance)}


def test_those_who_are_too_few_are_counted_by_district_and_that_is_read_too(tmp_path: Path):
    tables = tiny.tables()
    tables["zones"][1]["area"] = "Nord 2"
    del tables["origins"]
    scenario = tiny.write(tmp_path, tables)
    people = employees(tmp_path, {("stab", "3201"): 4, ("stab", "3203"): 3, ("stab", "3202"): 9})
    rows = [("3201", "Nord 1", "Nord"), ("3203", "Nord 2", "Nord"), ("3202", "Sør 1", "Sør")]
    table = write(tmp_path / "postnumre.csv", ("postnummer", "area", "district"), rows)
    found = anonymise(people, k=5, table=table, by="area", previous=None)
    write_origins(tmp_path / "sted/origins.csv", found.rows, k=found.k, source="talt, minst 5 i hver gruppe")
    homes = read_scenario(scenario).inventory.homes["stab"]
    # Four and three are fewer than five: seven in the north, over its zones with 400 and 300 inhabitants.
    assert (homes["Z1"], homes["Z2"]) == (4_000, 3_000)
    assert homes["Z3"] + homes["Z4"] == 9_000


def test_leftovers_of_the_whole_place_and_of_small_service_areas_are_read_as_they_are(tmp_path: Path):
    scenario = tiny.write(tmp_path, tiny.tables())
    people = employees(tmp_path, {("stab", "3201"): 3, ("stab", "3202"): 4, ("plan", "3202"): 2, ("kultur", "3201"): 3})
    table = write(tmp_path / "postnumre.csv", ("postnummer", "area"), [("3201", "Nord 1"), ("3202", "Sør 1")])
    found = anonymise(people, k=5, table=table, by="area", previous=None)
    # Seven of the staff are too few in either area; two and three others are too few for a service area of their own.
    assert found.rows == {("*", "*"): 5, ("stab", "*"): 7}
    write_origins(tmp_path / "sted/origins.csv", found.rows, k=found.k, source="talt, minst 5 i hver gruppe")
    instance = read_scenario(scenario)
    # Over 400, 300, 200 and 100 inhabitants.
    assert instance.inventory.homes["stab"] == {"Z1": 2_800, "Z2": 2_100, "Z3": 1_400, "Z4": 700}
    assert instance.inventory.homes["plan"] == {"Z1": 2_000, "Z2": 1_500, "Z3": 1_000, "Z4": 500}
    assert not {"homes_unknown", "homes_where_nobody_lives"} & {p.code for p in suspicious(instance)}
