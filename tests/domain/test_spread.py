"""Sharing out whole numbers."""

from localisation.domain.spread import spread


def test_seven_by_one_one_and_two_gives_the_largest_remainders_one_more() -> None:
    # 7/4 = 1.75 each and 3.5: one, one and three, and the two left over go to the remainders .75 and .75.
    assert spread(7, (1, 1, 2)) == (2, 2, 3)


def test_equal_remainders_are_served_in_order_and_nothing_is_lost() -> None:
    assert spread(2, (1, 1, 1)) == (1, 1, 0)
    assert sum(spread(12_345, tuple(range(1, 800)))) == 12_345


def test_without_weight_nothing_is_shared_out() -> None:
    assert spread(5, (0, 0)) == (0, 0)
