"""prices.xlsx: what each must costs."""

from pathlib import Path

from localisation.exporting.explained.finished_prices import FinishedPrices
from localisation.exporting.explained.price_words import kind_of, looser_words, prices_sentences, prices_title
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.texts import Texts


def write_prices_book(path: Path, run: FinishedPrices) -> None:
    """Write the workbook in the reader's language."""
    t = Texts(run.language)
    with Book(path, t, prices_title(run, t), words="explain") as book:
        name, said = name_in(run.instance.scenario, t.language), " ".join(prices_sentences(run, t))
        sheet = book.sheet("prices", name=name, said=said)
        columns = [
            Column(key="must", heading=t("explain.prices.column.must"), kind="long"),
            Column(key="id", heading=t("explain.prices.column.id")),
            Column(key="kind", heading=t("explain.prices.column.kind")),
            Column(key="least", heading=t("explain.prices.column.least"), kind="two"),
            Column(key="most", heading=t("explain.prices.column.most"), kind="two"),
            Column(key="proven", heading=t("explain.prices.column.proven")),
            Column(key="step", heading=t("explain.prices.column.step"), kind="long"),
        ]
        rows: list[list[Cell]] = [
            [
                name_in(row, t.language),
                row.id,
                t(f"explain.prices.kind.{kind_of(row)}"),
                price.gain.least,
                price.gain.most,
                t.value(price.gain.proven),
                "; ".join(looser_words(run, row, one, t) for one in price.looser),
            ]
            for row, price in run.dearest_first
        ]
        sheet.table("prices", columns, rows)
