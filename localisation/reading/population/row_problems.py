"""Tells the faults of the rows of a table of people: one sentence a kind, with count and the first rows."""

from localisation.reading.population.faults import Faults
from localisation.reading.problems import Place, Problems


def tell_faults(faults: Faults, shown: str, outside_people: int, problems: Problems) -> None:
    """Everything found becomes a problem; what can be left out without a wrong answer is a warning, the rest errors."""
    for code, severity in (
        ("population.not_number", "error"),
        ("population.negative", "error"),
        ("population.not_whole", "error"),
        ("population.no_grid_id", "error"),
        ("population.off_grid", "error"),
        ("population.id_elsewhere", "error"),
        ("population.no_point", "error"),
        ("population.beyond_crs", "error"),
        ("population.missing", "warning"),
        ("population.crossed", "warning"),
        ("population.outside", "warning" if outside_people else "note"),
    ):
        if faults.count[code]:
            at = Place(file=shown, row=faults.first(code))
            report = {"error": problems.error, "warning": problems.warning, "note": problems.note}[severity]
            report(code, at, count=faults.count[code], rows=faults.named(code), people=outside_people)
