"""Numbers, dates and words as people write them."""

from datetime import date

import pytest

from localisation.reading.cells import CellFault, Value, value_of
from localisation.reading.schema import Column, Type
from localisation.reading.sheet import Cell, Flaw


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("59,8335", 59.8335),
        ("−3", -3),
        ("66 %", 66),
        ("kr 1 200", 1200),
        ("1 200,-", 1200),
        (" 7 ", 7),
        (12, 12),
        (12.5, 12.5),
    ],
)
def test_a_number_is_read_as_it_is_written_in_norway_or_elsewhere(written: Cell, number: float) -> None:
    assert value_of(written, Column(key="x", type=Type.DECIMAL)) == number


@pytest.mark.parametrize(("written", "whole"), [("1 234,5", 1235), ("0,49", 0), ("2,5", 3), (812.5, 813), ("-0,5", -1)])
def test_an_amount_is_rounded_to_the_nearest_halves_away_from_zero(written: Cell, whole: int) -> None:
    assert value_of(written, Column(key="x", type=Type.AMOUNT)) == whole


@pytest.mark.parametrize("written", ["tolv", "12 stk", "1,2,3", "1.2.3", "--4", "1 234 m2", True, "12-13"])
def test_what_is_not_a_number_is_refused_as_it_was_written(written: Cell) -> None:
    with pytest.raises(CellFault) as fault:
        value_of(written, Column(key="x", type=Type.DECIMAL))
    assert fault.value.code == "not_number"
    assert fault.value.holes["value"] == str(written)


@pytest.mark.parametrize("written", ["1.500", "1,500", "12.000"])
def test_a_thousand_or_one_and_a_half_is_asked_about_where_a_whole_number_is_meant(written: str) -> None:
    with pytest.raises(CellFault) as fault:
        value_of(written, Column(key="x", type=Type.MONEY))
    assert fault.value.code == "doubtful_number"
    assert value_of("1.500", Column(key="x", type=Type.DECIMAL)) == 1.5


@pytest.mark.parametrize("written", ["nan", "1e400", "1e-400", "9" * 400, 1e300, float("nan"), float("inf")])
@pytest.mark.parametrize("high", [None, 1000])
def test_a_number_from_beyond_is_refused_and_never_crashes(written: Cell, high: float | None) -> None:
    with pytest.raises(CellFault) as fault:
        value_of(written, Column(key="x", type=Type.WHOLE, high=high))
    assert fault.value.code in {"not_number", "too_high", "not_whole"}


@pytest.mark.parametrize("written", ["2020-03-31", "31.03.2020", "31.3.2020", date(2020, 3, 31)])
def test_a_date_is_read_in_both_orders(written: Cell) -> None:
    assert value_of(written, Column(key="x", type=Type.DATE)) == date(2020, 3, 31)


@pytest.mark.parametrize("written", ["31.02.2020", "mars 2020", "03/31/2020", 43921])
def test_a_date_that_is_none_is_refused(written: Cell) -> None:
    with pytest.raises(CellFault) as fault:
        value_of(written, Column(key="x", type=Type.DATE))
    assert fault.value.code == "not_date"


@pytest.mark.parametrize(
    ("written", "value"), [("ja", True), ("Yes", True), ("NEI", False), ("no", False), (True, True)]
)
def test_yes_and_no_in_two_languages(written: Cell, value: bool) -> None:
    assert value_of(written, Column(key="x", type=Type.YES_NO, choices="yes_no")) is value


@pytest.mark.parametrize(("written", "value"), [("Skal ikke", "must_not"), ("must_not", "must_not"), ("må", "must")])
def test_a_choice_goes_by_its_key_or_its_name_in_any_language(written: str, value: str) -> None:
    assert value_of(written, Column(key="x", type=Type.CHOICE, choices="building_use")) == value


@pytest.mark.parametrize(("written", "value"), [("a; b ;a", ("a", "b")), ("", ()), (None, ()), (7.0, ("7",))])
def test_a_list_is_parted_by_semicolons_without_doubles(written: Cell, value: Value) -> None:
    assert value_of(written, Column(key="x", type=Type.LIST)) == value


@pytest.mark.parametrize("flaw", list(Flaw))
def test_a_formula_that_gives_nothing_says_so(flaw: Flaw) -> None:
    with pytest.raises(CellFault) as fault:
        value_of(flaw, Column(key="x", type=Type.TEXT))
    assert fault.value.code == flaw.value
