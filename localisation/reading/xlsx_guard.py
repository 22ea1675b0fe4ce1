"""Looks at a workbook from outside before anything in it is loaded: is it one, and is it of a sane size?"""

import io
import zipfile

from localisation.reading.problems import Place, Problems

MAX_BYTES = 60_000_000
"""Unpacked size of a workbook; an inventory of a whole region is under 5 MB."""
MAX_ROWS = 100_000
_OLE = b"\xd0\xcf\x11\xe0"


def fit_to_read(raw: bytes, shown: str, problems: Problems) -> bool:
    """Whether the workbook can be opened; the reason among the problems when not."""
    at = Place(file=shown)
    if raw.startswith(_OLE):
        problems.error("xlsx_locked_or_old", at)
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _sane(archive, at, problems)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError):
        problems.error("not_xlsx", at)
        return False


def _sane(archive: zipfile.ZipFile, at: Place, problems: Problems) -> bool:
    parts = archive.infolist()
    if not any(p.filename == "xl/workbook.xml" for p in parts):
        problems.error("not_xlsx", at)
        return False
    size = sum(p.file_size for p in parts)
    if size > MAX_BYTES:
        problems.error("file_too_large", at, megabytes=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
        return False
    for part in parts:
        if part.filename.startswith("xl/worksheets/") and _rows(archive, part) > MAX_ROWS:
            problems.error("too_many_rows", at, limit=MAX_ROWS)
            return False
    return True


def _rows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many rows a sheet has, counted in the packed file piece by piece."""
    found, tail = 0, b""
    with archive.open(part) as file:
        while piece := file.read(1 << 20):
            piece = tail + piece
            found += piece.count(b"<row ") + piece.count(b"<row>")
            tail = piece[-4:]
    return found
