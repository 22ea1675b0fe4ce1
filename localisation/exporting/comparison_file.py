"""A comparison as one table in a file: .csv or .xlsx."""

import csv
from pathlib import Path

from localisation.comparing.comparison import Comparison
from localisation.exporting.naming import name_in
from localisation.exporting.shown import shown_amount, shown_unit
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.criteria import write_criteria
from localisation.exporting.workbook.scores import write_scores
from localisation.texts import Texts

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_comparison(path: Path, comparison: Comparison, *, language: str) -> None:
    """Write alternatives by criteria; the suffix of `path` chooses the format."""
    texts = Texts(language)
    if path.suffix == ".xlsx":
        with Book(path, texts, comparison.instance.inventory.place.name) as book:
            write_scores(book, comparison)
            write_criteria(book, comparison.instance)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";" if language == "nb" else ",")
        headings = [texts(f"workbook.column.{key}") for key in ("id", "criterion", "strength", "weight", "unit")]
        names = [name_in(a, language) for a in comparison.alternatives]
        table.writerow(
            _harmless(h) for h in [*headings, *names, *(texts("workbook.scores.points_of", name=n) for n in names)]
        )
        found = [{r.criterion.id: r for r in a.assessment.results} for a in comparison.alternatives]
        for criterion in comparison.instance.criteria:
            results = [f.get(criterion.id) for f in found]
            words = (criterion.id, name_in(criterion, language), texts(f"workbook.strength.{criterion.strength}"))
            amounts = ["" if r is None else _number(shown_amount(r), language) for r in results]
            points = ["" if r is None or r.points is None else _number(r.points, language) for r in results]
            unit = shown_unit(criterion, comparison.instance.inventory.place, texts)
            table.writerow([*(_harmless(w) for w in words), criterion.weight, _harmless(unit), *amounts, *points])


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _number(value: float, language: str) -> str:
    """At most six decimals, with the decimal sign of the language and no grouping."""
    shown = f"{value:.6f}".rstrip("0").rstrip(".")
    return shown.replace(".", ",") if language == "nb" else shown
