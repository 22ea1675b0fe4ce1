"""Opens a CSV file of any size."""

import codecs
import csv
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pacsv

from localisation.domain.provenance import InputFile
from localisation.reading.population.chunk import CHUNK_ROWS, Chunk, TableBroken, TableFile

_PIECE = 1 << 24


def open_csv(path: Path, shown: str) -> TableFile:
    """A CSV file with headings in its first line; every cell is text.

    UTF-8 with or without a byte order mark, else Windows-1252; semicolon, tab or comma. Raises `TableBroken` while
    reading when a row has another number of cells than there are headings. Empty lines are passed over.
    """
    sha, encoding, lines = _looked_through(path)
    with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace") as file:
        first = file.readline()
    delimiter = max((";", "\t", ","), key=first.count)
    columns = tuple(c.strip() for c in next(csv.reader([first], delimiter=delimiter), []))

    def read(wanted: tuple[str, ...], geometry: bool) -> Iterator[Chunk]:
        row = 2
        if lines < 2:
            return
        try:
            with pacsv.open_csv(
                path,
                read_options=pacsv.ReadOptions(
                    encoding=encoding, column_names=list(columns), skip_rows=1, block_size=_PIECE, use_threads=False
                ),
                parse_options=pacsv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
                convert_options=pacsv.ConvertOptions(
                    include_columns=list(wanted),
                    column_types=dict.fromkeys(wanted, pa.string()),
                    strings_can_be_null=False,
                    check_utf8=False,
                ),
            ) as reader:
                for batch in reader:
                    for start in range(0, batch.num_rows, CHUNK_ROWS):
                        part = batch.slice(start, CHUNK_ROWS)
                        yield Chunk(frame=part.to_pandas(), first_row=row)
                        row += part.num_rows
        except pa.ArrowInvalid as fault:
            place = re.search(r"Row #(\d+)", str(fault))
            raise TableBroken("population.broken_row", int(place[1]) if place else None) from fault

    return TableFile(
        shown=shown,
        columns=columns,
        rows=max(0, lines - 1),
        inputs=(InputFile(path=shown, sha256=sha),),
        read=read,
    )


def _looked_through(path: Path) -> tuple[str, str, int]:
    """The digest of the file, its encoding and how many lines it has, in one pass."""
    sha, lines, last = hashlib.sha256(), 0, b"\n"
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8"
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            sha.update(piece)
            lines += piece.count(b"\n")
            last = piece
            if encoding == "utf-8":
                try:
                    decoder.decode(piece)
                except UnicodeDecodeError:
                    encoding = "cp1252"
    return sha.hexdigest(), encoding, lines + (not last.endswith(b"\n"))
