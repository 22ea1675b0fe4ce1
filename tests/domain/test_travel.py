"""A mode mix, pair by pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from localisation.domain.travel import Mode, ModeMix, TravelTimes, mixed


def times(mode: str, *, estimate: bool = False, **zone_s: dict[str, int]) -> TravelTimes:
    rest: dict[str, dict[str, dict[str, int]]]
    rest = {key: {} for key in ("zone_m", "centre_s", "building_s", "building_m")}
    return TravelTimes(mode=mode, estimate=estimate, zone_s=zone_s, **rest)


CAR = times("car", z={"hall": 600, "square": 300})
BUS = times("transit", estimate=True, z={"hall": 1_501}, far={"hall": 60})
KNOWN = {Mode.CAR: CAR, Mode.TRANSIT: BUS}


def test_the_mean_goes_by_the_shares_and_whoever_cannot_go_one_way_goes_the_other():
    found = mixed(KNOWN, ModeMix(car=75, transit=25))
    # 0.75 * 600 + 0.25 * 1501 = 825.25. No bus to the square: a quarter drives, but is counted with the longest ride
    # there is, 0.75 * 300 + 0.25 * 1501 = 600.25. No road from far away: three quarters with the longest drive, 600.
    assert found.zone_s == {"z": {"hall": 825, "square": 600}, "far": {"hall": 465}}
    assert found.mode == "mix"
    assert found.estimate, "one part of it is estimated"


def test_nobody_travels_longer_by_a_mode_than_people_do_but_nothing_is_nearer_for_that():
    # Nobody rides for more than 20 minutes: to the hall they drive, 600 s, and are counted with the 1200 s.
    found = mixed(KNOWN, ModeMix(car=75, transit=25), {Mode.TRANSIT: 20})
    assert found.zone_s["z"] == {"hall": 750, "square": 525}
    # Where driving takes longer than that too, they take as long as those who drive.
    slow = KNOWN | {Mode.CAR: times("car", z={"hall": 1_300})}
    assert mixed(slow, ModeMix(car=75, transit=25), {Mode.TRANSIT: 20}).zone_s["z"]["hall"] == 1_300


def test_a_place_without_a_bus_is_never_nearer_than_the_same_place_with_one():
    for ride in range(60, 3_600, 60):
        bus = times("transit", z={"served": ride, "other": 1_800})
        road = times("car", z={"served": 600, "unserved": 600, "other": 600})
        found = mixed({Mode.CAR: road, Mode.TRANSIT: bus}, ModeMix(car=50, transit=50), {Mode.TRANSIT: 45})
        assert found.zone_s["z"]["served"] <= found.zone_s["z"]["unserved"]


def test_halves_are_rounded_up_and_a_mix_of_one_is_that_one():
    assert mixed(KNOWN, ModeMix(car=50, transit=50)).zone_s["z"]["hall"] == 1_051
    assert mixed(KNOWN, ModeMix()) is CAR


def test_a_mode_nothing_is_known_of_cannot_be_mixed_in():
    with pytest.raises(KeyError):
        mixed(KNOWN, ModeMix(car=90, walk=10))


@pytest.mark.parametrize("shares", [{"car": 90}, {"car": 110, "walk": -10}])
def test_shares_add_up(shares: dict[str, int]):
    with pytest.raises(ValidationError, match="100 per cent"):
        ModeMix.model_validate(shares)


PLACES = st.sampled_from("ABC")
JOURNEYS = st.dictionaries(PLACES, st.dictionaries(PLACES, st.integers(0, 5_000)))


@given(JOURNEYS, JOURNEYS, st.integers(1, 99), st.none() | st.integers(0, 90))
def test_the_mix_is_what_it_is_said_to_be_pair_by_pair(
    road: dict[str, dict[str, int]], bus: dict[str, dict[str, int]], drive: int, patience: int | None
):
    known = {Mode.CAR: times("car", **road), Mode.TRANSIT: times("transit", **bus)}
    limits = {} if patience is None else {Mode.TRANSIT: patience}
    found = mixed(known, ModeMix(car=drive, transit=100 - drive), limits).zone_s
    longest = [max((s for row in rows.values() for s in row.values()), default=0) for rows in (road, bus)]
    longest[1] = longest[1] if patience is None else 60 * patience

    def mean(origin: str, building: str) -> int | None:
        ways = [rows.get(origin, {}).get(building) for rows in (road, bus)]
        there = [s for s in ways if s is not None]
        if not there:
            return None
        can = [s for s, limit in zip(ways, longest, strict=True) if s is not None and s <= limit]
        own = [
            s if s is not None and s <= limit else max(limit, min(can or there))
            for s, limit in zip(ways, longest, strict=True)
        ]
        return (drive * own[0] + (100 - drive) * own[1] + 50) // 100

    means = {o: {b: mean(o, b) for b in "ABC"} for o in {*road, *bus}}
    assert found == {o: {b: s for b, s in row.items() if s is not None} for o, row in means.items()}
