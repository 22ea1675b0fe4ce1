"""What is known about nye Asker fits together, counted without the engine."""

from collections import Counter
from datetime import date

import pytest

from tests.data_asker.asker_tables import facilities, ids, kilometres, need, parts, rows, space

KINDS = sorted({row["kind"] for row in rows("needs")})
BY_ID = {row["id"]: row for row in rows("buildings")}


def test_ten_centres_in_three_former_municipalities():
    assert " ".join(row["id"] for row in rows("centres")) == "ASK HOL VOL HEG DIK SLE ROY SPI SAT TOF"
    assert Counter(row["district"] for row in rows("centres")) == {"Asker": 5, "Røyken": 3, "Hurum": 2}


def test_the_28_buildings_of_the_register_are_there_and_what_was_added_is_an_estimate():
    assert {f"B{n:02}" for n in range(1, 29)} <= ids("buildings")
    added = [row for row in rows("buildings") if not row["id"].startswith("B")]
    assert [row["id"] for row in added if row["confidence"] != "estimate"] == []


def test_the_43_rows_of_the_unit_register_are_each_in_one_unit():
    found = [register for row in rows("units") for register in parts(row["register_rows"])]
    assert sorted(found) == [f"U{n:02}" for n in range(1, 44)]
    assert sum(int(row["staff"]) for row in rows("units")) == 1479


def test_everyone_sits_somewhere_today():
    seats: Counter[str] = Counter()
    for row in rows("today"):
        seats[row["unit"]] += int(row["staff"])
    assert seats == Counter({row["id"]: int(row["staff"]) for row in rows("units")})


def test_the_people_and_the_roads():
    assert len(rows("zones")) == 795
    assert sum(int(row["population"]) for row in rows("zones")) == 94_970
    assert len(rows("roads")) == 42
    assert len(rows("road_nodes")) == 30
    # The shares the agreement speaks of are 66, 24 and 10 of a hundred; cells on a border blur them a little.
    people: Counter[str] = Counter()
    for row in rows("zones"):
        people[row["district"]] += int(row["population"])
    away = {d: 100 * people[d] / 94_970 - share for d, share in (("Asker", 66), ("Røyken", 24), ("Hurum", 10))}
    assert [d for d, points in away.items() if abs(points) > 1] == []
    assert len(people) == 3


def test_no_road_is_shorter_than_the_straight_line():
    node = {row["id"]: row for row in rows("road_nodes")}
    short = [r for r in rows("roads") if float(r["length_km"]) < 0.97 * kilometres(node[r["start"]], node[r["end"]])]
    assert short == []


@pytest.mark.parametrize(
    ("table", "column", "of"),
    [
        ("buildings", "centre", "centres"),
        ("spaces", "building", "buildings"),
        ("refurbishments", "building", "buildings"),
        ("needs", "unit", "units"),
        ("today", "unit", "units"),
        ("today", "building", "buildings"),
        ("collaborations", "unit_a", "units"),
        ("collaborations", "unit_b", "units"),
        ("roads", "start", "road_nodes"),
        ("roads", "end", "road_nodes"),
    ],
)
def test_every_id_is_known(table: str, column: str, of: str):
    assert {row[column] for row in rows(table)} - ids(of) == set()


def test_every_word_that_stands_for_a_group_has_a_name():
    groups = {row[key] for row in rows("units") for key in ("service_area", "priority_area", "service")} - {""}
    wanted = {f for row in rows("units") for f in parts(row["facilities"])}
    assert groups | wanted <= ids("names")
    offered = {f for row in rows("buildings") for f in facilities(row, rebuilt=True)}
    assert wanted <= offered


def test_homes_are_counted_so_that_no_one_is_pointed_at():
    assert [row for row in rows("origins") if 0 < int(row["employees"]) < 5] == []
    homes: Counter[str] = Counter()
    for row in rows("origins"):
        homes[row["service_area"]] += int(row["employees"])
    staff: Counter[str] = Counter()
    for row in rows("units"):
        staff[row["service_area"]] += int(row["staff"])
    assert homes == staff
    assert {row["area"] for row in rows("origins")} <= {row["area"] for row in rows("zones")}


@pytest.mark.parametrize("kind", KINDS)
def test_today_fits_its_buildings(kind: str):
    wanted = Counter()
    for row in rows("today"):
        wanted[row["building"]] += need(row["unit"], kind, int(row["staff"]))
    crowded = {b: f"{float(n):.1f} of {space(b, kind)}" for b, n in wanted.items() if n > space(b, kind)}
    assert crowded == {}


def test_nobody_sits_today_in_what_is_only_a_possibility():
    assert [r for r in rows("today") if BY_ID[r["building"]]["tenure"] == "option"] == []
    late = [r["building"] for r in rows("today") if BY_ID[r["building"]]["available_from"] > "2019-01-10"]
    assert late == []


def test_every_centre_has_room_for_a_citizen_centre():
    # The smallest one has three people, needs step-free access, and is in place by the end of 2021.
    def takes(building: dict[str, str]) -> bool:
        ready = building["available_from"] <= "2021-12-31" <= (building["available_until"] or "2999")
        room = all(space(building["id"], k, rebuilt=True) >= need("TORG", k, 3) for k in KINDS)
        return ready and room and "step_free" in facilities(building, rebuilt=True)

    reached = {row["centre"] for row in rows("buildings") if takes(row)}
    assert reached == ids("centres")


def test_every_unit_has_a_building_that_could_take_its_smallest_part():
    def takes(unit: dict[str, str], building: dict[str, str]) -> bool:
        staff = int(unit["smallest_part"]) if int(unit["sites_max"]) > 1 else int(unit["staff"])
        room = all(space(building["id"], k, rebuilt=True) >= need(unit["id"], k, staff) for k in KINDS)
        return room and set(parts(unit["facilities"])) <= facilities(building, rebuilt=True)

    homeless = [u["id"] for u in rows("units") if not any(takes(u, b) for b in rows("buildings"))]
    assert homeless == []


def test_groups_are_no_larger_than_the_unit():
    odd = [u["id"] for u in rows("units") if int(u["smallest_part"]) * int(u["sites_min"]) > int(u["staff"])]
    assert odd == []


def test_dates_are_dates_in_order():
    for row in rows("buildings"):
        days = [date.fromisoformat(row[k]) for k in ("available_from", "available_until") if row[k]]
        assert days == sorted(days), row["id"]


def test_every_building_lies_near_the_centre_it_is_told_to_belong_to():
    centre = {row["id"]: row for row in rows("centres")}
    far = {b["id"]: round(kilometres(b, centre[b["centre"]]), 1) for b in rows("buildings")}
    # The depot at Follestad is the one that lies in no centre.
    assert {b for b, km in far.items() if km > 2.5} == {"B16"}


def test_no_building_has_more_rooms_than_floor():
    rooms = {b: sum(space(b, k) for k in ("public_front", "meeting", "store")) for b in BY_ID}
    assert {b: m2 for b, m2 in rooms.items() if m2 > int(BY_ID[b]["area_m2"])} == {}


def test_no_works_touch_more_than_the_building():
    # Each row says its area first: "1250 m² lett ombygging".
    touched = {r["id"]: (r["building"], int(r["source"].split(" m²")[0])) for r in rows("refurbishments")}
    assert {key: m2 for key, (b, m2) in touched.items() if m2 > int(BY_ID[b]["area_m2"])} == {}
