"""What each must costs, as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from localisation.pictures.bar_table import Bar, Heading, bar_table
from localisation.pictures.layers import Spec
from localisation.texts import Texts

MOST = 25
"""Bars that are drawn; the table has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBar:
    """A must with the points gained without it, what may be gained at most, and what one step looser gives."""

    key: str
    name: str
    small: str
    least: float
    most: float | None
    label: str
    step: float | None = None
    step_label: str = ""


def price_bars(prices: Sequence[PriceBar], t: Texts, *, width: int = 1150) -> Spec:
    """One row a must, the dearest first; what is possible but not proven is drawn behind, on the same scale."""
    drawn = prices[:MOST]
    high = max([p.most or p.least for p in drawn] + [p.step or 0.0 for p in drawn], default=0.0) or 1.0
    rows = [Heading(key=p.key, text=p.name, small=p.small) for p in drawn]
    columns = [
        Heading(key=key, text=t(f"explain.prices.column.{key}"), small=t("explain.prices.scale"), high=high)
        for key in ("gain", "step")
    ]
    cells = []
    for p in drawn:
        tip = f"{p.name}: {p.label}"
        cells.append(Bar(row=p.key, column="gain", value=p.least, room=p.most, label=p.label, tip=tip))
        if p.step is not None:
            tip = f"{p.name}: {p.step_label}"
            cells.append(Bar(row=p.key, column="step", value=p.step, label=p.step_label, tip=tip))
    return bar_table(rows, columns, cells, description=t("explain.prices.alt"), width=width, names_px=330)
