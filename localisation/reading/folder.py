"""Finds every table of a folder: T is the file T.csv, or a sheet of that name in any workbook there."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from localisation.domain.provenance import InputFile
from localisation.reading.formats import FORMATS, read_sheets
from localisation.reading.labels import table_of
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.records import Record, records
from localisation.reading.sheet import RawSheet
from localisation.reading.tables import TABLES

_UNREAD = {".xls", ".xlsm", ".xlsb", ".ods", ".tsv", ".numbers"}
"""Endings of tables that someone may believe are read."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """The records of a folder by table key, and the files they came from."""

    records: dict[str, list[Record]]
    files: tuple[InputFile, ...]
    present: frozenset[str] = field(default_factory=frozenset)
    """Tables that stand in some file, even if with faults."""

    def of(self, table: str) -> list[Record]:
        """The records of a table, those with faults too."""
        return self.records.get(table, [])

    def whole(self, table: str) -> list[Record]:
        """The records of a table that can be used."""
        return [r for r in self.of(table) if r.whole]


def read_folder(
    folder: Path,
    shown: str,
    wanted: tuple[str, ...],
    problems: Problems,
    *,
    but: frozenset[str] = frozenset(),
    spared: frozenset[str] = frozenset(),
) -> Tables:
    """The wanted tables of a folder; names unreadable files, unknown sheets, and tables that stand twice.

    Files named in `but` are something else, such as a road network, and are passed over. Tables in `spared` may be
    empty, whatever they are else.
    """
    if not folder.is_dir():
        problems.error("no_folder", Place(file=shown))
        return Tables(records={}, files=())
    sheets: dict[str, RawSheet] = {}
    files: list[InputFile] = []
    ours = (p for p in folder.iterdir() if p.is_file() and p.name not in but and not p.name.startswith(("~$", ".")))
    for path in sorted(ours):
        name = f"{shown}/{path.name}"
        if path.suffix.lower() in _UNREAD:
            problems.warning("unread_format", Place(file=name), ending=path.suffix, known=tuple(FORMATS))
        read, own = read_sheets(path, name, problems)
        files += own
        for sheet in read:
            table = table_of(sheet.name)
            if not table:
                _unknown(sheet, problems)
            elif table in wanted and table in sheets:
                other = sheets[table]
                first = f"{other.file}, {other.sheet}" if other.sheet else other.file
                problems.error("table_twice", Place(file=sheet.file, sheet=sheet.sheet), table=table, first=first)
            elif table in wanted:
                sheets[table] = sheet
    tables = {key: replace(TABLES[key], required=TABLES[key].required and key not in spared) for key in wanted}
    found = {key: records(sheets[key], tables[key], problems) for key in wanted if key in sheets}
    return Tables(records=found, files=tuple(files), present=frozenset(sheets))


def _unknown(sheet: RawSheet, problems: Problems) -> None:
    from_name = nearest(sheet.name, TABLES)
    at = Place(file=sheet.file, sheet=sheet.sheet)
    if from_name:
        problems.warning("unknown_table_like", at, name=sheet.name, table=from_name)
    else:
        problems.note("unknown_table", at, name=sheet.name)
