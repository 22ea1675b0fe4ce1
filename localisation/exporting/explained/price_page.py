"""prices.html: what each must costs, as bars and as a table."""

from datetime import date
from pathlib import Path

from localisation.exporting.explained.finished_prices import FinishedPrices
from localisation.exporting.explained.price_words import (
    dearest_step,
    gain_words,
    kind_of,
    prices_sentences,
    prices_title,
    prices_twin,
)
from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import picture_of
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.pictures.price_bars import PriceBar, price_bars
from localisation.texts import Texts


def write_prices_page(path: Path, run: FinishedPrices, *, made: date | None = None) -> None:
    """Write the page in both languages, the reader's first."""
    write_study(path, run.instance, lambda t: _study(run, t), first=run.language, made=made)


def _study(run: FinishedPrices, t: Texts) -> Study:
    twin = prices_twin(run, t)
    picture = picture_of(f"prices-{t.language}", price_bars(_bars(run, t), t), twin)
    method = tuple(t(f"explain.prices.method.{key}") for key in ("price", "group", "step"))
    return Study(
        title=prices_title(run, t),
        lead=" ".join(prices_sentences(run, t)),
        figures=_figures(run, t),
        sections=(
            Section(
                key="prices", heading=t("explain.prices.section.prices"), paragraphs=_reading(run, t), picture=picture
            ),
            Section(key="method", heading=t("explain.prices.section.method"), paragraphs=method),
        ),
    )


def _figures(run: FinishedPrices, t: Texts) -> tuple[Figure, ...]:
    best = run.found.best
    figures = [
        Figure(
            label=t("explain.prices.figure.best"),
            value=t.number(best.assessment.points, 2),
            note=t(f"report.status.{best.status}"),
        )
    ]
    if run.found.together is not None:
        together = gain_words(run.found.together, t)
        figures.append(Figure(label=t("explain.prices.figure.together"), value=together))
    if run.dearest_first:
        row, price = run.dearest_first[0]
        name = name_in(row, t.language)
        figures.append(Figure(label=t("explain.prices.figure.dearest"), value=gain_words(price.gain, t), note=name))
    return tuple(figures)


def _reading(run: FinishedPrices, t: Texts) -> tuple[str, ...]:
    """What the shades mean, and that some musts are in the table alone, so that nobody counts the bars in vain."""
    count = sum(price.gain.nothing for _, price in run.dearest_first)
    undrawn = (t("explain.prices.undrawn", count=count),) if count else ()
    return (t("explain.prices.reading"), *undrawn)


def _bars(run: FinishedPrices, t: Texts) -> list[PriceBar]:
    """Those that cost something, or may."""
    bars = []
    for row, price in run.dearest_first:
        if price.gain.nothing:
            continue
        step = dearest_step(price)
        bars.append(
            PriceBar(
                key=row.id,
                name=name_in(row, t.language),
                small=f"{row.id} · {t(f'explain.prices.kind.{kind_of(row)}')}",
                least=price.gain.least,
                most=price.gain.most,
                label=gain_words(price.gain, t),
                step=step.least if step else None,
                step_most=step.most if step else None,
                step_label=gain_words(step, t) if step else "",
            )
        )
    return bars
