"""Bars with labels, packed in as few lanes as hold them without one covering another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from localisation.pictures.bar_table import fitted
from localisation.pictures.text_width import text_width

Side = Literal["right", "left", "inside"]
_GAP_PX = 4.0
_AIR_PX = 7.0
"""Between what stands in a lane and the next thing in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something from a pixel to another with a label; `wide` says that the label may stand inside it."""

    left: float
    right: float
    label: str
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The lane of a piece (from 0), and its label: the text that fits, on which side, from which pixel."""

    lane: int
    text: str
    side: Side
    x: float


def packed(
    pieces: Sequence[Piece], *, size: float, edges: tuple[float, float], longest_px: float
) -> tuple[tuple[Spot, ...], int]:
    """A spot for each piece, and the number of lanes (first fit, in the order given).

    A label stands inside a wide piece that holds it, else to the right, else to the left; a new lane is begun when
    neither finds room. Where the edges leave too little room on both sides it is cut.
    """
    lanes: list[list[tuple[float, float]]] = []
    spots = []
    for piece in pieces:
        ways = _ways(piece, size, edges, longest_px)
        found = ((lane, way) for way in ways for lane, taken in enumerate(lanes) if _free(taken, way[3]))
        lane, (text, side, x, reach) = next(found, (len(lanes), ways[0]))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(reach)
        spots.append(Spot(lane=lane, text=text, side=side, x=x))
    return tuple(spots), len(lanes)


_Way = tuple[str, Side, float, tuple[float, float]]


def _ways(piece: Piece, size: float, edges: tuple[float, float], longest_px: float) -> list[_Way]:
    """Where the label may stand, the best first: text, side, pixel, and all that piece and label take."""
    if not piece.label:
        return [("", "right", piece.right, (piece.left, piece.right))]
    if piece.wide and text_width(piece.label, size) + 2 * _GAP_PX <= piece.right - piece.left:
        return [(piece.label, "inside", piece.left + _GAP_PX, (piece.left, piece.right))]
    text = fitted(piece.label, longest_px, size)
    width, right, left = text_width(text, size), piece.right + _GAP_PX, piece.left - _GAP_PX
    ways: list[_Way] = []
    if right + width <= edges[1]:
        ways.append((text, "right", right, (piece.left, right + width)))
    if left - width >= edges[0]:
        ways.append((text, "left", left, (left - width, piece.right)))
    if not ways:
        cut = fitted(text, edges[1] - right, size)
        ways.append((cut, "right", right, (piece.left, right + text_width(cut, size))))
    return ways


def _free(taken: Sequence[tuple[float, float]], reach: tuple[float, float]) -> bool:
    return all(reach[1] + _AIR_PX <= left or right + _AIR_PX <= reach[0] for left, right in taken)
