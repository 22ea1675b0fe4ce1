"""What is asked next, with numbers one can redo on paper."""

import pytest

from localisation.solving.frontier.axis import LEAST_PRICE
from localisation.solving.frontier.next_question import Asked, Chooser
from localisation.solving.frontier.region import Region, Slope
from localisation.solving.frontier.weights import MOST_SUM, weights_of

ENDS = [(0, 1000), (4000, 0)]


def between_the_ends() -> Region:
    region = Region((0, 0), (9000, 9000), (1, 1))
    for end in ENDS:
        region.found(end)
    for bound in ((1, 1000), (0, 9001), (4000, 1), (9001, 0)):
        region.proven(bound)
    return region


def test_first_the_slope_from_one_neighbour_to_the_other_without_limits_then_in_the_box_alone():
    region, chooser = between_the_ends(), Chooser((9000, 9000), (1, 1))
    first = chooser.choose(region, ENDS)
    # 4000 on the first axis weigh as much as 1000 on the second.
    assert first == Asked((9000, 9000), (LEAST_PRICE, 4 * LEAST_PRICE))
    chooser.heard(first, news=False, proven=True)
    second = chooser.choose(region, ENDS)
    assert second == Asked((3999, 999), first.weights)
    chooser.heard(second, news=False, proven=False)
    # In vain: the middle of the box, on the axis where less is open.
    third = chooser.choose(region, ENDS)
    assert third is not None
    assert third.axis is not None


def test_where_the_slope_was_not_proven_a_half_with_a_neighbour_in_it_comes_before_the_box():
    region, chooser = between_the_ends(), Chooser((9000, 9000), (1, 1))
    first = chooser.choose(region, ENDS)
    assert first is not None
    chooser.heard(first, news=False, proven=False)
    half = chooser.choose(region, ENDS)
    # From 1 to 3999 is open on the first axis; with at most the middle of it (0, 1000) is there to begin from.
    assert half == Asked((2000, 9000), first.weights)
    chooser.heard(half, news=False, proven=False)
    assert chooser.choose(region, ENDS) == Asked((3999, 999), first.weights)


def test_a_question_that_was_proven_and_brought_nothing_is_not_asked_again():
    region, chooser = between_the_ends(), Chooser((9000, 9000), (1, 1))
    asked = set()
    while (one := chooser.choose(region, ENDS)) is not None:
        assert one not in asked
        asked.add(one)
        chooser.heard(one, news=False, proven=True)
    assert len(asked) >= 4


def test_what_a_slope_rules_out_is_not_asked_for():
    region, chooser = between_the_ends(), Chooser((9000, 9000), (1, 1))
    region.sloped(Slope((1, 4), 8000, (9000, 9000)))
    assert chooser.choose(region, ENDS) is None


@pytest.mark.parametrize(("extents", "steps"), [((50, 2), (1, 1)), ((7, 900), (1, 1)), ((9_000, 3), (LEAST_PRICE, 1))])
def test_extents_weigh_alike_and_a_step_is_more_than_a_proof_may_err_by(
    extents: tuple[int, int], steps: tuple[int, int]
):
    weights = weights_of(extents, (1_000, 1_000), steps)
    first, second = (w * e for w, e in zip(weights, extents, strict=True))
    assert first == pytest.approx(second, rel=0.5)
    assert all(w * s >= LEAST_PRICE for w, s in zip(weights, steps, strict=True))


def test_no_axis_comes_to_more_than_floating_point_can_prove():
    steep, flat = weights_of((1, 10**9), (10**8, 10**8), (1, 1))
    assert steep == MOST_SUM // 10**8
    assert flat == LEAST_PRICE
