"""The tables shipped for nye Asker hang together: counted here with pandas alone, not with the project's readers."""

from pathlib import Path

import pandas as pd
import pytest

FOLDER = Path(__file__).parents[2] / "geodata" / "asker"
KINDS = ("workplace", "public_front", "meeting", "archive", "garage", "yard", "store", "interview")
FIGURES = ("coordinate", "tenure", "area", "floors", "running", "access")


def table(name: str) -> pd.DataFrame:
    """A table with every cell as text; empty is ''."""
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)


def parts(cell: str) -> list[str]:
    return [p for p in cell.split(";") if p]


def number(column: "pd.Series[str]") -> "pd.Series[int]":
    return pd.to_numeric(column.replace("", "0")).astype(int)


def seats() -> pd.DataFrame:
    """Today's seats with the need of each kind of space: per site and per 100 staff, in hundredths."""
    today, needs = table("today"), table("needs")
    both = today.merge(needs, on="unit", suffixes=("", "_need"))
    both["need"] = 100 * number(both.per_site) + number(both.per_100_staff) * number(both.staff)
    return both


@pytest.mark.parametrize("name", ["centres", "buildings", "refurbishments", "units", "zones", "road_nodes", "names"])
def test_ids_are_unique_and_not_empty(name: str) -> None:
    ids = table(name).id
    assert ids.is_unique
    assert (ids != "").all()


@pytest.mark.parametrize(
    ("name", "column", "other"),
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
def test_every_reference_has_its_row(name: str, column: str, other: str) -> None:
    assert set(table(name)[column]) <= set(table(other).id)


def test_the_43_rows_of_the_register_are_each_in_one_unit() -> None:
    rows = [row for cell in table("units").register_rows for row in parts(cell)]
    assert sorted(rows) == [f"U{n:02d}" for n in range(1, 44)]


def test_the_sources_have_the_same_map_of_rows_to_merged_units() -> None:
    text = (FOLDER / "SOURCES.md").read_text("utf-8")
    for _, unit in table("units").iterrows():
        rows = parts(unit.register_rows)
        if len(rows) > 1:
            line = next(part for part in text.splitlines() if part.startswith(f"| `{unit.id}`"))
            assert all(row in line for row in rows), unit.id


def test_the_counts_are_those_of_the_register() -> None:
    assert number(table("units").staff).sum() == 1479
    assert number(table("zones").population).sum() == 94_970
    assert len(table("zones")) == 795
    assert len(table("roads")) == 42
    assert len(table("centres")) == 10
    assert {f"B{n:02d}" for n in range(1, 29)} <= set(table("buildings").id)


def test_the_former_municipalities_have_about_66_24_and_10_per_cent_of_the_people() -> None:
    """SSB's areas (delområder) give 65.7, 24.1 and 10.2; cells on a border count whole: 62,166 of 94,970 is 65.5."""
    zones = table("zones")
    people = number(zones.population).groupby(zones.district).sum()
    share = (100 * people / people.sum()).to_dict()
    assert share == pytest.approx({"Asker": 66, "Røyken": 24, "Hurum": 10}, abs=1)


def test_every_unit_sits_somewhere_today_with_all_its_staff() -> None:
    today, units = table("today"), table("units").set_index("id")
    seated = number(today.staff).groupby(today.unit).sum()
    assert seated.to_dict() == number(units.staff).to_dict()


@pytest.mark.parametrize("kind", KINDS)
def test_today_fits_in_todays_buildings(kind: str) -> None:
    """Needs are exact hundredths: 45 staff at 90 workplaces per 100 need 4,050."""
    here = seats()[lambda s: s.kind == kind]
    spaces = table("spaces")[lambda s: s.kind == kind].set_index("building")
    need = here.groupby("building").need.sum()
    room = 100 * number(spaces.amount)
    over = {b: (n, int(room.get(b, 0))) for b, n in need.items() if n > room.get(b, 0)}
    assert not over


def test_four_of_five_workplaces_of_today_are_needed() -> None:
    here = seats()[lambda s: s.kind == "workplace"]
    spaces = table("spaces")[lambda s: (s.kind == "workplace") & s.building.isin(set(here.building))]
    assert 0.75 <= here.need.sum() / (100 * number(spaces.amount).sum()) <= 0.85


def test_every_centre_has_room_for_a_citizen_centre() -> None:
    """One site needs 150 m² public front and 3 m² for each of at least three staff, and step-free access."""
    need = table("needs")[lambda n: n.unit == "TORG"].set_index("kind")
    least = int(table("units").set_index("id").smallest_part["TORG"])
    wanted = {k: int(need.per_site[k] or 0) + int(need.per_100_staff[k] or 0) * least / 100 for k in need.index}
    spaces = table("spaces")
    options = table("refurbishments")
    served = set()
    for _, building in table("buildings").iterrows():
        own = spaces[spaces.building == building.id].set_index("kind").amount
        mine = options[options.building == building.id]
        step_free = building.step_free == "ja" or any("step_free" in parts(c) for c in mine.adds_facilities)
        room = {k: int(own.get(k, 0)) + number(mine[f"adds_{k}"]).sum() for k in KINDS}
        if step_free and all(room[k] >= amount for k, amount in wanted.items()):
            served.add(building.centre)
    assert served == set(table("centres").id)


def test_every_facility_a_unit_needs_is_somewhere_and_has_a_name() -> None:
    wanted = {f for cell in table("units").facilities for f in parts(cell)}
    there = {f for cell in table("buildings").facilities for f in parts(cell)} | {"step_free"}
    assert wanted <= there
    assert wanted <= set(table("names").id)


def test_ids_shown_to_a_reader_have_names() -> None:
    units = table("units")
    shown = {v for c in ("service_area", "priority_area", "service") for v in units[c] if v}
    assert shown <= set(table("names").id)
    assert (table("names")[["name", "name_en"]] != "").all(axis=None)


@pytest.mark.parametrize(
    "name",
    [
        "norms", "centres", "buildings", "spaces", "refurbishments", "units", "needs", "today", "collaborations",
        "origins", "zones", "road_nodes", "roads", "transit",
    ],
)  # fmt: skip
def test_every_row_says_how_well_it_is_known_and_whence(name: str) -> None:
    rows = table(name)
    assert set(rows.confidence) <= {"documented", "derived", "estimate"}
    assert (rows.source != "").all()


def test_every_figure_of_a_building_has_its_own_confidence() -> None:
    buildings = table("buildings")
    for figure in FIGURES:
        assert (buildings[f"{figure}_confidence"] != "").all(), figure
    for column, figure in (
        ("rent_nok_per_year", "rent"),
        ("idle_nok_per_year", "idle"),
        ("exit_nok", "exit"),
        ("available_from", "availability"),
        ("lease_end", "availability"),
        ("facilities", "facilities"),
    ):
        assert (buildings[buildings[column] != ""][f"{figure}_confidence"] != "").all(), column


def test_what_has_no_public_source_is_called_an_estimate() -> None:
    for name in ("refurbishments", "needs", "today", "origins"):
        assert (table(name).confidence == "estimate").all(), name
    assert (table("units").staff_confidence == "estimate").all()
    buildings = table("buildings")
    added = buildings[buildings.id.str.startswith("L")]
    assert (added[["area_confidence", "tenure_confidence", "coordinate_confidence"]] == "estimate").all(axis=None)
    for name in ("buildings", "spaces", "needs", "today", "collaborations", "norms"):
        rows = table(name)
        assert (rows[rows.source.str.strip() == "anslag"].confidence == "estimate").all(), name


def test_costs_follow_the_tenure() -> None:
    buildings = table("buildings")
    owned = buildings.tenure == "owned"
    assert (buildings[owned].rent_nok_per_year == "").all()
    assert (buildings[~owned].rent_nok_per_year != "").all()
    assert (buildings[owned].idle_nok_per_year != "").all()
    assert (buildings[~owned].idle_nok_per_year == "").all()


def test_an_option_is_not_in_use_today_and_a_lease_has_an_end() -> None:
    buildings = table("buildings")
    used = set(table("today").building)
    assert not used & set(buildings[buildings.tenure == "option"].id)
    assert set(buildings[buildings.tenure == "leased"].id) <= used
    assert (buildings[buildings.tenure == "leased"].lease_end != "").all()


def test_homes_are_aggregated_and_add_up_to_the_staff_of_each_service_area() -> None:
    origins, units = table("origins"), table("units")
    employees = number(origins.employees)
    assert (employees >= 5).all()
    assert set(origins.area) <= set(table("zones").area)
    staff = number(units.staff).groupby(units.service_area).sum()
    assert employees.groupby(origins.service_area).sum().to_dict() == staff.to_dict()
