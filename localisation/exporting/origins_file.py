"""Counts of where employees live, as the table `origins`."""

import csv
from collections.abc import Mapping
from pathlib import Path

from localisation.domain.vocabulary import Confidence


def write_origins(path: Path, rows: Mapping[tuple[str, str], int], *, k: int, source: str) -> None:
    """Write (service area, area) -> employees as a CSV file that a place can be given as it is.

    `k`, the least number in a group, stands in every row: the next run has to know it.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("service_area", "area", "employees", "least_in_group", "confidence", "source"))
        for (service_area, area), employees in rows.items():
            writer.writerow((service_area, area, employees, k, Confidence.DERIVED.value, source))
