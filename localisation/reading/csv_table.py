"""Reads a CSV file as it comes: encoding and delimiter are recognised, nothing is understood."""

import csv
import io
from pathlib import Path

from localisation.reading.problems import Place, Problems
from localisation.reading.sheet import RawRow, RawSheet

MAX_ROWS = 200_000


def read_csv(raw: bytes, shown: str, problems: Problems) -> list[RawSheet]:
    """The one sheet of a CSV file; none when it cannot be read, with the reason among the problems.

    UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252 with a note.
    """
    at = Place(file=shown)
    text = _decoded(raw, at, problems)
    if "\0" in text:
        problems.error("not_text", at)
        return []
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    first_line = 1
    try:
        for cells in reader:
            rows.append(RawRow(number=first_line, cells=tuple(cells)))
            first_line = reader.line_num + 1
            if len(rows) > MAX_ROWS:
                problems.error("too_many_rows", at, limit=MAX_ROWS)
                return []
    except csv.Error:
        problems.error("csv_broken", Place(file=shown, row=first_line))
        return []
    return [RawSheet(file=shown, name=Path(shown).stem, sheet="", rows=tuple(rows))]


def _decoded(raw: bytes, at: Place, problems: Problems) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.note("not_utf8", at)
        return raw.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """Semicolon, tab or comma: the one that stands most in the first line with anything in it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max((";", "\t", ","), key=first.count) if any(d in first for d in ";\t,") else ","
