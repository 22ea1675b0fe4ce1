"""Each requirement in the village: what breaks it, and what just does not."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from localisation.domain.assessment import About
from localisation.domain.instance import Given
from localisation.domain.proposal import Placement, Proposal
from localisation.rules import RULES
from localisation.rules.base import Requirement
from tests.rules.village import INSTANCE, SCENARIO, given, proposal

TODAY = proposal("hall", "square")


def breached(name: str, found: Proposal, *units: str, seen: Given | None = None, **parameters: object) -> list[About]:
    rule = RULES[name].model_validate(parameters)
    assert isinstance(rule, Requirement)
    return [b.about for b in rule.check(seen or given(*units), found)]


def test_space_capacity_nine_staff_do_not_fit_on_four_places_but_on_ten() -> None:
    assert breached("space_capacity", TODAY) == []
    assert breached("space_capacity", proposal("square", "square")) == [("square", "workplace")]
    assert breached("space_capacity", proposal("square", "square", extension=True)) == []
    assert breached("space_capacity", proposal("square", "square"), kinds=("archive",)) == []


def test_facilities_step_free_comes_with_the_extension() -> None:
    assert breached("facilities", TODAY) == []
    assert breached("facilities", proposal("square", "hall")) == [("accounts", "square")]
    assert breached("facilities", proposal("square", "hall", extension=True)) == []


def test_sites_per_unit_two_and_two_are_enough_three_and_one_are_not() -> None:
    assert breached("sites_per_unit", proposal("hall", "hall", "square")) == []
    three = Placement(unit="point", building="hall", staff=3)
    one = Placement(unit="point", building="square", staff=1)
    assert breached("sites_per_unit", Proposal(placements=(three, one)), "point") == [("point",)]
    assert breached("sites_per_unit", Proposal(placements=()), "accounts") == [("accounts",)]


def test_availability_eight_weeks_from_new_year_end_on_26_february() -> None:
    extended = proposal("hall", "square", extension=True)
    assert breached("availability", extended) == []
    earlier = SCENARIO.model_copy(update={"in_place_by": date(2020, 2, 25)})
    hurried = Given(instance=replace(INSTANCE, scenario=earlier), units=given().units)
    assert breached("availability", extended, seen=hurried) == [("point", "square")]
    assert breached("availability", TODAY, seen=hurried) == []


def test_availability_a_lease_to_2024_does_not_last_to_2030_unless_extended() -> None:
    assert breached("availability", TODAY, leases_can_be_extended="nei") == [("point", "square")]
    assert breached("availability", TODAY, leases_can_be_extended="ja") == []


def test_fixed_location_allows_a_second_site() -> None:
    assert breached("fixed_location", proposal("hall", "hall", "square"), "point", buildings="hall") == []
    assert breached("fixed_location", TODAY, "point", buildings="hall, square") == [("point", "hall")]


def test_allowed_location_needs_every_site_inside() -> None:
    assert breached("allowed_location", TODAY, "accounts", centres=["N"]) == []
    assert breached("allowed_location", proposal("hall", "hall", "square"), districts=["Nord"]) == [("point",)]


def test_forbidden_location_names_the_building() -> None:
    assert breached("forbidden_location", TODAY, districts=["Sør"]) == [("point", "square")]
    assert breached("forbidden_location", TODAY, "accounts", districts=["Sør"]) == []


@pytest.mark.parametrize("name", ["allowed_location", "forbidden_location"])
def test_a_place_must_be_named(name: str) -> None:
    with pytest.raises(ValidationError, match="one of buildings, centres, districts"):
        RULES[name].model_validate({})


def test_unchanged_is_staff_by_staff() -> None:
    assert breached("unchanged", TODAY) == []
    assert breached("unchanged", proposal("hall", "hall", "square")) == [("point",)]


def test_together_every_building_of_the_unit_has_the_host() -> None:
    both = proposal("hall", "hall", "square")
    assert breached("together", both, "accounts", hosts=["point"]) == []
    assert breached("together", both, "point", hosts=["accounts"]) == [("point", "accounts")]
    assert breached("together", both, "point", hosts=["point"]) == []


def test_near_ten_minutes_is_within_ten_but_not_nine() -> None:
    assert breached("near", TODAY, "accounts", others=["service:torg"], limit_min=10) == []
    assert breached("near", TODAY, "accounts", others=["service:torg"], limit_min=9) == [("accounts", "point")]
    assert breached("near", proposal("hall", "hall"), "accounts", others=["point"], limit_min=0) == []


def test_apart_no_building_in_common() -> None:
    assert breached("apart", TODAY, "accounts", others=["point"]) == []
    assert breached("apart", proposal("hall", "hall", "square"), "accounts", others=["point"]) == [
        ("accounts", "point")
    ]


def test_presence_counts_sites_in_each_place() -> None:
    assert breached("presence", TODAY, "point", per="centre") == [("N",)]
    assert breached("presence", TODAY, "point", per="district", places=["Sør"]) == []
    assert breached("presence", TODAY, at_least=2) == []
    assert breached("presence", TODAY, at_least=3) == [("",)]
    with pytest.raises(ValidationError, match="places need per"):
        RULES["presence"].model_validate({"places": ["N"]})


def test_population_coverage_ten_of_forty_live_within_three_minutes_of_the_square() -> None:
    assert breached("population_coverage", TODAY, "point", share_percent=25, limit_min=3) == []
    assert breached("population_coverage", TODAY, "point", share_percent=26, limit_min=3) == [("",)]
    assert breached("population_coverage", TODAY, "point", share_percent=25, limit_min=2) == [("",)]
    assert breached("population_coverage", TODAY, "point", share_percent=25, limit_min=3, per="district") == [("Nord",)]


def test_population_coverage_one_who_has_a_visiting_day_within_reach_counts_for_a_fifth() -> None:
    # 10 of 40 live within three minutes of the square, and 30 of the hall, where accounts sit: 10 + 30/5 = 16 of 40.
    days = {"visiting": ["accounts"], "visiting_days": 1}
    assert breached("population_coverage", TODAY, "point", share_percent=40, limit_min=3, **days) == []
    assert breached("population_coverage", TODAY, "point", share_percent=41, limit_min=3, **days) == [("",)]
    elsewhere = {**days, "visiting_buildings": ["square"]}
    assert breached("population_coverage", TODAY, "point", share_percent=26, limit_min=3, **elsewhere) == [("",)]
    # Without days in the criterion, permanent sites alone.
    assert breached("population_coverage", TODAY, "point", share_percent=26, limit_min=3) == [("",)]


def test_centre_within_eleven_minutes_from_the_north_to_the_square() -> None:
    assert breached("centre_within", TODAY, "point", limit_min=11) == []
    assert breached("centre_within", TODAY, "point", limit_min=10) == [("N",)]


def test_buildings_used_and_closed_look_at_the_selected_units() -> None:
    assert breached("buildings_used", TODAY, buildings=["hall", "square"]) == []
    assert breached("buildings_used", TODAY, "point", buildings=["hall", "square"]) == [("hall",)]
    assert breached("buildings_closed", TODAY, "point", buildings=["hall", "square"]) == [("square",)]


def test_building_limit_counts_buildings_not_units() -> None:
    assert breached("building_limit", TODAY, at_most=2) == []
    assert breached("building_limit", TODAY, at_most=1) == [("",)]
    assert breached("building_limit", TODAY, at_most=1, districts=["Sør"]) == []


def test_distribution_five_of_nine_staff_are_55_6_per_cent_where_75_are_due() -> None:
    assert breached("distribution", TODAY, tolerance_points=20) == []
    assert breached("distribution", TODAY, tolerance_points=19) == [("Nord",), ("Sør",)]
    assert breached("distribution", TODAY, tolerance_points=6, shares="Nord=50") == []
    assert breached("distribution", TODAY, tolerance_points=5, shares="Nord=50") == [("Nord",)]
    with pytest.raises(ValidationError, match="district=per cent"):
        RULES["distribution"].model_validate({"tolerance_points": 5, "shares": ["Nord"]})
