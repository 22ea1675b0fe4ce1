"""What travel rests on is told for every mode and for every criterion that speaks of travel, and for no other."""

from dataclasses import replace
from datetime import date

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode, ModeMix, TravelTimes
from localisation.exporting.travel.basis import criterion_basis, mode_basis
from tests.pictures.town import town
from tests.solving.sample import criterion


def by_foot(instance: Instance) -> TravelTimes:
    """Only E can be walked to, from the zone in the south; nobody in the north walks anywhere."""
    return replace(instance.travel, mode="walk", estimate=False, zone_s={"2": {"E": 600}})


def with_modes(*criteria: Criterion) -> Instance:
    instance = town()
    mix = ModeMix(car=80, walk=20)
    return replace(
        instance,
        criteria=criteria or instance.criteria,
        modes={Mode.CAR: instance.travel, Mode.WALK: by_foot(instance)},
        rests_on={Mode.CAR: "road_sketch", Mode.WALK: "osm"},
        timetable_day=date(2030, 3, 5),
        scenario=instance.scenario.model_copy(update={"commute_by": mix}),
    )


def test_what_cannot_be_reached_is_counted_and_named():
    walk = next(m for m in mode_basis(with_modes()) if m.mode is Mode.WALK)
    # Two zones by six buildings, of which one can be walked.
    assert (walk.pairs, walk.unreachable) == (12, 11)
    assert walk.zones == ("1",)
    assert walk.people == 900
    assert walk.buildings == (("A", 2), ("B", 2), ("C", 2), ("D", 2), ("F", 2), ("E", 1))
    assert walk.data == "osm"
    assert not walk.estimate
    assert walk.day is None, "only public transport has a timetable"


def test_a_criterion_rests_on_the_modes_it_is_reckoned_by():
    rows = (
        criterion("K1", "commute_change"),
        criterion("K2", "travel_co2"),
        criterion("K3", "citizens_travel_time", parameters={"mode": "walk"}),
        criterion("K4", "separated_collaborations"),
        criterion("K5", "people_moved"),
    )
    found = {c.criterion.id: c for c in criterion_basis(with_modes(*rows))}
    assert {key: c.modes for key, c in found.items()} == {
        "K1": {Mode.CAR: 80, Mode.WALK: 20},
        "K2": {Mode.CAR: 100},
        "K3": {Mode.WALK: 100},
        "K4": {Mode.CAR: 100},
    }
    assert found["K1"].data == ("road_sketch", "osm")
    assert found["K1"].estimate, "the car is an estimate"
    assert not found["K3"].estimate
