"""The frontier against brute force on cases small enough to try every proposal."""

import threading
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.building import Refurbishment
from localisation.domain.criterion import Criterion
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.solving.frontier.axes import axes_of
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.reference import Whose
from localisation.solving.frontier.solve_frontier import solve_frontier
from localisation.solving.no_proposal import NoProposal
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess
from tests.solving.sample import building, criterion, every_proposal, instance, inventory, unit

CAPACITY = criterion("K-plass", "space_capacity")
SITES = criterion("K-steder", "sites_per_unit")


def measure(rule: str, weight: int, best: int, worst: int, **more: object) -> Criterion:
    return criterion(rule, rule, Strength.WEIGHT, weight=weight, best=best, worst=worst, **more)


MEASURES = {
    c.id: c
    for c in (
        measure("annual_cost", 30, 0, 1_000),
        measure("people_moved", 20, 0, 15),
        measure("citizens_travel_time", 40, 0, 500),
        measure("refurbishment_cost", 10, 0, 2_000),
        criterion("together", "together", Strength.WEIGHT, weight=5, units=("u",), parameters={"hosts": ("v",)}),
    )
}
HARD = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def town(draw: Callable[[int, int], int]) -> Instance:
    """Four buildings along a road, four units that are visited; what is near is dear, more or less."""
    refit = Refurbishment(
        id="A+", building="A", name="Tettere", cost_nok=900_000, weeks=8, adds_spaces={"workplace": 4}
    )
    buildings = tuple(
        building(
            key,
            "N",
            1_000 * draw(0, 9),
            draw(3, 9),
            running_nok_per_year=50_000 * draw(1, 9),
            refurbishments=(refit,) if key == "A" else (),
        )
        for key in "ABCD"
    )
    units = tuple(
        unit(
            key,
            staff,
            {draw_from: staff},
            service="torg",
            visits_per_year=100 * draw(1, 20),
            sites_max=2 if key == "u" else 1,
        )
        for key, staff, draw_from in (("u", 2, "A"), ("v", 1, "B"), ("x", 3, "C"), ("y", 2, "D"))
    )
    return instance(CAPACITY, SITES, *MEASURES.values(), stock=inventory(buildings=buildings, units=units))


def fixed(seed: int) -> Instance:
    chance = Random(seed)
    return town(chance.randint)


CASE = fixed(10)


def lawful(case: Instance) -> list[Assessment]:
    return [a for p in every_proposal(case) if (a := assess(case, p)).valid]


def unbeaten(case: Instance, axes: tuple[Axis, ...]) -> list[tuple[int, ...]]:
    values = {tuple(a.value(found) for a in axes) for found in lawful(case)}
    return sorted(
        v for v in values if not any(o != v and all(x <= y for x, y in zip(o, v, strict=True)) for o in values)
    )


@HARD
@given(data=st.data())
@pytest.mark.parametrize("measures", [2, 3])
def test_every_proposal_that_none_beats_is_found(measures: int, data: st.DataObject):
    case = town(lambda low, high: data.draw(st.integers(low, high)))
    axes = axes_of(case, data.draw(st.permutations(list(MEASURES)))[:measures])
    every, wanted = lawful(case), unbeaten(case, axes)
    if not wanted:
        with pytest.raises(NoProposal):
            solve_frontier(case, axes, seconds=120)
        return
    found = solve_frontier(case, axes, seconds=120)
    assert [p.values for p in found.points] == wanted
    assert found.complete
    assert found.gap == 0
    for point in found.points:
        assert point.proven
        assert set(point.room) == {0}
        # Of those with its values it is the one with the best score.
        alike = [a.goal for a in every if tuple(axis.value(a) for axis in axes) == point.values]
        assert point.settled
        assert point.assessment.goal == min(alike)


PAIR = axes_of(CASE, ["annual_cost", "citizens_travel_time"])
WHOLE = unbeaten(CASE, PAIR)


@pytest.mark.parametrize("most", range(2, 6))
def test_few_points_are_all_proven_and_the_rest_lies_above_the_bounds(most: int):
    found = solve_frontier(CASE, PAIR, points=most, seconds=120)
    assert len(found.points) == min(most, len(WHOLE))
    assert {p.values for p in found.points} <= set(WHOLE)
    assert all(p.proven for p in found.points)
    # Whoever is not found lies on or above the staircase of bounds, and never below a point.
    for missing in WHOLE:
        assert any(all(low <= x for low, x in zip(c, missing, strict=True)) for c in found.corners)
    assert found.complete == (len(found.points) == len(WHOLE))
    assert (found.gap > 0) == (not found.complete)


def test_the_ends_are_best_on_their_measure_and_at_most_one_point_is_the_knee():
    found = solve_frontier(CASE, PAIR, seconds=120)
    assert found.points[0].best_on == found.points[0].least_on == ("annual_cost",)
    assert found.points[-1].best_on == ("citizens_travel_time",)
    assert sum(p.knee for p in found.points) <= 1


def test_the_score_and_groups_are_measures_too():
    grouped = replace(
        CASE,
        criteria=(
            CAPACITY,
            SITES,
            MEASURES["annual_cost"].model_copy(update={"group": "Økonomi", "group_en": "Economy"}),
            MEASURES["refurbishment_cost"].model_copy(update={"group": "Økonomi", "group_en": "Economy"}),
            MEASURES["citizens_travel_time"].model_copy(update={"group": "Nærhet"}),
            MEASURES["people_moved"].model_copy(update={"strength": Strength.INFO, "weight": 0}),
        ),
    )
    for names in (["økonomi", "Nærhet"], ["score", "people_moved"], []):
        axes = axes_of(grouped, names)
        values = {tuple(a.value(found) for a in axes) for found in lawful(grouped)}
        wanted = [
            v for v in values if not any(o != v and all(x <= y for x, y in zip(o, v, strict=True)) for o in values)
        ]
        found = solve_frontier(grouped, axes, seconds=120)
        # Values closer than a step count as one, so that each of one list must be within a step of one in the other.
        for ours, theirs in ((found.points, wanted), (wanted, found.points)):
            for one in ours:
                assert any(_near(one, other, axes) for other in theirs), names
        assert found.complete


def _near(one: object, other: object, axes: tuple[Axis, ...]) -> bool:
    first, second = (getattr(v, "values", v) for v in (one, other))
    return all(abs(x - y) < a.step for x, y, a in zip(first, second, axes, strict=True))


def stored(proposal: Proposal, *runs: LevelRun) -> Result:
    """A proposal of a file, with what was proven of it."""
    return Result(proposal=proposal, assessment=assess(CASE, proposal), runs=runs, seed=1, workers=1)


def test_what_was_proven_of_the_score_before_bounds_its_axis_from_the_start():
    axes = axes_of(CASE, ["score", "people_moved"])
    best = min((p for p in every_proposal(CASE) if assess(CASE, p).valid), key=lambda p: assess(CASE, p).goal[0])
    value = assess(CASE, best).goal[0]
    gap = LevelRun(status=Status.FEASIBLE, value=value, bound=value - 12_345, seconds=1.0, engine="")
    stop = threading.Event()
    stop.set()  # Before a single question: all that is known of the point is what came with it.
    found = solve_frontier(CASE, axes, seconds=60, stop=stop, known=[stored(best, gap)])
    room = next(p.room[0] for p in found.points if p.values[0] == value)
    assert room is not None
    assert room <= 12_345
    unknown = solve_frontier(CASE, axes, seconds=60, stop=stop, known=[stored(best)])
    assert all(p.room[0] is None or p.room[0] > 12_345 for p in unknown.points)


def test_a_known_proposal_is_a_point_or_beaten_by_one_however_few_points_are_asked_for():
    # Of every proposal that meets the musts, whatever it is: two points are fewer than the whole frontier has.
    chance = Random(3)
    for known in chance.sample([p for p in every_proposal(CASE) if assess(CASE, p).valid], 8):
        found = solve_frontier(CASE, PAIR, points=2, known=[stored(known)], seconds=120)
        today, mine = found.references
        assert (today.whose, mine.whose) == (Whose.TODAY, Whose.PROPOSAL)
        assert mine.values == tuple(a.value(assess(CASE, known)) for a in PAIR)
        at, beaten = found.standing(mine)
        if mine.values in WHOLE:
            assert found.points[at or 0].values == mine.values
            assert found.points[at or 0].proven
            assert not beaten
        else:
            assert at is None
            assert beaten
            for i in beaten:
                assert all(x <= y for x, y in zip(found.points[i].values, mine.values, strict=True))


def test_a_known_proposal_that_breaks_a_must_is_shown_and_never_a_point():
    unlawful = next(p for p in every_proposal(CASE) if (a := assess(CASE, p)).broken_musts and not a.structural)
    found = solve_frontier(CASE, PAIR, known=[stored(unlawful)], seconds=120)
    assert [p.values for p in found.points] == WHOLE
    assert not found.references[1].lawful
    assert all(p.proposal != unlawful for p in found.points)


def test_a_stop_keeps_what_was_found_and_claims_no_more():
    stop = threading.Event()
    found = solve_frontier(CASE, PAIR, seconds=120, stop=stop, on_progress=lambda _: stop.set())
    assert found.stopped
    assert found.points
    assert not found.complete
    assert found.gap > 0


class AfterNews(threading.Event):
    """Set once it was told of progress so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._left = times

    def heard(self, _: object) -> None:
        self._left -= 1
        if not self._left:
            self.set()


@pytest.mark.parametrize("names", [["annual_cost", "citizens_travel_time"], list(MEASURES)[:3]])
def test_wherever_it_stops_what_is_missing_lies_in_what_is_undecided(names: list[str]):
    axes = axes_of(CASE, names)
    wanted = unbeaten(CASE, axes)
    for last in range(1, 9):
        stop = AfterNews(last)
        found = solve_frontier(CASE, axes, seconds=120, stop=stop, on_progress=stop.heard)
        values = {p.values for p in found.points}
        for missing in set(wanted) - values:
            assert any(
                all(low <= x < high for low, x, high in zip(box.low, missing, box.high, strict=True))
                for box in found.undecided
            ), (last, missing)
        for point in found.points:
            better = [w for w in wanted if all(x <= y for x, y in zip(w, point.values, strict=True))]
            assert not point.proven or better == [point.values]
            for one in better:  # As much better as the room says, and no more.
                assert all(r is None or y - x <= r for r, x, y in zip(point.room, one, point.values, strict=True))


STAY_OUT = criterion("ute", "forbidden_location", units=("u",), parameters={"buildings": ("A",)})
"""Nobody has tried what today breaks: u sits in A."""


def test_stopped_before_anything_was_found_is_said_so():
    stop = threading.Event()
    stop.set()
    with pytest.raises(StoppedEmpty):
        solve_frontier(replace(CASE, criteria=(*CASE.criteria, STAY_OUT)), PAIR, seconds=120, stop=stop)


def test_musts_that_collide_are_told_as_ever():
    closed = criterion("stengt", "buildings_closed", parameters={"buildings": ("A", "B", "C", "D")})
    case = replace(CASE, criteria=(*CASE.criteria, closed))
    with pytest.raises(NoProposal):
        solve_frontier(case, axes_of(case), seconds=60)


def test_a_check_that_contradicts_the_model_lets_nothing_out(monkeypatch: pytest.MonkeyPatch):
    measured = PeopleMoved.measure
    monkeypatch.setattr(PeopleMoved, "measure", lambda self, given, p: measured(self, given, p) + 7)
    with pytest.raises(Disagreement):
        solve_frontier(CASE, axes_of(CASE, ["people_moved", "annual_cost"]), seconds=60)
