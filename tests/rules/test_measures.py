"""Each measure in the village, with sums that can be redone on paper."""

from dataclasses import replace

import pytest

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.travel import Mode
from localisation.rules import RULES
from localisation.rules.base import Measure
from localisation.rules.placement.separated_collaborations import SeparatedCollaborations
from tests.rules.village import INSTANCE, TRAVEL, given, proposal

TODAY = proposal("hall", "square")
SPLIT = proposal("hall", "hall", "square")
SOUTH = proposal("square", "square", extension=True)
NORTH = proposal("hall", "hall")


def amount(name: str, found: Proposal, *units: str, **parameters: object) -> float:
    """In the unit that is shown."""
    rule = RULES[name].model_validate(parameters)
    assert isinstance(rule, Measure)
    return rule.measure(given(*units), found) / rule.raw_per_unit


def test_annual_cost_the_hall_800_or_300_idle_and_the_square_600_or_given_up() -> None:
    assert amount("annual_cost", TODAY) == 800 + 600
    assert amount("annual_cost", SOUTH) == 300 + 600
    assert amount("annual_cost", NORTH) == 800


def test_refurbishment_cost_is_that_of_the_options_chosen() -> None:
    assert amount("refurbishment_cost", TODAY) == 0
    assert amount("refurbishment_cost", SOUTH) == 1200


def test_moving_cost_10_each_and_1_for_a_fifth_of_five_cubic_metres() -> None:
    assert amount("moving_cost", SOUTH) == 5 * 11
    assert amount("moving_cost", SPLIT) == 2 * 10


def test_present_value_ten_years_without_interest() -> None:
    assert amount("present_value", TODAY) == 10 * 1400
    assert amount("present_value", SOUTH) == 10 * 900 + 1200 + 55
    assert amount("present_value", NORTH) == 10 * 800 + 200 + 4 * 10


def test_citizens_travel_time_750_visits_from_the_north_and_250_from_the_south() -> None:
    assert amount("citizens_travel_time", TODAY) == 2 * (750 * 10 + 250 * 3) / 60
    assert amount("citizens_travel_time", SPLIT) == 2 * (750 * 2 + 250 * 3) / 60


def test_citizens_travel_time_a_unit_that_is_nowhere_is_farther_away_than_any() -> None:
    assert amount("citizens_travel_time", Proposal(placements=())) == 2 * 1000 * (12 + 60) / 60


def test_commute_change_from_4_5_to_8_25_minutes_each_way() -> None:
    # Three of four in accounts live in the north: (3*2 + 12)/4 = 4.5 minutes to the hall, (3*10 + 3)/4 = 8.25 to the
    # square; 200 days, both ways, five people.
    assert amount("commute_change", TODAY) == 0
    assert amount("commute_change", SOUTH, "accounts") == 5 * 2 * 200 * (8.25 - 4.5) / 60


def test_travel_co2_half_the_journeys_by_car_at_100_grams_a_kilometre() -> None:
    # Visits: 750 * 16 km + 250 * 4 km = 13,000 km. Work: nothing is known of homes, so as the inhabitants:
    # (30*8 + 10*2)/40 = 6.5 km, 400 times a year, four people = 10,400 km.
    assert amount("travel_co2", TODAY, "point") == (13_000 + 10_400) * 0.5 * 0.1 / 1000


def test_travel_co2_a_fifth_of_the_visits_go_to_a_visiting_day_that_is_nearer() -> None:
    # A fifth of the 750 visits from the north, 150, drive 2 km to the hall instead of 16 km to the square.
    saved = 150 * 14 * 0.5 * 0.1 / 1000
    days = {"visiting": ["accounts"], "visiting_days": 1}
    whole = amount("travel_co2", TODAY, "point")
    assert amount("travel_co2", TODAY, "point", **days) == pytest.approx(whole - saved)
    assert amount("travel_co2", TODAY, "point", **days, visitors=["accounts"]) == whole
    assert amount("travel_co2", TODAY, **days, visitors=["point"]) == pytest.approx(amount("travel_co2", TODAY) - saved)


def test_people_moved_as_many_as_possible_stay() -> None:
    assert amount("people_moved", SPLIT) == 2
    assert amount("people_moved", SOUTH) == 5


def test_separated_collaborations_strength_50_at_ten_minutes() -> None:
    assert amount("separated_collaborations", TODAY) == 500
    assert amount("separated_collaborations", SPLIT) == 0


def test_those_who_work_together_go_by_car_or_as_they_go_to_work_and_never_as_visitors_do() -> None:
    afoot = replace(TRAVEL, mode="walk", building_s={"hall": {"square": 6000}, "square": {"hall": 6000}})
    mixed = replace(TRAVEL, mode="mix", building_s={"hall": {"square": 1200}, "square": {"hall": 1200}})
    known = replace(INSTANCE, travel=afoot, commute=mixed, modes={Mode.CAR: TRAVEL, Mode.WALK: afoot})
    seen = Given(instance=known, units=known.inventory.units)
    found = {mode: SeparatedCollaborations(mode=mode).measure(seen, TODAY) for mode in ("car", "mix", "walk")}
    assert found == {"car": 50 * 10, "mix": 50 * 20, "walk": 50 * 100}
    assert SeparatedCollaborations() == SeparatedCollaborations(mode="car")


def test_extra_sites_beyond_one_a_unit() -> None:
    assert amount("extra_sites", TODAY) == 0
    assert amount("extra_sites", SPLIT) == 1


def test_leased_workplaces_at_the_square() -> None:
    assert amount("leased_workplaces", TODAY) == 4
    assert amount("leased_workplaces", NORTH) == 0


def test_unused_space_five_of_ten_places_in_the_hall() -> None:
    assert amount("unused_space", TODAY) == 5
    assert amount("unused_space", SOUTH) == 1
    assert amount("unused_space", proposal("square", "square")) == 0


def test_far_from_hub_the_square_is_900_metres_away() -> None:
    assert amount("far_from_hub", TODAY, limit_m=900) == 0
    assert amount("far_from_hub", TODAY, limit_m=899) == 4
