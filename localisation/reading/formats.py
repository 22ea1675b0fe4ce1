"""The formats tables are read from; a new one is a reader and a line here."""

from collections.abc import Callable
from pathlib import Path

from localisation.domain.provenance import InputFile
from localisation.reading.csv_table import read_csv
from localisation.reading.digest import digest_of
from localisation.reading.problems import Place, Problems
from localisation.reading.sheet import RawSheet


def _read_workbook(raw: bytes, shown: str, problems: Problems) -> list[RawSheet]:
    # Loads a library that only those who have a workbook should wait for.
    from localisation.reading.xlsx_table import read_workbook  # noqa: PLC0415

    return read_workbook(raw, shown, problems)


FORMATS: dict[str, Callable[[bytes, str, Problems], list[RawSheet]]] = {".csv": read_csv, ".xlsx": _read_workbook}
"""Ending -> what makes sheets of the bytes of a file, given its path as the user knows it."""
MAX_BYTES = 60_000_000


def read_sheets(path: Path, shown: str, problems: Problems) -> tuple[list[RawSheet], list[InputFile]]:
    """The sheets of a file in one of the formats, and the file with the digest of the very bytes they were read from.

    None and none when the file is too large, or of no known format; the latter is for the caller to tell.
    """
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        return [], []
    size = path.stat().st_size
    if size > MAX_BYTES:
        at = Place(file=shown)
        problems.error("file_too_large", at, megabytes=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
        return [], []
    raw = path.read_bytes()
    return reader(raw, shown, problems), [InputFile(path=shown, sha256=digest_of(raw))]
