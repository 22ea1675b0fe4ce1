"""The picture of prices: every must that is handed over has its bars, in both columns."""

import pytest

from localisation.pictures.price_bars import PriceBar, price_bars
from localisation.texts import Texts

NB = Texts("nb")


def must(number: int, **step: float) -> PriceBar:
    return PriceBar(
        key=f"M{number:02}",
        name=f"Krav nummer {number}",
        small=f"M{number:02} · krav",
        least=0.0,
        most=10.0,
        label="0,00 til 10,00",
        step_label="0,00 til 5,00" if step else "",
        **step,
    )


def bars_of(prices: list[PriceBar]) -> list[list[dict[str, float]]]:
    spec = price_bars(prices, NB, width=1130)
    return [layer["data"]["values"] for layer in spec["layer"] if layer.get("mark", {}).get("type") == "rect"]


def test_every_must_has_a_bar_however_many_there_are():
    behind, front = bars_of([must(n) for n in range(60)])
    assert len(behind) == len(front) == 60
    assert len({row["y"] for row in behind}) == 60


def test_what_one_step_may_give_is_drawn_on_the_scale_of_what_the_must_may_cost():
    behind, _ = bars_of([must(1, step=0.0, step_most=5.0), must(2)])
    wide = [row["x2"] - row["x"] for row in behind]
    # 10 points without the must, 5 with one step; the second must has no step.
    assert len(wide) == 3
    assert wide[1] == pytest.approx(wide[0] / 2)
