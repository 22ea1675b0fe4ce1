"""What is, and what is not, a Norwegian national identity number. All are made up for the tests."""

import pytest

from localisation.reading.anonymise.national_id import is_national_id
from tests.reading.anonymise.lists import identity


@pytest.mark.parametrize(
    "first_nine",
    [
        "010190123",  # 1 January
        "410190123",  # the same as a D-number: day + 40
        "014190123",  # as an H-number: month + 40
        "018190123",  # as a test person: month + 80
        "016690123",  # as a test person: month + 65
        "290200555",  # 29 February
    ],
)
def test_dates_with_fitting_check_digits_are(first_nine: str):
    number = next(found for last in range(10) if (found := identity(first_nine[:8] + str(last))))
    assert is_national_id(number)
    assert is_national_id(f" {number[:6]} {number[6:]} ")
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert not is_national_id(wrong)


def test_a_number_worked_out_by_hand():
    # 010190 + 123: 0*3+1*7+0*6+1*1+9*8+0*9+1*4+2*5+3*2 = 100, 100 mod 11 = 1, so the first check digit is 10: none.
    # 010190 + 124: two more, 102 mod 11 = 3, first check digit 8. Then 0*5+1*4+0*3+1*2+9*7+0*6+1*5+2*4+4*3+8*2 = 110,
    # 110 mod 11 = 0: second check digit 0.
    assert identity("010190123") == ""
    assert identity("010190124") == "01019012480"
    assert is_national_id("01019012480")


@pytest.mark.parametrize("text", ["", "1384", "01019012481", "41519012480", "99999999999", "22400006608750", "abc"])
def test_other_things_are_not(text: str):
    assert not is_national_id(text)


def test_from_2032_the_first_check_digit_may_be_up_to_three_off():
    # As above with the first check digit 8 raised by one to 9: the sum gives remainder 1, and the second digit follows:
    # 110 + 2 = 112, 112 mod 11 = 2, so 9.
    assert is_national_id("01019012499")
