"""A large text table cut into pieces that are tables themselves."""

from collections.abc import Iterator
from typing import IO

PIECE_BYTES = 64_000_000
_BOM = b"\xef\xbb\xbf"


def pieces(file: IO[bytes], size: int = PIECE_BYTES) -> Iterator[bytes]:
    """The table in pieces of about `size` bytes, each with the headings first; cut between rows only.

    Headings lose spaces and quotation marks around them. A line break inside quotation marks is no end of a row.
    Nothing when there is not even a line of headings.
    """
    headings = b",".join(part.strip().strip(b'"').strip() for part in file.readline().removeprefix(_BOM).split(b","))
    if not headings:
        return
    rest, told = b"", False
    while block := file.read(size):
        rest += block
        end = _last_row_end(rest)
        if end:
            yield headings + b"\n" + rest[:end]
            rest, told = rest[end:], True
    if rest or not told:
        yield headings + b"\n" + rest


def _last_row_end(text: bytes) -> int:
    """How much of the text is whole rows."""
    end = text.rfind(b"\n") + 1
    while end and text.count(b'"', 0, end) % 2:
        end = text.rfind(b"\n", 0, end - 1) + 1
    return end
