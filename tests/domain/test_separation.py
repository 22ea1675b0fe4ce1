"""Strength times minutes."""

from localisation.domain.separation import strength_minutes


def test_half_strength_at_ten_minutes() -> None:
    assert strength_minutes(50, 600) == 500


def test_half_a_strength_minute_is_rounded_up() -> None:
    assert strength_minutes(1, 30) == 1
    assert strength_minutes(1, 29) == 0
