"""Measures of access on a village of four zones; every number can be redone on paper.

| zone | inhabitants | seconds |
|---|---|---|
| north | 100 | 300 |
| middle | 200 | 600 |
| south | 100 | 1200 |
| island | 100 | none |
"""

import numpy as np
import pytest

from localisation.domain.road_times import RoadTimes
from localisation.geography.accessibility import (
    NotPlain,
    cumulative_opportunities,
    equality,
    gini,
    mean_time,
    nearest_time,
    percentile_time,
    profile,
    response,
    share_within,
    worst_centre,
)

PEOPLE = {"north": 100, "middle": 200, "south": 100, "island": 100}
SECONDS = {"north": 300.0, "middle": 600.0, "south": 1200.0}
AS_ARRAY = np.array([300, 600, 1200, np.nan]), np.array([100, 200, 100, 100])


def test_the_mean_is_of_those_who_reach_something_and_the_others_are_named():
    # (100*300 + 200*600 + 100*1200) / 400 = 270000 / 400 = 675 s
    found = mean_time(SECONDS, PEOPLE)
    assert found.mean_s == 675
    assert found.people == 400
    assert found.unreached.people == 100
    assert found.unreached.zones == ("island",)


def test_arrays_give_the_same_with_places_for_names():
    found = mean_time(*AS_ARRAY)
    assert found.mean_s == 675
    assert found.unreached.zones == (3,)
    assert share_within(*AS_ARRAY, 600).share == 0.6
    assert percentile_time(*AS_ARRAY, 80).seconds == 1200


def test_none_means_unreached_just_as_being_absent_does():
    assert mean_time(SECONDS | {"island": None}, PEOPLE) == mean_time(SECONDS, PEOPLE)  # type: ignore[dict-item]


def test_where_nobody_reaches_anything_there_is_no_mean():
    found = mean_time({}, PEOPLE)
    assert found.mean_s is None
    assert found.unreached.people == 500


def test_percentiles_are_of_all_inhabitants():
    # Within 300 s: 100 of 500 (20 %); 600 s: 300 (60 %); 1200 s: 400 (80 %); the last 100 never.
    for percent, seconds in ((20, 300), (20.5, 600), (50, 600), (60, 600), (61, 1200), (80, 1200), (81, None)):
        assert percentile_time(SECONDS, PEOPLE, percent).seconds == seconds, percent
    assert percentile_time({}, {"nobody": 0}, 50).seconds is None


def test_a_zone_exactly_at_the_limit_is_within_it():
    assert share_within(SECONDS, PEOPLE, 600).within == 300
    assert share_within(SECONDS, PEOPLE, 599).within == 100
    assert share_within(SECONDS, PEOPLE, 10**9).share == 0.8
    assert share_within({}, {"empty": 0}, 60).share is None


def test_the_worst_centre_and_those_that_reach_nothing():
    found = worst_centre({"A": 300, "B": 900, "C": None, "D": 900})
    assert (found.centre, found.seconds, found.unreached) == ("B", 900, ("C",))
    assert worst_centre({"C": None}).centre is None


def test_gini_of_two_equal_groups_where_one_has_everything_is_a_half():
    # Sum of p_i p_j |x_i - x_j| = 2 * 1 * 1 * 10; P = 2, mean 5: 20 / (2 * 4 * 5) = 0.5.
    assert gini({"a": 0, "b": 10}, {"a": 1, "b": 1}) == 0.5
    # Three people have 1 and one has 5: 2 * 3 * 1 * 4 / (2 * 16 * 2) = 24 / 64.
    assert gini(np.array([1, 5]), np.array([3, 1])) == 0.375


def test_gini_does_not_mind_the_order_of_the_ids_or_of_being_cut_up():
    assert gini({"b": 10, "a": 0}, {"a": 1, "b": 3}) == gini({"a": 0, "b": 10}, {"a": 1, "b": 3})
    assert gini(np.array([1, 1, 5]), np.array([1, 2, 1])) == 0.375
    assert gini({"a": 7, "b": 7}, {"a": 1, "b": 9}) == 0
    assert gini({"a": 0}, {"a": 9}) == 0
    assert gini({"a": 1}, {"a": 0}) is None


def test_equality_between_former_municipalities():
    # East: north 100 at 300 s and middle 200 at 600 s, mean 500. West: south 100 at 1200 s. Islands: nobody reaches.
    part_of = {"north": "east", "middle": "east", "south": "west", "island": "islands"}
    found = equality(SECONDS, PEOPLE, part_of)
    assert found.parts["east"].mean_s == 500
    assert found.ratio == 2.4
    assert (found.worst, found.best, found.unreached_parts) == ("west", "east", ("islands",))
    assert found.unreached_people == 100
    # Gini: 2 * 300 * 100 * 700 / (2 * 400^2 * 675) = 42e6 / 216e6.
    assert found.gini == pytest.approx(7 / 36)


def test_a_part_without_anyone_in_it_is_not_called_unreached():
    found = equality({"a": 60}, {"a": 1, "b": 0}, {"a": "x", "b": "y"})
    assert found.unreached_parts == ()
    assert found.ratio == 1


def test_cumulative_opportunities_count_what_is_within_the_limit():
    seconds = {"a": {"s": 300, "t": 900}, "b": {"t": 100}, "c": {"s": 2000}}
    people = {"a": 30, "b": 10, "c": 60}
    found = cumulative_opportunities(seconds, people, {"s": 5, "t": 7}, 900)
    assert found.by_zone == {"a": 12, "b": 7, "c": 0}
    assert found.mean == (30 * 12 + 10 * 7) / 100
    assert (found.unreached.people, found.unreached.zones) == (60, ("c",))
    array = np.array([[300, 900], [np.nan, 100], [2000, np.inf]])
    assert cumulative_opportunities(array, np.array([30, 10, 60]), np.array([5, 7]), 900).mean == found.mean


def test_the_profile_climbs_to_the_share_that_can_be_reached_and_no_further():
    found = profile(SECONDS, PEOPLE)
    assert found.minutes == tuple(range(21))
    assert found.share[4] == 0
    assert found.share[5] == 0.2
    assert found.share[10] == 0.6
    assert found.share[19] == 0.6
    assert found.share[20] == 0.8
    assert profile(SECONDS, PEOPLE, until_min=2).share == (0, 0, 0)
    assert profile({}, {"empty": 0}).share == ()


def test_the_nearest_of_several_sites():
    seconds = {"a": {"s": 300, "t": 200}, "b": {"u": 100}}
    assert nearest_time(seconds, {"s", "t"}) == {"a": 200}
    assert nearest_time(np.array([[300, 200, np.nan], [np.nan, np.nan, 100]]), [0, 1]).tolist() == [200, np.inf]
    with pytest.raises(NotPlain):
        nearest_time(seconds, [])


def test_response_counts_the_driven_part_of_each_stretch():
    """Limit 300 s. Four stretches of 1000 m, and one of 500 m that no depot reaches.

    1: from the start at 200 s, 200 s long: half of it. 2: from both ends at 250 s, 100 s long: half and half, all.
    3: one-way from its end (300 s) to its start (0 s), so only from its end, with nothing left: none, but reachable.
    4: in a depot (0 s), no time to drive: all.
    """
    roads = RoadTimes(
        start_s=np.array([200, 250, 0, 0, np.nan]),
        end_s=np.array([400, 250, 300, 0, np.nan]),
        forward_s=np.array([200, 100, np.nan, 0, 60]),
        backward_s=np.array([200, 100, 100, 0, 60]),
        metres=np.array([1000, 1000, 1000, 1000, 500]),
    )
    found = response(roads, SECONDS, PEOPLE, 300)
    assert found.road_within_m == 500 + 1000 + 0 + 1000
    assert found.road_share == pytest.approx(2500 / 4500)
    assert (found.road_unreached_m, found.road_unreached) == (500, (4,))
    assert found.people.share == 0.2


@pytest.mark.parametrize(
    ("seconds", "people"),
    [
        ({"a": -1}, {"a": 1}),
        ({"a": 1}, {"a": -1}),
        ({"a": 1}, {"a": float("nan")}),
        ({"a": 1, "x": 1}, {"a": 1}),
        (np.array([1.0, 2.0]), np.array([1.0])),
        ({"a": 1}, np.array([1.0])),
    ],
)
def test_values_that_do_not_fit_each_other_are_refused(seconds, people):
    with pytest.raises(NotPlain):
        mean_time(seconds, people)


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_a_percentile_outside_its_range_is_refused(percent: float):
    with pytest.raises(NotPlain):
        percentile_time(SECONDS, PEOPLE, percent)
