"""Large tables are read in pieces, and the pieces make the whole."""

import io

from hypothesis import given
from hypothesis import strategies as st

from localisation.reading.transit import pieces as cutting
from localisation.reading.transit.pieces import pieces
from tests.reading.transit.feed import HEAD, STOP_TIMES, read, refused, runs

ROWS = st.lists(st.sampled_from(["a,b", '"x\ny",z', '"say ""hi""",', "æ,ø"]), max_size=12)


@given(rows=ROWS, size=st.integers(1, 40))
def test_pieces_begin_with_the_headings_and_break_no_row(rows, size):
    text = "\n".join(["one,two", *rows]).encode()
    found = list(pieces(io.BytesIO(text), size))
    assert all(piece.startswith(b"one,two\n") for piece in found)
    assert all(piece.count(b'"') % 2 == 0 for piece in found)
    assert b"".join(piece.removeprefix(b"one,two\n") for piece in found) == "\n".join(rows).encode()


def test_the_timetable_and_the_rows_are_the_same_in_small_pieces(tmp_path, monkeypatch):
    whole = read(tmp_path).timetable
    monkeypatch.setattr(cutting, "PIECE_BYTES", 30)
    monkeypatch.setattr(cutting.pieces, "__defaults__", (30,))
    assert runs(read(tmp_path).timetable) == runs(whole)
    problem = refused(tmp_path, stop_times=STOP_TIMES.replace("A,2", "A,last"))
    assert (problem.row, problem.column) == (5, "stop_sequence")
    problem = refused(tmp_path, stop_times=f"{HEAD}T1,07:00:00,07:00:00,A,1\nT1,07:15:00,07:15:00,,2\n")
    assert problem.row == 3
