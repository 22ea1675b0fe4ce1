"""Journeys that cannot be made still count."""

from localisation.domain.lookup import UNREACHABLE_EXTRA_M, Lookup


def test_unreachable_is_an_hour_beyond_the_longest_that_can_be_reached() -> None:
    seconds = Lookup({"z": {"A": 60, "B": 900}, "island": {}})
    assert seconds("z", "A") == 60
    assert seconds("z", "C") == seconds("island", "A") == 900 + 3600


def test_unreachable_is_sixty_kilometres_beyond_by_distance() -> None:
    assert Lookup({"z": {"A": 5000}}, UNREACHABLE_EXTRA_M)("z", "B") == 65_000


def test_nearest_of_several_and_of_none() -> None:
    seconds = Lookup({"z": {"A": 60, "B": 30}})
    assert seconds.nearest("z", frozenset({"A", "B"})) == 30
    assert seconds.nearest("z", frozenset({"A", "C"})) == 60
    assert seconds.nearest("z", frozenset()) == seconds.nearest("island", frozenset({"A"})) == 60 + 3600
