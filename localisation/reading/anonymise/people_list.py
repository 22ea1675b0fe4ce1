"""Reads a list with one row for each employee and keeps only where and in which service area."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from localisation.reading.anonymise.personal import Personal, personal
from localisation.reading.formats import FORMATS, read_sheets
from localisation.reading.labels import plain
from localisation.reading.problems import Place, Problems
from localisation.reading.sheet import Cell, RawRow, RawSheet, letters

_SEARCHED_ROWS = 12
_PLACE = (
    *("ssbid", "ssbid0250m", "ssbid0500m", "ssbid1000m", "ruteid", "rute", "celle", "cell"),
    *("grunnkrets", "grunnkretsnummer", "postnummer", "postnr", "postkode", "postcode", "postalcode", "zip", "zipcode"),
    *("bostedsadresse", "boligadresse", "hjemmeadresse", "privatadresse", "postadresse", "adresse", "homeaddress"),
    "address",
)
"""Headings of the column that tells where somebody lives, the most exact and least personal first."""
_SERVICE_AREA = (
    *("tjenesteområde", "tjenesteomrade", "servicearea", "virksomhet", "etat", "avdeling", "department"),
    *("seksjon", "section", "enhet", "unit"),
)
_KNOWN = frozenset({*_PLACE, *_SERVICE_AREA})
Where = tuple[str, str]
"""Service area and place as they are written; "" where the cell is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """How many rows there are for each service area and place. Nothing else of the list is kept."""

    counts: Counter[Where]
    rows: int


def read_people_list(path: Path, shown: str, problems: Problems) -> PeopleList | None:
    """The list; None when it cannot be used. Warns of columns that tell who somebody is, and never repeats a value."""
    if path.suffix.lower() not in FORMATS:
        problems.error("anonymise.format", Place(file=shown), ending=path.suffix or "-", known=tuple(FORMATS))
        return None
    if not path.is_file():
        problems.error("no_file", Place(file=shown))
        return None
    sheets = [s for s in read_sheets(path, shown, problems)[0] if not all(r.empty for r in s.rows)]
    fitting = [(s, found) for s in sheets if (found := _headings(s)) is not None]
    if problems.errors:
        return None
    if len(fitting) != 1:
        at = Place(file=shown)
        if fitting:
            problems.error("anonymise.several_sheets", at, sheets=tuple(s.sheet for s, _ in fitting))
        else:
            problems.error("anonymise.no_columns", at)
        return None
    sheet, (first, place, area) = fitting[0]
    rows = [r for r in sheet.rows[first + 1 :] if not r.empty]
    width = len(sheet.rows[first].cells)
    for row in rows:
        if any(c is not None and str(c).strip() for c in row.cells[width:]):
            at = Place(file=shown, sheet=sheet.sheet, row=row.number)
            problems.error("row_too_long", at, cells=len(row.cells), columns=width)
    _warn(sheet, sheet.rows[first], rows, problems)
    counts = Counter((_text(r, area), _text(r, place)) for r in rows)
    if not rows:
        problems.error("anonymise.no_rows", Place(file=shown, sheet=sheet.sheet))
        return None
    for column, missing in ((place, sum(not _text(r, place) for r in rows)), (area, _empty(rows, area))):
        if missing:
            at = Place(file=shown, sheet=sheet.sheet, column=_shown(sheet.rows[first], column))
            problems.warning("anonymise.empty_cells", at, count=missing)
    return PeopleList(counts=counts, rows=len(rows))


def _headings(sheet: RawSheet) -> tuple[int, int, int] | None:
    """The heading row, and the columns of place and service area; None when there is no row with both."""
    for index, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        words = [plain(str(c)) if isinstance(c, str) else "" for c in row.cells]
        place = next((words.index(w) for w in _PLACE if w in words), None)
        area = next((words.index(w) for w in _SERVICE_AREA if w in words), None)
        if place is not None and area is not None:
            return index, place, area
    return None


def _warn(sheet: RawSheet, headings: RawRow, rows: list[RawRow], problems: Problems) -> None:
    """Tell of every column that tells who somebody is; by letter, for a heading may itself be somebody's name."""
    width = max((len(r.cells) for r in (headings, *rows)), default=0)
    for column in range(width):
        kinds = personal(_text(headings, column), [_text(r, column) for r in rows])
        at = Place(file=sheet.file, sheet=sheet.sheet, column=_shown(headings, column))
        for kind, code in (
            (Personal.NATIONAL_ID, "anonymise.looks_like_national_id"),
            (Personal.NAME, "anonymise.looks_like_name"),
            (Personal.ADDRESS, "anonymise.looks_like_address"),
            (Personal.CONTACT, "anonymise.looks_like_contact"),
        ):
            if kind in kinds:
                problems.warning(code, at)


def _shown(headings: RawRow, column: int) -> str:
    """The letter of a column, with its heading only when that is a word we know."""
    heading = _text(headings, column)
    return f"{letters(column)} ({heading})" if plain(heading) in _KNOWN else letters(column)


def _empty(rows: list[RawRow], column: int) -> int:
    return sum(not _text(r, column) for r in rows)


def _text(row: RawRow, column: int) -> str:
    cell: Cell = row.cells[column] if column < len(row.cells) else None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
