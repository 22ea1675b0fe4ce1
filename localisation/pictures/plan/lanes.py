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

    A label stands inside a wide piece that holds it, else to the right, else where there is more room, cut to fit.
    """
    lanes: list[list[tuple[float, float]]] = []
    spots = []
    for piece in pieces:
        text, side, x, reach = _label(piece, size, edges, longest_px)
        lane = next((i for i, taken in enumerate(lanes) if _free(taken, reach)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(reach)
        spots.append(Spot(lane=lane, text=text, side=side, x=x))
    return tuple(spots), len(lanes)


def _label(
    piece: Piece, size: float, edges: tuple[float, float], longest_px: float
) -> tuple[str, Side, float, tuple[float, float]]:
    text = fitted(piece.label, longest_px, size)
    width = text_width(text, size)
    if piece.wide and text_width(piece.label, size) + 2 * _GAP_PX <= piece.right - piece.left:
        return piece.label, "inside", piece.left + _GAP_PX, (piece.left, piece.right)
    after, before = edges[1] - piece.right - _GAP_PX, piece.left - _GAP_PX - edges[0]
    if width <= after or before < after:
        text = fitted(text, after, size)
        x = piece.right + _GAP_PX
        return text, "right", x, (piece.left, x + text_width(text, size))
    text = fitted(text, before, size)
    return text, "left", piece.left - _GAP_PX, (piece.left - _GAP_PX - text_width(text, size), piece.right)


def _free(taken: Sequence[tuple[float, float]], reach: tuple[float, float]) -> bool:
    return all(reach[1] + _AIR_PX <= left or right + _AIR_PX <= reach[0] for left, right in taken)
