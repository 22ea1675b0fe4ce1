"""Reads what was published before."""

from pathlib import Path

from localisation.reading.anonymise.groups import Groups
from localisation.reading.anonymise.merge import Row
from localisation.reading.formats import FORMATS, read_sheets
from localisation.reading.problems import Place, Problems
from localisation.reading.records import records
from localisation.reading.tables import TABLES


def read_previous(path: Path, shown: str, k: int, groups: Groups, problems: Problems) -> dict[Row, int]:
    """Service area and group -> employees as shown last time; refuses counts below k and groups now unknown."""
    at = Place(file=shown)
    if not path.is_file():
        problems.error("no_file", at)
        return {}
    if path.suffix.lower() not in FORMATS:
        problems.error("anonymise.format", at, ending=path.suffix or "-", known=tuple(FORMATS))
        return {}
    found: dict[Row, int] = {}
    for sheet in read_sheets(path, shown, problems)[0]:
        for record in records(sheet, TABLES["origins"], problems):
            count = record.number("employees")
            if not record.whole or count is None:
                continue
            if count < k:
                problems.error("anonymise.previous_below_k", record.at("employees"), count=count, k=k)
            if not groups.known(record.text("area")):
                problems.error("anonymise.previous_unknown_group", record.at("area"), group=record.text("area"))
            found[record.text("service_area"), record.text("area")] = count
    if not found and not problems.errors:
        problems.error("anonymise.previous_empty", at)
    return found
