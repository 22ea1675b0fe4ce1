"""No place is in the program: whatever is known about Asker stands in data files."""

import csv
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "localisation").rglob("*.py"))
NAMES = re.compile(r"\basker|røyken|royken|hurum|sætre|slemmestad|heggedal|25833", re.IGNORECASE)


def known_ids() -> set[str]:
    """Every id in the data of Asker, ids of the population grid left out (they are bare numbers)."""
    found = set()
    for table in ("centres", "buildings", "refurbishments", "units", "road_nodes"):
        with (ROOT / "geodata" / "asker" / f"{table}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                found |= {row["id"], *(part for part in row.get("register_rows", "").split(";") if part)}
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_there_is_something_to_look_in():
    assert len(SOURCES) > 100
    assert {"B01", "ASK", "U43", "TORG"} <= known_ids()


def test_no_name_of_the_place_is_in_the_code():
    assert lines_with(NAMES) == []


def test_no_id_of_its_data_is_in_the_code():
    # A word on its own; not the second half of CP-SAT.
    assert lines_with(re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(known_ids()))})(?![\w-])")) == []
