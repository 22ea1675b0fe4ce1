"""Lists of employees to anonymise."""

import csv
from pathlib import Path

Rows = list[tuple[object, ...]]


def write(path: Path, headings: tuple[str, ...], rows: Rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def employees(folder: Path, counts: dict[tuple[str, str], int], name: str = "ansatte.csv") -> Path:
    """One row for each employee of (service area, postcode) -> how many."""
    rows: Rows = [(area, place) for (area, place), count in counts.items() for _ in range(count)]
    return write(folder / name, ("Tjenesteområde", "Postnummer"), rows)


def identity(first_nine: str) -> str:
    """Nine digits with the two check digits that make them a national identity number; "" when there are none."""
    n = [int(d) for d in first_nine]
    k1 = -sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), n, strict=True)) % 11
    k2 = -sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), [*n, k1], strict=True)) % 11
    return "" if 10 in (k1, k2) else f"{first_nine}{k1}{k2}"
