"""A PNG file made smaller shows the same, pixel by pixel."""

import struct
import zlib

import pytest
import vl_convert

from localisation.exporting.small_png import small_png

RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="150" height="90" fill="red"/></svg>'
)


def parts(png: bytes) -> dict[bytes, bytes]:
    """Contents by kind; the sums that guard them are checked."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length) == (zlib.crc32(kind + data),)
        found[kind] = found.get(kind, b"") + data
        at += 12 + length
    return found


def test_it_shows_the_same_in_fewer_bytes():
    drawn = vl_convert.svg_to_png(RED, ppi=144)
    made = small_png(drawn)
    assert len(made) < len(drawn)
    before, after = parts(drawn), parts(made)
    assert list(after) == list(before)
    assert zlib.decompress(after.pop(b"IDAT")) == zlib.decompress(before.pop(b"IDAT"))
    assert after == before
    assert small_png(made) == made


def test_what_is_no_png_is_refused():
    with pytest.raises(ValueError, match="PNG"):
        small_png(b"GIF89a")
