"""People write names as they please."""

import pytest

from localisation.reading.by_name import UnclearName, by_name

NAMES = {
    "NAV": "NAV Asker",
    "U7": "Økonomi",
    "U8": "Økonomi og lønn",
    "B1": "Røyken rådhus",
    "B2": "Rådhuset, Asker sentrum",
    "B11": "Sætre gård",
}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nav", "NAV"),
        ("U7", "U7"),
        ("ØKONOMI", "U7"),  # the whole name of one, although another begins so
        ("økonomi og", "U8"),
        ("royken", "B1"),
        ("Rådhuset", "B2"),
        ("b1", "B1"),  # an id, although another begins so
        ("asker sentrum", "B2"),
        ("saetre", "B11"),
        ("  Sætre   Gård ", "B11"),
    ],
)
def test_a_name_is_found(text: str, key: str):
    assert by_name(text, NAMES, "buildings") == key


def test_what_fits_several_is_asked_about():
    with pytest.raises(UnclearName) as unclear:
        by_name("rådhus", {"B1": "Rådhuset A", "B2": "Rådhuset B"}, "buildings")
    assert unclear.value.ambiguous
    assert unclear.value.candidates == ("Rådhuset A (B1)", "Rådhuset B (B2)")


def test_what_fits_none_is_told_with_what_comes_near():
    with pytest.raises(UnclearName) as unclear:
        by_name("Røiken rådhus", NAMES, "buildings")
    assert not unclear.value.ambiguous
    assert unclear.value.candidates[0] == "Røyken rådhus (B1)"


TOWN = {
    "NAV": "NAV",
    "U18": "NAV-Modus",
    "U03": "Økonomistyring, innkjøp",
    "U25": "Barnevern",
    "HELSE": "Helsestasjonene i Røyken og Heggedal",
    "B01": "Asker rådhus",
    "B04": "Røyken rådhus",
    "B19": "Innbyggertorg Heggedal",
    "B20": "Innbyggertorg Slemmestad (paviljong)",
    "B25": "Innbyggertorg Asker (Kulturhuset)",
    "B27": "Trekanten kommunegård (mulighet)",
}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("NAV sor", ["NAV", "U18"]),  # one word of two is right
        ("rådhuset i Røyken", ["B04"]),  # the words in another order, one with an ending
        ("radhuset", ["B01", "B04"]),  # a word longer than it is written
        ("slemestad", ["B20"]),  # a slip in one word of a longer name
        ("torg hegedal", ["B19"]),  # the end of a word, and a slip
        ("kommunegaard", ["B27"]),
        ("barnevernstjenesten", ["U25"]),
        ("helsestasjon røken", ["HELSE"]),
        ("økonomy", ["U03"]),  # a slip in the beginning of a longer word
        ("B2O", ["B20"]),  # an id with a letter for a digit
    ],
)
def test_some_words_or_words_with_a_slip_find_the_name(text: str, first: list[str]):
    with pytest.raises(UnclearName) as unclear:
        by_name(text, TOWN, "buildings")
    assert not unclear.value.ambiguous
    found = [c.rpartition("(")[2].rstrip(")") for c in unclear.value.candidates]
    assert sorted(found[: len(first)]) == sorted(first)


@pytest.mark.parametrize("text", ["xyzzy", "svømmehall", "12"])
def test_what_is_like_nothing_suggests_nothing(text: str):
    with pytest.raises(UnclearName) as unclear:
        by_name(text, TOWN, "buildings")
    assert unclear.value.candidates == ()


def test_nothing_means_nothing():
    with pytest.raises(UnclearName):
        by_name("  ", NAMES, "buildings")


def test_what_fits_several_is_told_with_all_that_have_it_in_their_name():
    town = {"B1": "Asker rådhus", "B2": "Asker kulturhus", "B3": "Knud Askers vei 24", "B4": "Lokaler i Asker"}
    town |= {"B5": "Sætre gård"}
    with pytest.raises(UnclearName) as unclear:
        by_name("Asker", town, "buildings")
    assert [c[-3:-1] for c in unclear.value.candidates] == ["B1", "B2", "B3", "B4"]


def test_letters_in_common_with_a_short_id_are_no_likeness():
    # "base" has half its letters in common with "radhuset", in the same order.
    town = {"BASE": "Vei, park, anlegg og drift"}
    with pytest.raises(UnclearName) as unclear:
        by_name("Rådhuset", town, "units")
    assert unclear.value.candidates == ()
    assert unclear.value.table == "units"
