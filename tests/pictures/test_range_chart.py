"""The picture of ranges: bars where the weights are, arrows where they go on, and rounding that never promises more."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
import vl_convert

from localisation.domain.vocabulary import Strength
from localisation.pictures.robustness.range_chart import range_chart
from localisation.pictures.robustness.range_words import most_sensitive, most_sensitive_first, range_text
from localisation.solving.robustness.weight_range import WeightRange
from localisation.texts import Texts
from tests.solving.sample import criterion

NB = Texts("nb")


def ranged(key: str, weight: int, low: Fraction, high: Fraction | None, **more: object) -> WeightRange:
    row = criterion(key, "people_moved", Strength.WEIGHT, weight=weight, best=0, worst=10)
    return WeightRange(criterion=row, low=low, high=high, **more)  # type: ignore[arg-type]


RANGES = (
    ranged("romslig", 10, Fraction(0), None),
    ranged("trang", 20, Fraction(19), Fraction(30), sure=(Fraction(19), Fraction(25))),
    ranged("ingen", 5, Fraction(8), Fraction(7), empty=True),
    ranged("langt", 10, Fraction(0), Fraction(4000)),
)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (Fraction(40, 3), Fraction(40, 3) * 2, "fra 13,4 til 26,6"),
        (Fraction(0), Fraction(365, 10), "til 36,5"),
        (Fraction(12), None, "fra 12"),
        (Fraction(0), None, "alle vekter"),
        (Fraction(7), Fraction(7), "7"),
    ],
)
def test_limits_are_rounded_inwards(low: Fraction, high: Fraction | None, text: str):
    assert range_text(low, high, NB) == text


def test_the_one_that_holds_nowhere_comes_first_then_the_one_with_least_room():
    # "trang" may lose 1 of 20, a twentieth; the others much more.
    assert [r.criterion.id for r in most_sensitive_first(RANGES)][:2] == ["ingen", "trang"]


def test_the_most_sensitive_weight_has_a_limit_however_far_away_or_there_is_none():
    free = [replace(r, low=Fraction(0), high=None, below=None, above=None, empty=False) for r in RANGES]
    assert most_sensitive(tuple(free)) is None
    assert most_sensitive(()) is None
    far = replace(free[-1], high=Fraction(1000 * free[-1].criterion.weight))
    assert most_sensitive((*free, far)) is far
    assert most_sensitive(RANGES) is most_sensitive_first(RANGES)[0]


def test_every_criterion_has_a_row_and_what_goes_beyond_the_axis_has_an_arrow():
    spec = range_chart(RANGES, NB)
    drawn = json.dumps(spec)
    for one in RANGES:
        assert one.criterion.name in drawn
    # 20 is the heaviest: the axis goes to 42, and both "romslig" and "langt" go on.
    arrows = [layer for layer in spec["layer"] if layer.get("mark", {}).get("shape") == "triangle-right"]
    assert len(arrows[0]["data"]["values"]) == 2
    bars = [layer for layer in spec["layer"] if layer.get("mark", {}).get("type") == "rect"]
    assert len(bars[0]["data"]["values"]) == 3
    assert len(bars[1]["data"]["values"]) == 1
    assert vl_convert.vegalite_to_svg(drawn).startswith("<svg")


def test_the_bar_of_a_range_ends_where_its_weight_is_on_the_axis():
    # 1150 wide, 300 for names and 250 for words: 600 pixels for 42; 19 is at 300 + 19 * 600 / 42.
    spec = range_chart(RANGES, NB)
    bars = [layer for layer in spec["layer"] if layer.get("mark", {}).get("type") == "rect"]
    row = next(v for v in bars[0]["data"]["values"] if "trang" in str(v))
    assert row["x"] == pytest.approx(300 + 19 * 600 / 42, abs=0.01)
    assert row["x2"] == pytest.approx(300 + 30 * 600 / 42, abs=0.01)
