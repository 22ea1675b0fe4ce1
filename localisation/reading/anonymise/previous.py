"""Reads what was published before."""

from dataclasses import dataclass, field
from pathlib import Path

from localisation.reading.anonymise.groups import Groups
from localisation.reading.anonymise.merge import Row
from localisation.reading.formats import FORMATS, read_sheets
from localisation.reading.problems import Place, Problems
from localisation.reading.records import records
from localisation.reading.tables import TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """Service area and group -> employees as shown last time, and the `k` both runs are to hold."""

    rows: dict[Row, int] = field(default_factory=dict)
    k: int


def read_previous(path: Path, shown: str, k: int, groups: Groups, problems: Problems) -> Previous:
    """What was shown last time; refuses counts below k and groups now unknown.

    The file says by which k it was made (column `least_in_group`). Of that one and `k`, the stricter holds, and it is
    told: with a lower one, a change that the earlier k was to hide would show. A file that does not say it is told of.
    """
    at = Place(file=shown)
    if not path.is_file():
        problems.error("no_file", at)
        return Previous(k=k)
    if path.suffix.lower() not in FORMATS:
        problems.error("anonymise.format", at, ending=path.suffix or "-", known=tuple(FORMATS))
        return Previous(k=k)
    read = [r for sheet in read_sheets(path, shown, problems)[0] for r in records(sheet, TABLES["origins"], problems)]
    before = max((least for r in read if (least := r.number("least_in_group")) is not None), default=None)
    if read and before is None:
        problems.warning("anonymise.previous_says_no_k", at, k=k)
    elif before not in (None, k):
        problems.warning("anonymise.previous_other_k", at, before=before, k=k, used=max(k, before or k))
    k = max(k, before or k)
    found: dict[Row, int] = {}
    for record in read:
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
    return Previous(rows=found, k=k)
