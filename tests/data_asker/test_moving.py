"""What is told of moving in Asker: counted without the engine, and no estimate passes for a fact."""

import tomllib
from datetime import date

from tests.data_asker.asker_tables import GEODATA, ROOT, ids, parts, rows


def weeks(row: dict[str, str]) -> list[int]:
    """The weeks of the year the days off lie in."""
    first, last = (date.fromisoformat(row[k]) for k in ("first", "last"))
    return sorted({date.fromordinal(n).isocalendar().week for n in range(first.toordinal(), last.toordinal() + 1)})


OFF = {row["id"]: row for row in rows("days_off")}


def test_only_what_is_documented_says_so():
    known = {row["id"] for row in rows("days_off") if row["confidence"] == "documented"}
    assert known == {"OPPSTART"}
    assert {row["id"] for row in rows("days_off") if row["confidence"] == "derived"} == {"VALG-19", "VALG-21"}
    for table in ("crews", "activity_norms", "swing_space"):
        assert {row["confidence"] for row in rows(table)} == {"estimate"}


def test_works_cannot_begin_before_august_2019():
    assert (OFF["OPPSTART"]["applies_to"], OFF["OPPSTART"]["last"]) == ("crew:handverk", "2019-07-31")


def test_holidays_lie_in_the_weeks_they_are_named_for():
    for key, row in OFF.items():
        if key.startswith("FELLESFERIE"):
            assert weeks(row) == [28, 29, 30], key
        if key.startswith("VINTERFERIE"):
            assert weeks(row) == [8], key
        if key.startswith("HOSTFERIE"):
            assert weeks(row) == [40], key
    # Easter Sunday was 12 April 2020, 4 April 2021 and 17 April 2022: the three days end on the Wednesday before.
    assert [OFF[f"PASKE-{year}"]["last"] for year in (20, 21, 22)] == ["2020-04-08", "2021-03-31", "2022-04-13"]


def test_elections_are_within_their_stops_and_nav_rests_on_mondays():
    for key, day in (("VALG-19", date(2019, 9, 9)), ("VALG-21", date(2021, 9, 13))):
        assert day.weekday() == 0
        assert date.fromisoformat(OFF[key]["first"]) < day < date.fromisoformat(OFF[key]["last"])
    assert date.fromisoformat(OFF["NAV-MANDAG"]["first"]).weekday() == 0
    assert OFF["NAV-MANDAG"]["repeats"] == "weekly"


def test_everyone_who_is_named_is_known():
    crews = {f"crew:{key}" for key in ids("crews")}
    assert {w for row in rows("days_off") for w in parts(row["applies_to"])} <= crews | ids("units") | {"all", "none"}
    assert {row["crew"] for row in rows("activity_norms")} - {""} == ids("crews")
    assert {row["building"] for row in rows("swing_space")} <= ids("buildings")


def test_each_job_has_hands_for_it():
    size = {row["id"]: int(row["size"]) for row in rows("crews")}
    for norm in rows("activity_norms"):
        if norm["crew"]:
            assert int(norm["hands"]) <= size[norm["crew"]], norm["kind"]


def test_the_release_dates_are_those_documented():
    ready = {b["id"]: b["available_from"] for b in rows("buildings")}
    # Week 42 of 2019 begins on Monday 14 October.
    assert ready["B09"] == "2019-10-14"
    assert date(2019, 10, 14).isocalendar()[1:] == (42, 1)
    assert (ready["B19"], ready["B20"]) == ("2021-02-15", "2021-03-01")


def test_the_decision_has_the_documented_order_as_musts():
    change = tomllib.loads((ROOT / "scenarios/asker/vedtak-2019.toml").read_text("utf-8"))["change"]
    assert change == {key: {"strength": "must"} for key in ("F12", "F13", "F16")}
    listed = tomllib.loads((ROOT / "criteria/asker/flytting.toml").read_text("utf-8"))["criterion"]
    by_id = {row["id"]: row for row in listed}
    assert (by_id["F12"]["parameters"], by_id["F12"].get("units")) == ({"first": ["U05"]}, None)
    assert (by_id["F13"]["parameters"], by_id["F13"]["units"]) == ({"first": ["U12"]}, ["U08"])


def test_the_sources_count_the_rows():
    text = (GEODATA / "SOURCES.md").read_text("utf-8")
    counts = {name: len(rows(name)) for name in ("crews", "activity_norms", "days_off", "swing_space")}
    assert f"`crews.csv`, `activity_norms.csv` | {counts['crews']}, {counts['activity_norms']} |" in text
    assert f"`days_off.csv` | {counts['days_off']} |" in text
    assert f"`swing_space.csv` | {counts['swing_space']} |" in text
