"""No name may cover another, a symbol or the edge of the map."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.pictures.box import Box
from localisation.pictures.labels import LabelRequest, place_labels

FRAME = Box(0, 0, 400, 300)
requests = st.builds(
    LabelRequest,
    key=st.text("abc", min_size=1, max_size=4),
    text=st.text("Asker rådhus\n(12)", min_size=1, max_size=30),
    x=st.floats(0, 400),
    y=st.floats(0, 300),
    radius=st.floats(2, 20),
    size=st.just(10.0),
    bold=st.booleans(),
    priority=st.floats(0, 10),
)
boxes = st.builds(Box.around, st.floats(0, 400), st.floats(0, 300), st.floats(1, 30))


@settings(max_examples=60, deadline=None)
@given(st.lists(requests, max_size=25), st.lists(boxes, max_size=8))
def test_no_label_covers_another_an_obstacle_or_the_edge(wanted: list[LabelRequest], obstacles: list[Box]) -> None:
    placed, left_out = place_labels(wanted, FRAME, obstacles)
    assert len(placed) + len(left_out) == len(wanted)
    for label in placed:
        assert label.box.within(FRAME)
        assert not any(label.box.overlaps(o) for o in obstacles)
    assert not any(a.box.overlaps(b.box) for a, b in combinations(placed, 2))


def request(key: str, x: float, y: float, priority: float = 0) -> LabelRequest:
    return LabelRequest(key=key, text="Nordby", x=x, y=y, radius=5, size=10, priority=priority)


def test_a_lone_label_stands_to_the_right_of_its_symbol_without_a_leader() -> None:
    placed, _ = place_labels([request("a", 100, 100)], FRAME, [])
    assert placed[0].box.left == 108  # 100 + radius 5 + 3
    assert placed[0].box.top < 100 < placed[0].box.bottom
    assert placed[0].leader is None


def test_the_most_important_label_takes_the_best_place() -> None:
    placed, _ = place_labels([request("a", 100, 100, 1), request("b", 100, 100, 2)], FRAME, [])
    assert [p.request.key for p in placed] == ["b", "a"]
    assert placed[0].box.left == 108


def test_a_label_keeps_clear_of_flows_where_another_side_is_free() -> None:
    flow = [(x, 100.0) for x in range(106, 160, 4)]
    placed, _ = place_labels([request("a", 100, 100)], FRAME, [], flow)
    assert not any(placed[0].box.holds(*spot) for spot in flow)


def test_a_label_far_from_its_symbol_has_a_leader_from_edge_to_text() -> None:
    wall = [Box(60, 60, 140, 140)]
    placed, _ = place_labels([request("a", 100, 100)], FRAME, wall)
    assert placed[0].leader is not None
    (x, y), end = placed[0].leader
    assert round(((x - 100) ** 2 + (y - 100) ** 2) ** 0.5, 6) == 5
    assert placed[0].box.holds(*end)


def test_a_label_without_room_is_reported_and_not_squeezed_in() -> None:
    placed, left_out = place_labels([request("a", 100, 100)], FRAME, [FRAME])
    assert placed == []
    assert [r.key for r in left_out] == ["a"]


def test_a_name_does_not_stand_beside_another_symbol_than_its_own() -> None:
    """Its own sides are taken but for the one towards the other symbol; further off there is room, and a line to it."""
    walls = [Box(60, 60, 140, 94), Box(60, 106, 140, 140), Box(60, 90, 94, 110)]
    placed, _ = place_labels([request("a", 100, 100, 1), request("b", 160, 100)], FRAME, walls)
    label = placed[0]
    assert label.request.key == "a"
    own, other = label.box.nearest(100, 100), label.box.nearest(160, 100)
    assert (own[0] - 100) ** 2 + (own[1] - 100) ** 2 < (other[0] - 160) ** 2 + (other[1] - 100) ** 2
