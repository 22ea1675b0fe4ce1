"""Where everything in the Gantt chart stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.gantt_rows import Group, Mark, Strand
from localisation.pictures.plan.lanes import Piece, Spot, packed
from localisation.pictures.plan.milestones import MilestoneKind

_SYMBOL_PX = 5.0
_WIDE_KINDS = {"work", "task"}
"""Kinds whose bars are dark and high enough for a label inside."""
_LARGEST, LEGIBLE, _SMALLEST, _STEP = 9.5, 6.75, 5.0, 0.25
"""Sizes of type in pixels: `LEGIBLE` is 7 points on an A3 sheet lying down, when it is 1140 pixels wide."""
_LONGEST = (0.22, 0.16, 0.11)
"""How long a label may be, as a share of the axis: shorter ones share a lane more often."""
_LANE_PER_TYPE = 1.28
"""Height of a lane over the size of its type."""
PAD_PER_TYPE = 0.25
"""Air below a row over the size of its type."""
SHOWN_MARKS = (MilestoneKind.CLOSED, MilestoneKind.HANDED_OVER, MilestoneKind.OPENED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A group with the spots of its strands and milestones, from `top` over so many lanes."""

    group: Group
    top: float
    lanes: int
    strands: tuple[tuple[Strand, Spot], ...]
    marks: tuple[tuple[Mark, Spot], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All rows with the size of type (pixels), the height of a lane and the pixel below the last row."""

    rows: tuple[Row, ...]
    type_px: float
    lane_px: float
    bottom: float


def laid_out(groups: Sequence[Group], axis: Axis, *, top: float, room_px: float | None) -> Layout:
    """The layout with the largest type that lets all rows stand in the room; without a room, with the largest.

    Labels are shortened before the type becomes too small to be read, and only then is it made smaller still.
    """
    ways = [(size, share) for share in _LONGEST for size in _sizes(_LARGEST, LEGIBLE)]
    ways += [(size, _LONGEST[-1]) for size in _sizes(LEGIBLE - _STEP, _SMALLEST)]
    for size, share in ways:
        found = _at_size(groups, axis, top, size, share)
        if room_px is None or found.bottom - top <= room_px:
            break
    return found


def _sizes(largest: float, smallest: float) -> list[float]:
    return [largest - _STEP * n for n in range(int((largest - smallest) / _STEP) + 1)]


def _at_size(groups: Sequence[Group], axis: Axis, top: float, size: float, share: float) -> Layout:
    lane_px, pad = size * _LANE_PER_TYPE, size * PAD_PER_TYPE
    placed = [_placed(group, axis, size, share) for group in groups]
    heights = [lanes * lane_px + pad for *_, lanes in placed]
    tops = [top, *accumulate(heights, initial=top)][1:]
    rows = tuple(
        Row(group=group, top=y, lanes=lanes, strands=strands, marks=marks)
        for group, y, (strands, marks, lanes) in zip(groups, tops, placed, strict=False)
    )
    return Layout(rows=rows, type_px=size, lane_px=lane_px, bottom=top + sum(heights))


def _placed(
    group: Group, axis: Axis, size: float, share: float
) -> tuple[tuple[tuple[Strand, Spot], ...], tuple[tuple[Mark, Spot], ...], int]:
    marks = [m for m in group.marks if m.milestone.kind in SHOWN_MARKS]
    things: list[Strand | Mark] = sorted([*group.strands, *marks], key=_day)
    pieces = [_piece(thing, axis) for thing in things]
    longest = (axis.right - axis.left) * share
    spots, lanes = packed(pieces, size=size, edges=(axis.left, axis.right), longest_px=longest)
    paired = list(zip(things, spots, strict=True))
    return (
        tuple((thing, spot) for thing, spot in paired if isinstance(thing, Strand)),
        tuple((thing, spot) for thing, spot in paired if isinstance(thing, Mark)),
        max(1, lanes),
    )


def _day(thing: Strand | Mark) -> str:
    return (thing.first if isinstance(thing, Strand) else thing.day).isoformat()


def _piece(thing: Strand | Mark, axis: Axis) -> Piece:
    if isinstance(thing, Mark):
        x = axis.x(thing.day)
        return Piece(left=x - _SYMBOL_PX, right=x + _SYMBOL_PX, label=thing.label)
    wide = all(s.kind in _WIDE_KINDS for s in thing.segments)
    return Piece(left=axis.x(thing.first), right=axis.after(thing.last), label=thing.label, wide=wide)
