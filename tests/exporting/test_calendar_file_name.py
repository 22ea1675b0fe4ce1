"""The calendar file of a unit is found by its name, on every computer."""

from localisation.exporting.plan.calendar_file_name import LONGEST, calendar_file_name


def test_it_is_the_id_and_the_name_in_ascii():
    assert calendar_file_name("U01", "Barne- og familieavdelingen, Røyken", set()) == (
        "U01-barne-og-familieavdelingen-royken"
    )
    assert calendar_file_name("U02", "Ærlig Åpenhet", set()) == "U02-aerlig-apenhet"


def test_an_id_that_is_the_name_stands_alone():
    assert calendar_file_name("nav", "NAV", set()) == "nav"


def test_each_is_given_once_and_none_is_empty_or_endless():
    taken: set[str] = set()
    assert [calendar_file_name(key, "", taken) for key in ("a/b", "A b", "你")] == ["a-b", "A-b-2", "unit"]
    assert len(calendar_file_name("U", "x" * 300, set())) == LONGEST
