"""Small amounts are not read as nothing, and nothing is not read as something."""

import pytest

from localisation.exporting.report_numbers import plain, points, signed
from localisation.pictures.money import millions
from localisation.texts import Texts

NB, EN = Texts("nb"), Texts("en")


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0.004, 2, "0,004"),
        (-0.004, 2, "−0,004"),
        (0.0049, 2, "0,005"),
        (0.00042, 2, "0,0004"),
        (0.4, 0, "0,4"),
        (0.05, 1, "0,05"),
        (0.06, 1, "0,1"),
        (1.04, 1, "1,0"),
        (0, 2, "0,00"),
        (0.0, 1, "0,0"),
        (1e-9, 2, "0,00"),
        (-1e-9, 2, "0,00"),
        (-0.0, 0, "0"),
    ],
)
def test_a_little_gets_decimals_until_it_shows(value: float, decimals: int, shown: str):
    assert NB.number(value, decimals) == shown
    assert EN.number(value, decimals) == shown.replace(",", ".")


@pytest.mark.parametrize(("nok", "shown"), [(0, "0,0"), (1_000, "0,001"), (30_000, "0,03"), (49_000, "0,05")])
def test_little_money_in_millions(nok: int, shown: str):
    assert millions(nok // 10, NB) == shown


def test_changes_and_points_keep_their_sign():
    assert [signed(v, NB) for v in (0.03, -0.03, 0.0, -1e-9, 2.34)] == ["+0,03", "−0,03", "0", "0", "+2,3"]
    assert signed(-0.004, NB, 2) == "−0,004"
    assert (points(0.02, NB), plain(0.02, NB), plain(0.0, NB)) == ("0,02", "0,02", "0")
