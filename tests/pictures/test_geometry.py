"""Frames, ribbons, clusters and symbols: figures one can redo on paper."""

from math import hypot, pi

import pytest

from localisation.domain.vocabulary import Tenure
from localisation.pictures.box import Box
from localisation.pictures.clip import clip_line, clip_polygon
from localisation.pictures.clusters import clusters
from localisation.pictures.dodge import dodge
from localisation.pictures.frame import Frame
from localisation.pictures.ribbon import ribbon
from localisation.pictures.scale_bar import bar_box, bar_km
from localisation.pictures.site import Fate
from localisation.pictures.symbols import symbol, wrapped
from localisation.pictures.text_width import text_width


def test_a_frame_shows_all_points_at_the_largest_scale_that_fits() -> None:
    # 10 km across in 120 - 2 * 10 px is 0.1 km a pixel; 5 km up in 80 px would allow 0.0625.
    frame = Frame.showing([(0, 0), (10_000, 5_000)], 120, 100, margins_px=(10, 10), least_km=1)
    assert frame.km_per_px == 0.1
    assert frame.pixels(0, 2_500) == (10, 50)
    assert frame.x_domain == [-1, 11]
    assert frame.y_domain == [-2.5, 7.5]
    assert frame.ground(10, 50) == (0, 2.5)


def test_a_frame_round_one_point_is_no_smaller_than_asked() -> None:
    frame = Frame.showing([(500, 500)], 100, 100, margins_px=(0, 0), least_km=2)
    assert frame.km_per_px == 0.02


@pytest.mark.parametrize(("width_km", "bar"), [(40, 10), (33, 5), (10, 2), (0.5, 0.1)])
def test_the_scale_bar_is_a_round_length_of_at_most_three_tenths(width_km: float, bar: float) -> None:
    frame = Frame(left_km=0, top_km=0, km_per_px=width_km / 400, width=400, height=300)
    assert bar_km(frame) == pytest.approx(bar)


def test_the_scale_bar_avoids_the_crowded_corner() -> None:
    frame = Frame(left_km=0, top_km=0, km_per_px=0.1, width=400, height=300)
    crowd = [(20.0, 280.0), (30.0, 285.0)]
    assert bar_box(frame, [], north=True).left < 200
    assert bar_box(frame, crowd, north=True).left > 200


def test_a_ribbon_ends_at_the_symbols_and_points_at_its_goal() -> None:
    outline = ribbon((0, 0), (100, 0), 4, start_gap=10, end_gap=20)
    goal = min(outline, key=lambda p: hypot(p[0] - 100, p[1]))
    assert hypot(goal[0] - 100, goal[1]) == pytest.approx(20, abs=5)
    assert min(x for x, _ in outline) > 5


def test_there_and_back_swing_to_different_sides() -> None:
    there, back = ribbon((0, 0), (100, 0), 2), ribbon((100, 0), (0, 0), 2)
    assert all(y > -2 for _, y in there)
    assert all(y < 2 for _, y in back)


def test_no_ribbon_between_symbols_that_touch() -> None:
    assert ribbon((0, 0), (20, 0), 4, start_gap=10, end_gap=10) == []


def test_chained_symbols_are_one_cluster() -> None:
    circles = {"a": (0.0, 0.0, 5.0), "b": (8.0, 0.0, 5.0), "c": (16.0, 0.0, 5.0), "d": (60.0, 0.0, 5.0)}
    assert clusters(circles, closer_than=1) == [("a", "b", "c")]
    assert clusters(circles, closer_than=0.5) == []


def test_symbols_on_one_spot_step_aside_the_small_one_most() -> None:
    big, small = dodge([(0, 0, 10), (0, 0, 2)])
    assert hypot(small[0] - big[0], small[1] - big[1]) >= 13 - 1e-6  # 10 + 2 + 1 of air
    assert hypot(*small) > hypot(*big)


def test_every_shape_has_the_area_of_the_circle() -> None:
    circle, square, diamond = (symbol(t, Fate.KEPT, 0, 0, 10)["size"] for t in Tenure)
    area = pi * 10**2
    assert circle * pi / 4 == pytest.approx(area, abs=0.01)
    assert square == pytest.approx(area, abs=0.01)
    assert diamond / 2 == pytest.approx(area, abs=0.01)


def test_a_long_name_breaks_near_the_middle_and_keeps_its_figure() -> None:
    assert wrapped("Rådhuset", "(40)") == "Rådhuset (40)"
    assert wrapped("Innbyggertorg Slemmestad", "(6)") == "Innbyggertorg\nSlemmestad (6)"


def test_clipping_keeps_what_is_inside() -> None:
    box = Box(0, 0, 10, 10)
    assert clip_line([(-5, 5), (15, 5)], box) == [[(0, 5), (10, 5)]]
    assert clip_line([(-5, 20), (15, 20)], box) == []
    (left,) = clip_polygon([(5, 5), (20, 5), (20, 20), (5, 20)], box)
    assert sorted(left) == [(5, 5), (5, 10), (10, 5), (10, 10)]


def test_text_is_measured_no_narrower_than_arial() -> None:
    # Arial (1000 units an em): A 667, s 500, k 500, e 556, r 333 = 2556.
    assert 25.56 <= text_width("Asker", 10) <= 29
    assert text_width("Asker", 10, bold=True) > text_width("Asker", 10)
    assert text_width("漢", 10) == 10
