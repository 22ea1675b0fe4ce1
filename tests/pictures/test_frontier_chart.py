"""The picture of a frontier: what stands where, and the words beside it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import vl_convert

from localisation.domain.assessment import Assessment, CriterionResult
from localisation.domain.proposal import Proposal
from localisation.pictures.frontier.axis_scale import ticks, told_value
from localisation.pictures.frontier.frontier_chart import frontier_chart, frontier_twin
from localisation.pictures.frontier.panel_ends import panel_ends
from localisation.pictures.frontier.reference_marks import LOOKS, REACH
from localisation.pictures.frontier.reference_words import point_numbers
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.frontier import Frontier, FrontierPoint
from localisation.solving.frontier.reference import Reference, Whose
from localisation.solving.frontier.region import Box
from localisation.texts import LANGUAGES, Texts
from tests.solving.sample import criterion, instance
from tests.solving.test_solve import weighted

COST, MOVED = weighted("present_value", 30, 0, 10_000), weighted("people_moved", 20, 0, 15)
NOTHING = Assessment(results=(), goal=(0,), points=50.0)


def axis(criterion: Any) -> Axis:
    return Axis(id=criterion.id, name=criterion.name, factors={criterion.id: 1}, criterion=criterion)


def point(*values: int, **more: Any) -> FrontierPoint:
    facts: dict[str, Any] = {"proven": True, "room": tuple(0 for _ in values), "assessment": NOTHING}
    return FrontierPoint(values=values, proposal=Proposal(placements=()), **(facts | more))


FRONTIER = Frontier(
    instance=instance(COST, MOVED),
    axes=(axis(COST), axis(MOVED)),
    points=(
        point(40_000_000, 15, best_on=(COST.id,), least_on=(COST.id,)),
        point(42_000_000, 4, knee=True),
        point(60_000_000, 0, proven=False, room=(5_000_000, 0), best_on=(MOVED.id,)),
    ),
    corners=(),
    undecided=(Box((42_000_001, 1), (60_000_000, 4)),),
    gap=0.2,
    complete=False,
    stopped=False,
    seconds=1.0,
    questions=6,
)


BROKEN = Assessment(
    results=(CriterionResult(criterion=criterion("M", "facilities"), amount=2, met=False),), goal=(0,), points=20.0
)


def held(whose: Whose, *values: int, assessment: Assessment = NOTHING) -> Reference:
    return Reference(whose=whose, proposal=Proposal(placements=()), assessment=assessment, values=values)


def with_references(*some: Reference) -> Frontier:
    return replace(FRONTIER, references=some)


def words(spec: Any) -> Iterator[str]:
    match spec:
        case {"text": str() as text}:
            yield text
        case dict():
            for part in spec.values():
                yield from words(part)
        case list():
            for part in spec:
                yield from words(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_has_its_number_and_money_is_in_millions(language: str):
    t = Texts(language)
    chart = frontier_chart(FRONTIER, t)
    said = list(words(chart))
    assert {"1", "2", "3"} <= set(said)
    assert any(t("frontier.legend.band") in s for s in said)
    assert any(t("frontier.legend.open") in s for s in said)
    # 40 000 000 hundredths of a thousand are 400 million.
    assert any("400" in s for s in said)
    assert vl_convert.vegalite_to_svg(json.dumps(chart)).startswith("<svg")


def test_the_table_says_what_is_proven_and_what_could_be_better():
    twin = frontier_twin(FRONTIER, Texts("nb"))
    assert [row[1] for row in twin.rows] == ["400", "420", "600"]
    assert [row[-2] for row in twin.rows[:2]] == ["bevist", "bevist"]
    assert twin.rows[2][-2] == "kan bli inntil 50 mill. kr (V-present_value) bedre"
    assert [row[-1] for row in twin.rows] == [
        "best på V-present_value",
        "knekkpunkt",
        "best av de funne på V-people_moved",
    ]


def test_references_follow_the_points_in_the_table_and_broken_musts_are_counted():
    today = held(Whose.TODAY, 65_000_000, 4, assessment=BROKEN)
    twin = frontier_twin(with_references(today, held(Whose.PROPOSAL, 42_000_000, 4)), Texts("nb"))
    assert [row[0] for row in twin.rows[3:]] == ["Dagens situasjon", "Forslaget"]
    # 650 million and 4 moved: points 2 (420 and 4) and 3 (600 and 0) are better.
    assert twin.rows[3][-2:] == ("bryter 1 må-krav", "slått av punkt 2, 3")
    assert twin.rows[4][-2:] == ("oppfyller alle må-krav", "samme verdier som punkt 2")
    unbeaten = frontier_twin(with_references(held(Whose.TODAY, 39_000_000, 9, assessment=BROKEN)), Texts("en"))
    assert unbeaten.rows[3][-2:] == ("breaks 1 must", "beaten by no point")


@pytest.mark.parametrize(
    ("cost", "outside"),
    [
        # The points and the box take 200 million, from 400 to 600: there is room up to 400 + 3 · 200 = 1 000.
        (100_000_000, False),
        (100_000_001, True),
    ],
)
def test_a_reference_far_outside_is_told_at_the_edge_and_does_not_squeeze_the_points(cost: int, outside: bool):
    frontier = with_references(held(Whose.TODAY, cost, 8, assessment=BROKEN))
    (low, high), _ = panel_ends(frontier, (0, 1))
    # Air is 6 % of the axis at both ends.
    assert (low, high) == pytest.approx((388, 612) if outside else (364, 1_036))
    said = list(words(frontier_chart(frontier, Texts("nb"))))
    assert ("I dag" in said) != outside
    assert ("I dag, utenfor bildet: 1\xa0000 mill. kr" in said) == outside


def test_two_references_far_outside_stand_below_each_other():
    both = with_references(held(Whose.TODAY, 200_000_000, 90, assessment=BROKEN), held(Whose.PROPOSAL, 300_000_000, 80))
    chart = frontier_chart(both, Texts("nb"))
    spots = [
        (layer["data"]["values"][0]["x"], layer["data"]["values"][0]["y"])
        for layer in chart["layer"]
        if str(layer["mark"].get("shape") if "mark" in layer else "") in {"triangle-up", "triangle-right"}
    ]
    assert len(spots) == 2
    assert abs(spots[0][1] - spots[1][1]) >= 2 * REACH
    said = list(words(chart))
    assert "I dag, utenfor bildet: 2\xa0000 mill. kr, 90 personer" in said
    assert "Forslaget, utenfor bildet: 3\xa0000 mill. kr, 80 personer" in said


@pytest.mark.parametrize(
    ("numbers", "said"), [((0,), "1"), ((0, 1, 2, 3), "1, 2, 3, 4"), ((0, 1, 2, 3, 4), "1, 2, 3 og 2 andre")]
)
def test_many_points_are_told_by_the_first_and_a_count(numbers: tuple[int, ...], said: str):
    assert point_numbers(numbers, Texts("nb")) == said


def test_the_marks_of_references_are_told_apart_by_shape_and_name():
    both = with_references(held(Whose.TODAY, 50_000_000, 9, assessment=BROKEN), held(Whose.PROPOSAL, 42_000_000, 4))
    chart = frontier_chart(both, Texts("en"))
    shapes = {layer["mark"]["shape"] for layer in chart["layer"] if layer.get("mark", {}).get("type") == "point"}
    assert {LOOKS[whose]["shape"] for whose in Whose} <= shapes
    assert len({look["shape"] for look in LOOKS.values()} | {"circle", "diamond"}) == 4
    said = list(words(chart))
    assert {"Today", "The proposal", "Today's situation, breaks 1 must", "The proposal, meets every must"} <= set(said)
    assert {"1", "2", "3"} <= set(said)


def test_three_measures_are_drawn_pair_by_pair():
    third = axis(weighted("unused_space", 10, 0, 20))
    three = replace(
        FRONTIER,
        axes=(*FRONTIER.axes, third),
        points=tuple(replace(p, values=(*p.values, 100 * i)) for i, p in enumerate(FRONTIER.points)),
        undecided=(),
    )
    said = list(words(frontier_chart(three, Texts("nb"))))
    assert sum("V-unused_space" in s for s in said) == 2
    assert Texts("nb")("frontier.legend.band") not in said


def test_one_point_alone_can_be_drawn():
    alone = replace(FRONTIER, points=FRONTIER.points[:1], undecided=())
    assert vl_convert.vegalite_to_svg(json.dumps(frontier_chart(alone, Texts("nb")))).startswith("<svg")


def test_ticks_are_round_and_within():
    assert ticks(3, 27) == [5, 10, 15, 20, 25]
    assert ticks(-1.5, 1.5) == [-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5]
    assert ticks(7, 7) == [7]


def test_points_lost_are_told_with_two_decimals():
    lost = Axis(id="score", name="Samlet", factors={})
    assert told_value(lost, 12_345_678_901, Texts("nb")) == "12,35"
