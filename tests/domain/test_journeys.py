"""A year of visits and of journeys to work."""

from localisation.domain.commute import commute_co2_kg, commute_minutes, mean_journey
from localisation.domain.geography import Zone
from localisation.domain.lookup import Lookup
from localisation.domain.norms import Norms
from localisation.domain.visits import visit_co2_kg, visit_minutes, visits_by_zone

NORMS = Norms(
    move_nok_per_employee=0,
    move_nok_per_m3=0,
    working_days_per_year=230,
    attendance_percent=80,
    commute_car_percent=60,
    visit_car_percent=70,
    car_co2_g_per_km=120,
    access_speed_kmh=30,
    access_detour_percent=130,
)


def test_a_hundred_visits_of_ninety_seconds_are_three_hundred_minutes() -> None:
    assert visit_minutes(100, 90) == 300


def test_half_a_minute_is_rounded_up() -> None:
    assert visit_minutes(1, 15) == 1
    assert visit_minutes(1, 14) == 0


def test_thousand_visits_of_five_kilometres() -> None:
    # 10,000 km, 70 % by car, 0.12 kg a kilometre.
    assert visit_co2_kg(1000, 5000, NORMS) == 840


def test_visits_leave_out_zones_where_nobody_lives() -> None:
    zones = [
        Zone(id=i, area="a", district="d", population=p, easting_m=0, northing_m=0)
        for i, p in (("z1", 3), ("z2", 0), ("z3", 1))
    ]
    assert visits_by_zone(10, zones) == [("z1", 8), ("z3", 2)]


def test_mean_journey_is_weighted_and_rounded_once() -> None:
    seconds = Lookup({"z1": {"A": 100}, "z2": {"A": 201}})
    assert mean_journey({"z1": 1000, "z2": 1000}, seconds, "A") == 151
    assert mean_journey({}, seconds, "A") == 0


def test_ten_minutes_184_days_both_ways() -> None:
    assert commute_minutes(600, NORMS) == 2 * 10 * 184


def test_ten_kilometres_184_days_both_ways_sixty_per_cent_by_car() -> None:
    # 3,680 km * 0.6 * 0.12 kg = 264.96 kg.
    assert commute_co2_kg(10_000, NORMS) == 265
