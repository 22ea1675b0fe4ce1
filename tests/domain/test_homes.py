"""Where employees live, in thousandths."""

from localisation.domain.geography import Zone
from localisation.domain.homes import homes
from localisation.domain.unit import OriginCount

ZONES = [
    Zone(id=i, area=a, district="d", population=p, easting_m=0, northing_m=0)
    for i, a, p in (("z1", "east", 10), ("z2", "east", 30), ("z3", "west", 60))
]


def test_employees_of_an_area_are_spread_by_population() -> None:
    found = homes(ZONES, [OriginCount(service_area="stab", area="east", employees=2)], "stab")
    assert found == {"z1": 500, "z2": 1500}


def test_an_unknown_service_area_lives_as_the_inhabitants_do() -> None:
    abroad = OriginCount(service_area="stab", area="abroad", employees=2)
    assert homes(ZONES, [abroad], "stab") == {"z1": 10_000, "z2": 30_000, "z3": 60_000}


def test_those_counted_for_the_whole_place_are_spread_over_all_of_it() -> None:
    found = homes(ZONES, [OriginCount(service_area="stab", area="*", employees=2)], "stab")
    assert found == {"z1": 200, "z2": 600, "z3": 1_200}


def test_a_service_area_too_small_for_a_count_of_its_own_lives_as_the_small_ones_together() -> None:
    counts = [
        OriginCount(service_area="*", area="west", employees=6),
        OriginCount(service_area="stab", area="east", employees=2),
    ]
    assert homes(ZONES, counts, "kultur") == {"z3": 6_000}
    assert homes(ZONES, counts, "stab") == {"z1": 500, "z2": 1500}


def test_those_too_few_to_be_counted_by_area_are_spread_over_the_district() -> None:
    found = homes(ZONES, [OriginCount(service_area="stab", area="d", employees=2)], "stab")
    assert found == {"z1": 200, "z2": 600, "z3": 1_200}
