"""Columns that look as if they tell who somebody is."""

import pytest

from localisation.reading.anonymise.personal import Personal, personal
from tests.reading.anonymise.lists import identity


@pytest.mark.parametrize(
    ("heading", "values", "kinds"),
    [
        ("Kolonne", ["Kari Nordmann", "Ola Hansen", "Per-Arne Ås"], {Personal.NAME}),
        ("Kolonne", ["Nordmann, Kari", "Hansen, Ola B."], {Personal.NAME}),
        ("Navn", [], {Personal.NAME}),
        ("Enhet", ["Asfalt Drift"] * 5 + ["Vann Avløp"] * 5, set()),
        ("Kolonne", ["Storgata 1", "Øvre vei 12B", "Fjordbakken 140, 3440 Røyken"], {Personal.ADDRESS}),
        ("Kolonne", ["a@b.no", "c.d@e.no"], {Personal.CONTACT}),
        ("Kolonne", ["912 34 567", "+4791234567"], {Personal.CONTACT}),
        ("F.nr", [], {Personal.NATIONAL_ID}),
        ("Kolonne", ["x", "", identity("010190124")], {Personal.NATIONAL_ID}),
        ("Postnummer", ["1384", "3440"], set()),
        ("SSBID", ["22400006608750"], set()),
        ("", [], set()),
    ],
)
def test_what_a_column_seems_to_hold(heading: str, values: list[str], kinds: set[Personal]):
    assert personal(heading, values) == kinds
