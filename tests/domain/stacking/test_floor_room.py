"""What each floor holds when all of it, some of it, or none of it is told."""

from localisation.domain.building import Building
from localisation.domain.floor import Floor, height_of, number_at
from localisation.domain.stacking.floor_room import FloorRoom, floor_rooms, ground_number
from localisation.domain.vocabulary import Confidence, SpaceKind
from tests.solving import sample

WORK, FRONT, ARCHIVE = SpaceKind.WORKPLACE, SpaceKind.PUBLIC_FRONT, SpaceKind.ARCHIVE


def rooms(building: Building, *refurbished: str) -> tuple[FloorRoom, ...]:
    return floor_rooms(sample.inventory(buildings=(building,)), building, frozenset(refurbished))


def floor(number: int, **more: object) -> Floor:
    return Floor.model_validate({"number": number, "height": number - 1} | more)


def test_a_building_without_floors_is_spread_evenly_from_the_ground_up_and_called_an_estimate():
    house = sample.building("A", "N", 0, 8, floors=3, spaces={WORK: 8, FRONT: 50, ARCHIVE: 4})
    found = rooms(house)
    assert [r.number for r in found] == [1, 2, 3]
    # 8 places on three floors: 3, 3 and 2. The public comes in on the ground floor, so all of the front is there.
    assert [dict(r.spaces) for r in found] == [
        {WORK: 3, FRONT: 50, ARCHIVE: 2},
        {WORK: 3, ARCHIVE: 1},
        {WORK: 2, ARCHIVE: 1},
    ]
    assert [(r.public, r.away) for r in found] == [(True, 0), (False, 1), (False, 2)]
    assert {r.confidence for r in found} == {Confidence.ESTIMATE}


def test_what_is_told_stands_and_keeps_its_confidence():
    told = (
        floor(1, spaces={WORK: 2}, confidence="documented"),
        floor(2, spaces={WORK: 6}, confidence="documented"),
    )
    found = rooms(sample.building("A", "N", 0, 8, by_floor=told))
    assert [r.spaces[WORK] for r in found] == [2, 6]
    assert {r.confidence for r in found} == {Confidence.DOCUMENTED}


def test_a_kind_no_floor_tells_of_is_spread_and_makes_those_floors_estimates():
    told = (
        Floor(number=-1, height=-1, spaces={WORK: 0}, confidence=Confidence.DOCUMENTED),
        floor(1, spaces={WORK: 3}, confidence="documented"),
        floor(2, spaces={WORK: 5}, confidence="documented"),
    )
    found = rooms(sample.building("A", "N", 0, 8, by_floor=told, spaces={WORK: 8, ARCHIVE: 6}))
    # From the ground up: the basement has nothing it is not told to have.
    assert [r.spaces.get(ARCHIVE, 0) for r in found] == [0, 3, 3]
    assert [r.confidence for r in found] == [Confidence.DOCUMENTED, Confidence.ESTIMATE, Confidence.ESTIMATE]


def test_a_refurbishment_adds_and_takes_by_floor():
    gives = {"id": "A+", "building": "A", "name": "", "cost_nok": 0, "weeks": 1, "adds_spaces": {WORK: 3, FRONT: 40}}
    takes = {"id": "A-", "building": "A", "name": "", "cost_nok": 0, "weeks": 1, "adds_spaces": {WORK: -4}}
    told = (floor(1, spaces={WORK: 2}), floor(2, spaces={WORK: 6}))
    house = sample.building("A", "N", 0, 8, by_floor=told, refurbishments=(gives, takes))
    assert [dict(r.spaces) for r in rooms(house, "A+")] == [{WORK: 4, FRONT: 40}, {WORK: 7}]
    # Four of the eight go, in proportion to what is there: one of 2 and three of 6.
    assert [dict(r.spaces) for r in rooms(house, "A-")] == [{WORK: 1}, {WORK: 3}]


def test_a_refurbishment_that_names_its_floor_adds_there_and_may_open_a_basement():
    shelves = {"id": "A+", "building": "A", "name": "", "cost_nok": 0, "weeks": 1, "adds_spaces": {ARCHIVE: 9}}
    below = shelves | {"floor": -1, "confidence": "documented"}
    guessed = sample.building("A", "N", 0, 4, floors=2, spaces={WORK: 4, ARCHIVE: 2}, refurbishments=(below,))
    found = rooms(guessed, "A+")
    assert [(r.number, r.height, dict(r.spaces)) for r in found] == [
        (-1, -1, {ARCHIVE: 9}),
        (1, 0, {WORK: 2, ARCHIVE: 1}),
        (2, 1, {WORK: 2, ARCHIVE: 1}),
    ]
    # Until it is done there is no basement.
    assert [r.number for r in rooms(guessed)] == [1, 2]


def test_a_floor_told_of_is_no_surer_than_the_refurbishment_that_adds_to_it():
    row = {"id": "A+", "building": "A", "name": "", "cost_nok": 0, "weeks": 1, "adds_spaces": {WORK: 3}, "floor": 2}
    told = (floor(1, spaces={WORK: 2}, confidence="documented"), floor(2, spaces={WORK: 6}, confidence="documented"))
    found = rooms(
        sample.building("A", "N", 0, 8, by_floor=told, refurbishments=(row | {"confidence": "derived"},)), "A+"
    )
    assert [(r.spaces[WORK], r.confidence) for r in found] == [(2, Confidence.DOCUMENTED), (9, Confidence.DERIVED)]


def test_a_floor_high_up_with_an_entrance_of_its_own_is_near_for_those_who_visit():
    upstairs = (floor(4, public=True), floor(5))
    assert [r.away for r in rooms(sample.building("A", "N", 0, 4, by_floor=upstairs))] == [0, 1]
    # Without any way in of its own, it is the floors down to the street that count.
    assert [r.away for r in rooms(sample.building("A", "N", 0, 4, by_floor=(floor(4), floor(5))))] == [3, 4]


def test_the_ground_floor_is_what_the_place_says():
    zero = sample.building("A", "N", 0, 4, by_floor=(Floor(number=0, height=0), Floor(number=1, height=1)))
    other = sample.building("B", "N", 0, 4, floors=2)
    town = sample.inventory(buildings=(zero, other))
    assert ground_number(town) == 0
    assert [r.number for r in floor_rooms(town, other)] == [0, 1]
    assert ground_number(sample.inventory()) == 1


def test_numbers_and_heights_undo_each_other():
    assert [height_of(n, ground=1) for n in (-2, -1, 1, 2)] == [-2, -1, 0, 1]
    for ground in (0, 1):
        assert [height_of(number_at(h, ground=ground), ground=ground) for h in range(-3, 4)] == list(range(-3, 4))
