"""Stack plans one can redo on paper."""

import threading
from dataclasses import replace

import pytest

from localisation.domain.errors import Disagreement
from localisation.domain.stacking.stack_plan import BuildingStack, StackAmounts
from localisation.domain.unit import SpaceNeed
from localisation.domain.vocabulary import SpaceKind, Status
from localisation.solving.stacking import best_ranges as ranges_module
from localisation.solving.stacking import search as search_module
from localisation.solving.stacking import stack_building as module
from localisation.solving.stacking.least import NoTime
from localisation.solving.stacking.stack_building import stack_building
from localisation.solving.stacking.stack_proposal import stack_proposal
from tests.solving import sample
from tests.solving.stacking.house import ARCHIVE, FRONT, INTERVIEW, WORK, house


def per_head(percent: int = 100) -> SpaceNeed:
    return SpaceNeed(kind=WORK, per_100_staff=percent)


def front(m2: int) -> SpaceNeed:
    return SpaceNeed(kind=FRONT, per_site=m2)


def on(stack: BuildingStack, unit: str) -> dict[int, int]:
    """Staff of a unit by floor."""
    return {s.floor: s.staff for s in stack.shares if s.unit == unit}


def stacked(*args: object, **more: object) -> BuildingStack:
    found = stack_building(*house(*args, **more), "H")  # type: ignore[arg-type]
    assert found is not None
    assert found.run.status is Status.OPTIMAL
    return found


def test_those_who_receive_the_public_are_on_the_ground_floor():
    units = {
        "a": {"staff": 4, "needs": (per_head(),)},
        "b": {"staff": 4, "needs": (per_head(), front(10)), "visits_per_year": 5_000},
    }
    found = stacked([{WORK: 4, FRONT: 10}, {WORK: 4, FRONT: 10}], units)
    assert (on(found, "b"), on(found, "a")) == ({1: 4}, {2: 4})
    assert found.amounts == StackAmounts(floors_taken=2)


def test_the_one_with_most_visits_has_the_ground_floor_when_there_is_room_for_one():
    units = {
        "few": {"staff": 4, "needs": (per_head(), front(10)), "visits_per_year": 100},
        "many": {"staff": 4, "needs": (per_head(), front(10)), "visits_per_year": 900},
    }
    found = stacked([{WORK: 4, FRONT: 10}, {WORK: 4, FRONT: 10}], units)
    assert (on(found, "many"), on(found, "few")) == ({1: 4}, {2: 4})
    # 100 visits climb one floor each, in thousandths.
    assert found.amounts.visit_floors == 100 * 1_000


def test_nobody_is_split_who_fits_on_a_floor():
    units = {key: {"staff": n, "needs": (per_head(),)} for key, n in {"a": 3, "b": 3, "c": 2, "d": 2}.items()}
    found = stacked([{WORK: 5}, {WORK: 5}], units)
    assert found.amounts == StackAmounts(floors_taken=4)
    assert found.split == 0


def test_a_unit_too_large_for_a_floor_has_floors_next_to_each_other():
    units = {"a": {"staff": 6, "needs": (per_head(),)}, "b": {"staff": 3, "needs": (per_head(),)}}
    found = stacked([{WORK: 3}, {WORK: 3}, {WORK: 3}], units)
    assert sorted(on(found, "a").values()) == [3, 3]
    assert found.amounts.floors_between == 1
    # Two floors is the least six people can have, so that is no split beyond need.
    assert (found.least["a"], found.split) == (2, 0)


def test_those_who_work_together_sit_next_to_each_other():
    units = {key: {"staff": 3, "needs": (per_head(),)} for key in ("a", "b", "c", "d")}
    floors = [{WORK: 3}] * 4
    found = stacked(floors, units, {("a", "d"): 80, ("a", "b"): 60, ("c", "d"): 10})
    heights = {u: next(iter(on(found, u))) for u in units}
    # b, a, d, c or the other way round: each pair is one floor apart.
    assert found.amounts.strength_floors == 80 + 60 + 10
    assert {abs(heights[x] - heights[y]) for x, y in (("a", "d"), ("a", "b"), ("c", "d"))} == {1}


def test_spare_workplaces_are_gathered():
    units = {"a": {"staff": 2, "needs": (per_head(),)}, "b": {"staff": 2, "needs": (per_head(),)}}
    found = stacked([{WORK: 4}, {WORK: 4}], units)
    # All on one floor leaves the other whole: one floor with spare places instead of two.
    assert found.amounts.floors_with_spare == 1


def test_rooms_go_where_there_is_room_near_the_unit_if_they_can():
    archive = SpaceNeed(kind=ARCHIVE, per_site=5)
    units = {"a": {"staff": 2, "needs": (per_head(), archive)}, "b": {"staff": 2, "needs": (per_head(),)}}
    found = stacked([{WORK: 2}, {WORK: 2, ARCHIVE: 5}], units)
    assert on(found, "a") == {2: 2}
    assert found.amounts.rooms_apart == 0
    # In the basement there are only shelves: its archive is there, and that costs a floor of rooms alone.
    below = stacked([{ARCHIVE: 5}, {WORK: 4}], units, first=-1)
    assert below.amounts.rooms_apart == 1
    assert [(s.floor, s.staff) for s in below.shares if s.unit == "a"] == [(-1, 0), (0, 2)]


def test_desk_sharing_keeps_its_fraction_on_one_floor_and_all_staff_are_seated():
    found = stacked([{WORK: 3}, {WORK: 3}], {"a": {"staff": 7, "needs": (per_head(80),)}})
    parts = sorted(s.spaces[WORK] for s in found.shares)
    # 7 at 80 per 100 is 5.6 places: 3 on one floor, 2.6 on the other; staff 3.75 and 3.25, so 4 and 3.
    assert parts == [260, 300]
    assert sorted(on(found, "a").values()) == [3, 4]


def test_fractions_that_cannot_be_packed_whole_are_shared_and_that_is_said():
    units = {
        key: {"staff": 2, "needs": (SpaceNeed(kind=WORK, per_100_staff=n),)}
        for key, n in {"a": 34, "b": 33, "c": 33}.items()
    }
    # 0.68 + 0.66 + 0.66 = 2.00 of two floors with one place each: no two of them fit on a floor.
    found = stacked([{WORK: 1}, {WORK: 1}], units)
    assert found.parted
    assert sum(s.spaces[WORK] for s in found.shares) == 200


def test_a_building_with_too_little_room_is_overfilled_alike_and_that_is_said():
    units = {key: {"staff": 5, "needs": (per_head(),)} for key in ("a", "b")}
    found = stacked([{WORK: 4}, {WORK: 4}], units)
    assert found.lacking == {WORK: 200}
    assert sorted(sum(s.spaces[WORK] for s in found.on(n)) for n in (1, 2)) == [500, 500]


def test_a_service_without_a_front_of_its_own_is_received_in_its_interview_rooms():
    units = {
        "a": {
            "staff": 2,
            "needs": (per_head(), SpaceNeed(kind=INTERVIEW, per_site=1)),
            "service": "nav",
            "visits_per_year": 400,
        },
    }
    found = stacked([{WORK: 2}, {WORK: 2, INTERVIEW: 1}], units)
    # The only interview room is upstairs, whoever sits where.
    assert found.amounts.visit_floors == 400 * 1_000


def rooms(count: int) -> SpaceNeed:
    return SpaceNeed(kind=INTERVIEW, per_site=count)


def test_interview_rooms_upstairs_are_climbed_to_as_the_front_is():
    """Half of 600 visits go to the front, half to three rooms, of which two are one floor up: 300 x 2/3."""
    units = {"a": {"staff": 2, "needs": (per_head(), front(10), rooms(3)), "visits_per_year": 600}}
    found = stacked([{WORK: 2, FRONT: 10, INTERVIEW: 1}, {INTERVIEW: 2}], units)
    assert found.amounts.visit_floors == 200 * 1_000


def test_the_interview_rooms_at_the_entrance_go_to_those_with_most_visits():
    units = {
        "few": {"staff": 2, "needs": (per_head(), front(5), rooms(1)), "visits_per_year": 100},
        "many": {"staff": 2, "needs": (per_head(), front(5), rooms(1)), "visits_per_year": 900},
        "inner": {"staff": 2, "needs": (per_head(), rooms(1)), "visits_per_year": 5_000},
    }
    found = stacked([{WORK: 4, FRONT: 10, INTERVIEW: 1}, {WORK: 2, INTERVIEW: 2}], units)
    # Half of 100 climb a floor; the inner unit is no service and has no front: nobody is received there.
    assert found.amounts.visit_floors == 50 * 1_000
    assert {s.unit for s in found.shares if s.floor == 1 and s.spaces.get(INTERVIEW)} == {"many"}


def test_the_public_is_received_where_the_front_or_the_interview_rooms_are_and_nowhere_else():
    units = {"a": {"staff": 4, "needs": (per_head(), front(10), rooms(1)), "visits_per_year": 600}}
    found = stacked([{FRONT: 10, WORK: 1}, {WORK: 3}, {INTERVIEW: 1}], units)
    assert {s.floor: found.receives(s) for s in found.shares} == {1: True, 2: False, 3: True}
    assert [s.floor for s in found.shares if found.front_only(s)] == [3]
    # Without a front or interview rooms a service receives at its workplaces.
    service = {"a": {"staff": 4, "needs": (per_head(),), "service": "nav", "visits_per_year": 600}}
    assert all(map((plain := stacked([{WORK: 4}], service)).receives, plain.shares))


def test_of_equally_good_floors_it_is_the_one_by_the_entrance():
    # Nobody visits and nothing else tells the floors apart; what does not fit below stays where it is.
    units = {"a": {"staff": 2, "needs": (per_head(), SpaceNeed(kind=ARCHIVE, per_site=12))}}
    found = stacked([{WORK: 4, ARCHIVE: 4}, {WORK: 4, ARCHIVE: 8}], units)
    assert on(found, "a") == {1: 2, 2: 0}


def test_floors_are_swapped_only_where_that_costs_nothing():
    units = {
        "large": {"staff": 3, "needs": (per_head(),)},
        "small": {"staff": 1, "needs": (per_head(), front(10)), "visits_per_year": 100},
    }
    found = stacked([{WORK: 3, FRONT: 10}, {WORK: 3}], units)
    # Three would sit by the entrance instead of one, but then 100 visits would climb.
    assert (on(found, "small"), on(found, "large")) == ({1: 1}, {2: 3})


def test_a_unit_that_needs_no_space_still_sits_somewhere():
    found = stacked([{WORK: 1}, {WORK: 1}], {"a": {"staff": 3, "needs": ()}})
    assert list(on(found, "a").values()) == [3]


def test_every_building_in_use_is_stacked_and_progress_is_told():
    stock = sample.inventory()
    news: list[tuple[str, int, int]] = []
    plan = stack_proposal(stock, stock.today, on_building=lambda *told: news.append(told))
    assert plan.proven
    assert [b.building for b in plan.buildings] == ["A", "B", "C"]
    assert news == [("A", 0, 3), ("B", 1, 3), ("C", 2, 3)]
    assert plan.amounts.floors_taken == 3


def test_after_a_stop_what_is_not_done_is_left_out_and_named():
    stop, told = threading.Event(), []
    stock = sample.inventory()

    def heard(building: str, done: int, count: int) -> None:
        told.append(building)
        stop.set()

    plan = stack_proposal(stock, stock.today, on_building=heard, stop=stop)
    assert [b.building for b in plan.buildings] == told == ["A"]
    assert plan.left_out == ("B", "C")
    assert not plan.proven


def test_a_model_that_says_another_amount_than_is_measured_is_never_silent(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "stack_amounts", lambda *_: StackAmounts(floors_taken=9))
    with pytest.raises(Disagreement):
        stack_building(*house([{WORK: 4}], {"a": {"staff": 2, "needs": (per_head(),)}}), "H")


def test_whole_places_on_more_floors_are_found_before_any_place_is_shared():
    # 1.5 + 1.3 + 1.2 places on two floors of two. Nobody split: two on one floor need 2.5 or more of its 2. One split:
    # of the others one has a floor, and beside 1.5, 1.3 or 1.2 there is no room for a whole place, only for its rest:
    # 1.5 below with the 0.3 of 1.3 above; then 1 + 1.2 above are 2.2. Two split: a's 1 and b's 1 below, a's 0.5,
    # b's 0.3 and c's 1.2 above: 2 and 2.
    units = {key: {"staff": 1, "needs": (per_head(n),)} for key, n in {"a": 150, "b": 130, "c": 120}.items()}
    found = stacked([{WORK: 2}, {WORK: 2}], units)
    assert not found.parted
    assert (found.amounts.floors_between, found.amounts.floors_taken) == (2, 5)


def test_when_no_ranges_are_found_in_time_a_plan_is_given_and_not_called_the_best(monkeypatch: pytest.MonkeyPatch):
    def late(*_, **__):
        raise NoTime()

    monkeypatch.setattr(search_module, "best_ranges", late)
    units = {key: {"staff": 1, "needs": (per_head(n),)} for key, n in {"a": 150, "b": 130, "c": 120}.items()}
    found = stack_building(*house([{WORK: 2}, {WORK: 2}], units), "H")
    assert found is not None
    assert not found.parted
    assert (found.run.status, found.run.open_from, found.run.within) == (Status.FEASIBLE, "floors_between", None)


def three_in_a_row() -> tuple[list[dict[SpaceKind, int]], dict[str, dict[str, object]], dict[tuple[str, str], int]]:
    """Three floors of three places: the six of a have two of them, the three of b the third, c needs no place.

    a has one floor between its two, and is one floor from b whichever end it has: 40 times 1. c sits with b: 70 x 0.
    """
    units: dict[str, dict[str, object]] = {
        "a": {"staff": 6, "needs": (per_head(),)},
        "b": {"staff": 3, "needs": (per_head(),)},
        "c": {"staff": 1, "needs": ()},
    }
    return [{WORK: 3}] * 3, units, {("a", "b"): 40, ("b", "c"): 70}


def test_lengths_not_tried_from_below_are_sought_among_all_ranges(monkeypatch: pytest.MonkeyPatch):
    from_below = stacked(*three_in_a_row())
    assert (from_below.amounts.floors_between, from_below.amounts.strength_floors) == (1, 40)
    monkeypatch.setattr(ranges_module, "_STEPS", 0)
    assert stacked(*three_in_a_row()).amounts == from_below.amounts


def test_nearness_that_is_not_proven_with_the_rooms_is_proven_alone(monkeypatch: pytest.MonkeyPatch):
    least, open_ended = ranges_module.least, []

    def unsure(*args, **more):
        found = least(*args, **more)
        if found and more.get("work") == ranges_module._STEP_WORK:
            open_ended.append(found.bound)
            return replace(found, bound=0)
        return found

    monkeypatch.setattr(ranges_module, "least", unsure)
    assert stacked(*three_in_a_row()).amounts.strength_floors == 40
    assert open_ended


def test_after_a_stop_the_rooms_have_a_second_and_not_all_the_time_left(monkeypatch: pytest.MonkeyPatch):
    stop, asked, least = threading.Event(), [], search_module.least

    def watched(*args, seconds, **more):
        asked.append(seconds)
        found = least(*args, seconds=seconds, **more)
        stop.set()
        return found

    monkeypatch.setattr(ranges_module, "least", watched)
    monkeypatch.setattr(search_module, "least", watched)
    units = {key: {"staff": 1, "needs": (per_head(),)} for key in ("a", "b")}
    assert stack_building(*house([{WORK: 2}] * 2, units), "H", seconds=500, stop=stop) is not None
    # The ranges may have half the time at first; the rooms come after the stop.
    assert asked[0] > 200
    assert asked[1:] == [1]
