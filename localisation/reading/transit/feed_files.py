"""The files of a GTFS feed, in a zip or a folder."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from localisation.domain.provenance import InputFile
from localisation.reading.digest import digest
from localisation.reading.problems import Place, Problems
from localisation.reading.transit.tables import CALENDAR, CALENDAR_DATES, FEED_TABLES, FeedTable

MAX_BYTES = 20_000_000_000
"""A feed larger than this unpacked is refused; that of a whole country is a tenth of it."""
_FILES = {table.file: table for table in FEED_TABLES}
_ZIP_START = b"PK\x03\x04"
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFiles:
    """Where each table of a feed is to be found; `shown` is the feed's path as the user knows it."""

    path: Path
    shown: str
    members: Mapping[str, str]
    """Table name -> file inside the zip or folder."""
    sizes: Mapping[str, int]

    def open(self, table: FeedTable) -> IO[bytes]:
        """The bytes of a table's file; KeyError if the feed does not have it."""
        member = self.members[table.name]
        if self.path.is_dir():
            return (self.path / member).open("rb")
        return zipfile.ZipFile(self.path).open(member)

    def at(self, table: FeedTable, row: int | None = None, column: str = "") -> Place:
        """A place in a table, as it is told to the user."""
        return Place(file=f"{self.shown}/{self.members.get(table.name, table.file)}", row=row, column=column)

    def input(self) -> InputFile:
        """The feed with the digest of its bytes: of the zip, or of all files of the folder."""
        return InputFile(path=self.shown, sha256=digest(self.path))


def find_feed(path: Path, shown: str, problems: Problems) -> FeedFiles | None:
    """The tables of the feed at `path`; None, with the reason among the problems, when it is no feed."""
    if path.is_dir():
        names = {p.relative_to(path).as_posix(): p.stat().st_size for p in sorted(path.rglob("*.txt"))}
    elif not path.is_file():
        problems.error("transit_feed.no_feed_file", Place(file=shown))
        return None
    elif (listed := _listing(path, shown, problems)) is None:
        return None
    else:
        names = listed
    return _tables(path, shown, names, problems)


def _listing(path: Path, shown: str, problems: Problems) -> dict[str, int] | None:
    """The files in a zip with their sizes; None when it is none, cut short or locked."""
    at = Place(file=shown)
    try:
        with zipfile.ZipFile(path) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError):
        with path.open("rb") as file:
            code = "transit_feed.cut_short" if file.read(4) == _ZIP_START else "transit_feed.not_zip"
        problems.error(code, at)
        return None
    if any(info.flag_bits & 1 for info in files):
        problems.error("transit_feed.locked", at)
        return None
    return {info.filename: info.file_size for info in files if "__MACOSX" not in info.filename}


def _tables(path: Path, shown: str, names: Mapping[str, int], problems: Problems) -> FeedFiles | None:
    members: dict[str, str] = {}
    sizes: dict[str, int] = {}
    twice = False
    for name, size in names.items():
        table = _FILES.get(PurePosixPath(name).name.lower())
        if table is None:
            continue
        if table.name in members:
            problems.error("transit_feed.table_twice", Place(file=f"{shown}/{name}"), other=members[table.name])
            twice = True
            continue
        members[table.name], sizes[table.name] = name, size
    files = FeedFiles(path=path, shown=shown, members=members, sizes=sizes)
    return files if not twice and _complete(files, names, problems) else None


def _complete(files: FeedFiles, names: Mapping[str, int], problems: Problems) -> bool:
    at = Place(file=files.shown)
    missing = [table.file for table in FEED_TABLES if table.needed and table.name not in files.members]
    if len(missing) == sum(table.needed for table in FEED_TABLES):
        found = (*sorted(names)[:_SHOWN], *(["…"] if len(names) > _SHOWN else []))
        if any(name.lower().endswith(".xml") for name in names):
            problems.error("transit_feed.netex", at, found=found)
        elif found:
            problems.error("transit_feed.no_gtfs", at, found=found)
        else:
            problems.error("transit_feed.empty_feed", at)
        return False
    if not {CALENDAR.name, CALENDAR_DATES.name} & set(files.members):
        missing.append(f"{CALENDAR.file} / {CALENDAR_DATES.file}")
    for name in missing:
        problems.error("transit_feed.missing_file", at, name=name)
    total = sum(files.sizes.values())
    if total > MAX_BYTES:
        problems.error("transit_feed.too_large", at, megabytes=total // 1_000_000, limit=MAX_BYTES // 1_000_000)
    return not missing and total <= MAX_BYTES
