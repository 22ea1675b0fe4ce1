"""Two measures against each other."""

from itertools import pairwise

from localisation.pictures.box import Box as Rectangle
from localisation.pictures.frame import Frame
from localisation.pictures.frontier.axis_scale import axis_name, axis_unit, axis_value, ticks, told_value
from localisation.pictures.frontier.panel_ends import panel_ends
from localisation.pictures.frontier.reference_marks import (
    LOOKS,
    REACH,
    Marked,
    marked,
    reference_marks,
    side_by_side,
)
from localisation.pictures.labels import LabelRequest, place_labels
from localisation.pictures.layers import TIPS, Row, Spec, bars, lines, points, texts
from localisation.pictures.palette import HAIRLINE, INK, KEPT, MUTED, NEW, PAPER, SPACE
from localisation.solving.frontier.frontier import Frontier, FrontierPoint
from localisation.solving.frontier.reference import Reference
from localisation.texts import Texts

_LEFT, _RIGHT, _HEAD, _FOOT = 62, 16, 24, 52
_DOT, _KNEE = 80, 190


class Panel:
    """One panel of the picture: `pair` are the axes across and up, the rest pixels within the frame."""

    def __init__(
        self,
        frame: Frame,
        frontier: Frontier,
        pair: tuple[int, int],
        *,
        left: float,
        width: float,
        top: float,
        bottom: float,
    ) -> None:
        self._frame, self._frontier, self._pair = frame, frontier, pair
        self._window = Rectangle(left + _LEFT, top + _HEAD, left + width - _RIGHT, bottom - _FOOT)
        self._ends = panel_ends(frontier, pair)

    def _spot(self, across: float, up: float) -> tuple[float, float]:
        """Where two values that are shown stand, in pixels."""
        (left, right), (low, high) = self._ends
        w = self._window
        return (
            w.left + (across - left) / (right - left) * (w.right - w.left),
            w.bottom - (up - low) / (high - low) * (w.bottom - w.top),
        )

    def _at(self, values: tuple[int, ...]) -> tuple[float, float]:
        i, j = self._pair
        return self._spot(axis_value(self._frontier.axes[i], values[i]), axis_value(self._frontier.axes[j], values[j]))

    def marks(self, t: Texts) -> list[Spec]:
        """From the ground up: undecided boxes, grid, staircase and chord, points, references, names."""
        plane = len(self._frontier.axes) == 2
        marks = self._undecided() if plane else []
        marks += self._grid(t)
        if plane:
            marks += self._staircase()
        held = side_by_side(self._marked(r, t) for r in self._frontier.references)
        return marks + self._dots(t) + reference_marks(self._frame, held, t) + self._names(held, t)

    def _marked(self, reference: Reference, t: Texts) -> Marked:
        across, up = (self._value(j, reference.values[j], t) for j in self._pair)
        spot, told = self._at(reference.values), self._told(reference.values, t)
        return marked(reference, spot, self._window, told, (across, up))

    def _undecided(self) -> list[Spec]:
        w, rows = self._window, []
        for box in self._frontier.undecided:
            x, y = self._at(box.low)
            x2, y2 = self._at(box.high)
            x, x2 = (min(max(v, w.left), w.right) for v in (x, x2))
            y, y2 = (min(max(v, w.top), w.bottom) for v in (y, y2))
            if x2 > x and y > y2:
                rows.append({"x": x, "y": y2, "x2": x2, "y2": y, "fill": SPACE})
        return [bars(self._frame, rows, stroke=None)] if rows else []

    def _grid(self, t: Texts) -> list[Spec]:
        w, place = self._window, self._frontier.instance.inventory.place
        rules, across, up = [], [], []
        for value in ticks(*self._ends[0]):
            x, _ = self._spot(value, 0)
            rules.append([(x, w.top), (x, w.bottom)])
            across.append({"x": x, "y": w.bottom + 11, "text": _plain(value, t)})
        for value in ticks(*self._ends[1]):
            _, y = self._spot(0, value)
            rules.append([(w.left, y), (w.right, y)])
            up.append({"x": w.left - 6, "y": y, "text": _plain(value, t)})
        first, second = (self._frontier.axes[j] for j in self._pair)
        titles = [
            {"x": w.left, "y": w.bottom + 32, "text": f"{axis_name(first, t)}, {axis_unit(first, place, t)} →"},
            {"x": w.left - _LEFT, "y": w.top - 13, "text": f"↑ {axis_name(second, t)}, {axis_unit(second, place, t)}"},
        ]
        edges = [[(w.left, w.top), (w.left, w.bottom)], [(w.left, w.bottom), (w.right, w.bottom)]]
        return [
            lines(self._frame, rules, {"stroke": HAIRLINE, "strokeWidth": 0.6}),
            lines(self._frame, edges, {"stroke": MUTED, "strokeWidth": 1}),
            texts(self._frame, across, fontSize=10, color=MUTED, align="center"),
            texts(self._frame, up, fontSize=10, color=MUTED, align="right"),
            texts(self._frame, titles, fontSize=11.5, fontWeight="bold"),
        ]

    def _staircase(self) -> list[Spec]:
        """Everything above and to the right of the stairs is beaten; the chord runs from end to end."""
        marks = [lines(self._frame, [self._stairs()], {"stroke": KEPT, "strokeWidth": 1.2})]
        if any(p.knee for p in self._frontier.points):
            chord = [self._at(self._frontier.points[i].values) for i in (0, -1)]
            marks.append(lines(self._frame, [chord], {"stroke": MUTED, "strokeWidth": 1, "strokeDash": [4, 4]}))
        return marks

    def _stairs(self) -> list[tuple[float, float]]:
        spots = [self._at(p.values) for p in self._frontier.points]
        w = self._window
        path = [(spots[0][0], w.top), spots[0]]
        for (_, y), after in pairwise(spots):
            path += [(after[0], y), after]
        return [*path, (w.right, spots[-1][1])]

    def _along_the_stairs(self) -> list[tuple[float, float]]:
        """Points along the stairs, for names to keep away from."""
        if len(self._frontier.axes) > 2:
            return []
        parts = pairwise(self._stairs())
        return [(x + (x2 - x) * i / 60, y + (y2 - y) * i / 60) for (x, y), (x2, y2) in parts for i in range(61)]

    def _dots(self, t: Texts) -> list[Spec]:
        knees = [self._dot(i, p, t) for i, p in enumerate(self._frontier.points) if p.knee]
        proven = [self._dot(i, p, t) for i, p in enumerate(self._frontier.points) if p.proven]
        rest = [self._dot(i, p, t) for i, p in enumerate(self._frontier.points) if not p.proven]
        marks = []
        if knees:
            rings = [{**k, "size": _KNEE} for k in knees]
            marks.append(points(self._frame, rings, shape="circle", filled=False, stroke=NEW, strokeWidth=2.4))
        if proven:
            marks.append(points(self._frame, proven, shape="circle", filled=True, fill=KEPT))
        if rest:
            marks.append(
                points(self._frame, rest, shape="diamond", filled=True, fill=PAPER, stroke=KEPT, strokeWidth=2)
            )
        return marks

    def _dot(self, number: int, point: FrontierPoint, t: Texts) -> Row:
        x, y = self._at(point.values)
        tip = (t("frontier.point", number=number + 1), self._told(point.values, t))
        return {"x": x, "y": y, "size": _DOT, TIPS: [tip]}

    def _told(self, values: tuple[int, ...], t: Texts) -> str:
        each = enumerate(zip(self._frontier.axes, values, strict=True))
        return "\n".join(f"{axis_name(a, t)}: {self._value(j, v, t)}" for j, (a, v) in each)

    def _value(self, axis: int, value: int, t: Texts) -> str:
        one = self._frontier.axes[axis]
        return f"{told_value(one, value, t)} {axis_unit(one, self._frontier.instance.inventory.place, t, value=value)}"

    def _names(self, held: list[Marked], t: Texts) -> list[Spec]:
        spots = [self._at(p.values) for p in self._frontier.points]
        wanted = [
            LabelRequest(
                key=f"{i:04}",
                text=str(i + 1),
                x=x,
                y=y,
                radius=6 if not p.knee else 10,
                size=11,
                bold=p.knee or bool(p.best_on),
                priority=2 if p.knee else 1 if p.best_on else 0,
            )
            for i, (p, (x, y)) in enumerate(zip(self._frontier.points, spots, strict=True))
        ]
        wanted += [one.label(t) for one in held]
        around = [Rectangle.around(x, y, 5) for x, y in spots]
        around += [Rectangle.around(one.x, one.y, REACH) for one in held]
        edge = Rectangle(self._window.left - 2, self._window.top - 8, self._window.right + 14, self._window.bottom)
        found, _ = place_labels(wanted, edge, around, self._along_the_stairs())
        # A number far from its point says nothing; a name has its line.
        placed = [p for p in found if p.leader is None or not p.request.text.isdecimal()]
        leaders = [p.leader for p in placed if p.leader is not None]
        colours = {one.label(t).key: str(LOOKS[one.reference.whose]["stroke"]) for one in held}
        styles = dict.fromkeys((p.request.bold, colours.get(p.request.key, INK)) for p in placed)
        marks = [lines(self._frame, leaders, {"stroke": MUTED, "strokeWidth": 0.8})] if leaders else []
        return marks + [
            texts(
                self._frame,
                [
                    {"x": (p.box.left + p.box.right) / 2, "y": (p.box.top + p.box.bottom) / 2, "text": p.request.text}
                    for p in placed
                    if (p.request.bold, colours.get(p.request.key, INK)) == (bold, colour)
                ],
                halo=PAPER,
                fontSize=11,
                fontWeight="bold" if bold else "normal",
                align="center",
                color=colour,
            )
            for bold, colour in styles
        ]


def _plain(value: float, t: Texts) -> str:
    """A tick as text, without decimals it does not need."""
    for decimals in range(4):
        if abs(value - round(value, decimals)) < 1e-9 * max(1.0, abs(value)):
            return t.number(value, decimals)
    return t.number(value, 4)
