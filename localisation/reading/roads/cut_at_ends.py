"""Streets cut where another street ends on them."""

import numpy as np
import shapely

from localisation.reading.roads.layers import Lines


def cut_at_ends(lines: Lines, square_m: float) -> tuple[Lines, int]:
    """The lines, cut at inner points where another line begins or ends; and how many were cut.

    Points in the same square of so many metres are one. Only points that are in both lines count: a line that passes
    over another without a common point is a bridge, and stays whole. The pieces keep the values of their line.
    """
    xy, line = shapely.get_coordinates(lines.line, return_index=True)
    square = np.rint(xy / square_m).astype(np.int64)
    key = square[:, 0] * 2**31 + square[:, 1]
    end = np.ones(len(line), bool)
    end[1:-1] = (line[1:-1] != line[:-2]) | (line[1:-1] != line[2:])
    cut = ~end & np.isin(key, key[end])
    if not cut.any():
        return lines, 0
    cut_lines = np.unique(line[cut])
    # A cut point belongs to two pieces: it is written twice, at the end of one and the start of the next.
    times = np.where(cut, 2, 1)
    at = np.repeat(np.arange(len(line)), times)
    again = np.zeros(len(at), bool)
    again[1:] = at[1:] == at[:-1]
    begins = np.ones(len(at), bool)
    begins[1:] = again[1:] | (line[at[1:]] != line[at[:-1]])
    piece = np.cumsum(begins) - 1
    of = line[at[begins]]
    pieces = np.asarray(shapely.linestrings(xy[at], indices=piece), object)
    table = lines.table.iloc[of].reset_index(drop=True)
    return Lines(table=table, line=pieces, row=lines.row[of]), len(cut_lines)
