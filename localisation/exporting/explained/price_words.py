"""Prices of musts in words and tables."""

from collections.abc import Iterator
from typing import Literal

from localisation.domain.criterion import Criterion
from localisation.exporting.explained.bound_words import bound_words
from localisation.exporting.explained.finished_prices import FinishedPrices
from localisation.exporting.naming import name_in
from localisation.pictures.twin import Twin
from localisation.solving.explaining.price import Gain, Looser, Price
from localisation.texts import Texts

_SHOWN = 0.005


def prices_title(run: FinishedPrices, t: Texts) -> str:
    """What the page and the workbook are called."""
    return t("explain.prices.title", name=name_in(run.instance.scenario, t.language))


def prices_sentences(run: FinishedPrices, t: Texts) -> Iterator[str]:
    """How many musts cost something, what all of them cost together, and what was left out."""
    found = run.found
    costly = [p for p in found.prices if p.gain.least >= _SHOWN]
    free = [p for p in found.prices if p.gain.nothing]
    open_ = len(found.prices) - len(costly) - len(free)
    yield t("explain.prices.best", points=t.number(found.best.assessment.points, 2))
    if found.prices:
        total = len(found.prices) + len(found.left_out)
        holes = {"costly": len(costly), "free": len(free), "done": len(found.prices), "all": total}
        yield t("explain.prices.counts_some" if found.left_out else "explain.prices.counts", **holes)
    if open_:
        yield t("explain.prices.open", count=open_)
    if found.together is not None:
        yield t("explain.prices.together", gain=gain_words(found.together, t))
    if found.left_out:
        key = "left_out_stopped" if found.stopped else "left_out"
        yield t(f"explain.prices.{key}", count=len(found.left_out))


def prices_twin(run: FinishedPrices, t: Texts) -> Twin:
    """One row a must, the dearest first."""
    rows = [
        (name_in(row, t.language), row.id, t(f"explain.prices.kind.{kind_of(row)}"), gain_words(price.gain, t),
         "; ".join(looser_words(run, row, one, t) for one in price.looser) or "-")
        for row, price in run.dearest_first
    ]  # fmt: skip
    return Twin(
        caption=t("explain.prices.caption"),
        columns=tuple(t(f"explain.prices.column.{key}") for key in ("must", "id", "kind", "gain", "step")),
        rows=tuple(rows),
        numeric=frozenset({3}),
    )


def gain_words(gain: Gain, t: Texts) -> str:
    """Points: a figure where it is proven, else from and to."""
    least = t.number(gain.least, 2)
    if gain.most is None:
        return t("explain.prices.at_least", least=least)
    if gain.proven or gain.most - gain.least < _SHOWN:
        return least
    return t("explain.prices.between", least=least, most=t.number(gain.most, 2))


def looser_words(run: FinishedPrices, row: Criterion, looser: Looser, t: Texts) -> str:
    """What one step looser is, and what it gains."""
    holes: dict[str, object] = {"now": looser.now, "then": looser.then, "gain": gain_words(looser.gain, t)}
    if looser.kind == "bound":
        holes |= bound_words(row, run.instance.inventory.place, t, now=looser.now, then=looser.then)
    key = looser.parameter if looser.kind == "parameter" else looser.kind
    return t(f"explain.step.{key}", **holes)


def kind_of(row: Criterion) -> Literal["must", "lock", "building"]:
    """A lock, a word on a building, or a must of the criteria list."""
    before, colon, _ = row.id.partition(":")
    match before if colon else "":
        case "lock":
            return "lock"
        case "building":
            return "building"
    return "must"


def dearest_step(price: Price) -> Gain | None:
    """The most that one step gives, for pictures."""
    return max((one.gain for one in price.looser), key=lambda g: g.least, default=None)
