"""What each must costs, as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from localisation.pictures.bar_table import Bar, Heading, bar_table
from localisation.pictures.layers import Spec
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceBar:
    """A must with the points gained without it and what one step looser gives, each at least and at most."""

    key: str
    name: str
    small: str
    least: float
    most: float | None
    label: str
    step: float | None = None
    step_most: float | None = None
    step_label: str = ""


def price_bars(prices: Sequence[PriceBar], t: Texts, *, width: int = 1150) -> Spec:
    """One row a must, the dearest first; what is possible but not proven is drawn behind, on the same scale."""
    ends = (end for p in prices for end in (p.least, p.most, p.step, p.step_most) if end is not None)
    high = max(ends, default=0.0) or 1.0
    rows = [Heading(key=p.key, text=p.name, small=p.small) for p in prices]
    columns = [
        Heading(key=key, text=t(f"explain.prices.column.{key}"), small=t("explain.prices.scale"), high=high)
        for key in ("gain", "step")
    ]
    cells = []
    for p in prices:
        tip = f"{p.name}: {p.label}"
        cells.append(Bar(row=p.key, column="gain", value=p.least, room=p.most, label=p.label, tip=tip))
        if p.step is not None:
            tip = f"{p.name}: {p.step_label}"
            cells.append(Bar(row=p.key, column="step", value=p.step, room=p.step_most, label=p.step_label, tip=tip))
    return bar_table(rows, columns, cells, description=t("explain.prices.alt"), width=width, names_px=330)
