"""How people write numbers, dates and words in cells."""

from datetime import date
from decimal import Decimal

import pytest

from localisation.reading.cells import CellFault, date_of, decimal_of, rounded, value_of
from localisation.reading.schema import Column, Type

AMOUNT = Column(key="area_m2", type=Type.AMOUNT, low=0)
COUNT = Column(key="staff", type=Type.WHOLE, low=0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("66 %", "66"),
        ("kr 1 500,-", "1500"),
        ("−3", "-3"),
        ("1e3", "1000"),
        (1234.5, "1234.5"),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str | float, meant: str):
    assert decimal_of(written) == Decimal(meant)


def test_a_measured_amount_is_rounded_halves_away_from_zero():
    assert value_of("1 234,5", AMOUNT) == 1235
    assert rounded(Decimal("-0.5")) == -1


@pytest.mark.parametrize("written", ["tolv", "12 stk", "1,2,3", "--", "12-14", True])
def test_what_is_no_number_is_refused(written: str | bool):
    with pytest.raises(CellFault) as refused:
        value_of(written, COUNT)
    assert refused.value.code == "not_number"


@pytest.mark.parametrize("written", ["1.234", "1,234"])
def test_three_digits_after_a_point_are_refused_where_a_thousand_may_be_meant(written: str):
    with pytest.raises(CellFault) as refused:
        value_of(written, COUNT)
    assert refused.value.code == "doubtful_number"
    assert refused.value.holes["thousand"] == "1234"


@pytest.mark.parametrize("written", ["nan", "inf", "1e400", "1e-400", "9" * 400, 1e300, float("nan"), float("inf")])
def test_numbers_from_beyond_are_refused_or_read_but_never_crash(written: str | float):
    column = Column(key="staff", type=Type.WHOLE, low=0, high=1000)
    with pytest.raises(CellFault):
        value_of(written, column)
    with pytest.raises(CellFault):
        value_of(written, COUNT)


@pytest.mark.parametrize("written", ["2020-03-31", "31.3.2020", "31.03.2020", date(2020, 3, 31)])
def test_a_date_is_read_as_people_write_it(written: str | date):
    assert date_of(written) == date(2020, 3, 31)


@pytest.mark.parametrize("written", ["31.2.2020", "mars 2020", "2020", 43921])
def test_what_is_no_date_is_refused(written: str | int):
    with pytest.raises(CellFault):
        date_of(written)


@pytest.mark.parametrize("written", ["ja", "Ja", "YES", True])
def test_yes_is_yes_in_both_languages(written: str | bool):
    assert value_of(written, Column(key="step_free", type=Type.YES_NO, choices="yes_no")) is True


@pytest.mark.parametrize(("written", "meant"), [("leid", "leased"), ("Leased", "leased"), ("opsjon", "option")])
def test_a_choice_may_be_written_in_either_language(written: str, meant: str):
    assert value_of(written, Column(key="tenure", type=Type.CHOICE, choices="tenure")) == meant


def test_a_list_is_parted_by_semicolons_and_holds_nothing_twice():
    assert value_of("skranke; helserom;skranke;", Column(key="facilities", type=Type.LIST)) == ("skranke", "helserom")
