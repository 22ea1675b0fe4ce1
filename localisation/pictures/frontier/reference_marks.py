"""The marks of today's situation and of a proposal that was there before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from localisation.pictures.box import Box
from localisation.pictures.frame import Frame
from localisation.pictures.labels import LabelRequest
from localisation.pictures.layers import TIPS, Row, Spec, points
from localisation.pictures.palette import FLOW, INK
from localisation.solving.frontier.reference import Reference, Whose
from localisation.texts import Texts

LOOKS: dict[Whose, Row] = {
    Whose.TODAY: {"shape": "triangle-down", "filled": False, "stroke": INK, "strokeWidth": 2},
    Whose.PROPOSAL: {"shape": "square", "filled": False, "stroke": FLOW, "strokeWidth": 2.2},
}
"""Hollow, so that a point beneath is seen; each has a shape, and its name beside it."""
REACH = 9.0
"""Pixels from the middle of such a mark to its edge."""
_SIZE, _ARROW, _BETWEEN = 330, 45, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A reference where it is drawn, in pixels; `beyond` is the way it lies from there when it had no room.

    `told` is what it is on every axis, `missing` on those that end before it.
    """

    reference: Reference
    x: float
    y: float
    told: str
    beyond: str | None = None
    missing: str = ""

    def label(self, t: Texts) -> LabelRequest:
        """Its name, which chooses its place before those of the points, and what the picture has no room for."""
        whose = self.reference.whose
        text = t(f"frontier.reference.{whose}.short")
        if self.beyond is not None:
            text = t("frontier.reference.outside", name=text, values=self.missing)
        return LabelRequest(
            key=f"reference {whose}", text=text, x=self.x, y=self.y, radius=REACH + 2, size=11, bold=True, priority=3
        )


def marked(reference: Reference, spot: tuple[float, float], window: Box, told: str, values: tuple[str, str]) -> Marked:
    """Where it is drawn: at its own spot, or at the edge with an arrow; `values` are those across and up, in words."""
    x, y = spot
    if window.holds(x, y):
        return Marked(reference=reference, x=x, y=y, told=told)
    inner = Box(window.left + REACH, window.top + REACH, window.right - REACH, window.bottom - REACH)
    at = inner.nearest(x, y)
    across, up = x - at[0], y - at[1]
    sideways, upright = "right" if across > 0 else "left", "down" if up > 0 else "up"
    beyond = sideways if abs(across) >= abs(up) else upright
    outside = (not window.left <= x <= window.right, not window.top <= y <= window.bottom)
    missing = ", ".join(value for value, out in zip(values, outside, strict=True) if out)
    return Marked(reference=reference, x=at[0], y=at[1], told=told, beyond=beyond, missing=missing)


def side_by_side(some: Iterable[Marked]) -> list[Marked]:
    """The same, with arrows that would cover each other below each other."""
    placed: list[Marked] = []
    for mark in some:
        free = mark
        while free.beyond is not None and any(_covers(free, other) for other in placed):
            free = replace(free, y=free.y + 2 * REACH + _BETWEEN)
        placed.append(free)
    return placed


def _covers(one: Marked, other: Marked) -> bool:
    return Box.around(one.x, one.y, REACH).overlaps(Box.around(other.x, other.y, REACH))


def reference_marks(frame: Frame, some: list[Marked], t: Texts) -> list[Spec]:
    """Each with what it is on every axis when pointed at; in one at the edge an arrow says where it lies."""
    marks = []
    for one in some:
        look = LOOKS[one.reference.whose]
        title = t(f"frontier.reference.{one.reference.whose}.name")
        marks.append(points(frame, [{"x": one.x, "y": one.y, "size": _SIZE, TIPS: [(title, one.told)]}], **look))
        if one.beyond is not None:
            arrow = {"shape": f"triangle-{one.beyond}", "fill": look["stroke"], "filled": True}
            marks.append(points(frame, [{"x": one.x, "y": one.y, "size": _ARROW}], **arrow))
    return marks
