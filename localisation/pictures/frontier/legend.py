"""What the marks of a frontier mean, for those that are there."""

from localisation.pictures.frame import Frame
from localisation.pictures.frontier.reference_marks import LOOKS
from localisation.pictures.frontier.reference_words import lawfulness, reference_name
from localisation.pictures.layers import Row, Spec, bars, lines, points, texts
from localisation.pictures.palette import KEPT, MUTED, NEW, PAPER, SPACE
from localisation.pictures.text_width import text_width
from localisation.solving.frontier.frontier import Frontier
from localisation.texts import Texts

_Y, _LINE = 10, 18
_SIZE = 10.5
_BELOW = 20
_DOTS: dict[str, tuple[int, Row]] = {
    "proven": (80, {"shape": "circle", "filled": True, "fill": KEPT}),
    "open": (80, {"shape": "diamond", "filled": True, "fill": PAPER, "stroke": KEPT, "strokeWidth": 2}),
    "knee": (150, {"shape": "circle", "filled": False, "stroke": NEW, "strokeWidth": 2.4}),
    **{str(whose): (110, look) for whose, look in LOOKS.items()},
}
_LINES: dict[str, Row] = {
    "stairs": {"stroke": KEPT, "strokeWidth": 1.2},
    "chord": {"stroke": MUTED, "strokeWidth": 1, "strokeDash": [4, 4]},
}


def legend(frame: Frame, frontier: Frontier, t: Texts) -> tuple[list[Spec], float]:
    """As many lines above the panels as it takes, and how high they are."""
    marks: list[Spec] = []
    left, y = 8.0, float(_Y)
    for kind, text in _kinds(frontier, t):
        wide = 36 + text_width(text, _SIZE)
        if left + wide > frame.width and left > 8:
            left, y = 8.0, y + _LINE
        marks.append(_sample(frame, kind, left, y))
        marks.append(texts(frame, [{"x": left + 18, "y": y, "text": text}], fontSize=_SIZE))
        left += wide
    return marks, y + _BELOW


def _kinds(frontier: Frontier, t: Texts) -> list[tuple[str, str]]:
    """What is in the picture, with the words for it."""
    kinds = []
    if any(p.proven for p in frontier.points):
        kinds.append("proven")
    if any(not p.proven for p in frontier.points):
        kinds.append("open")
    if any(p.knee for p in frontier.points):
        kinds.append("knee")
    if len(frontier.axes) == 2:
        kinds.append("stairs")
        if any(p.knee for p in frontier.points):
            kinds.append("chord")
        if frontier.undecided:
            kinds.append("band")
    said = [(kind, t(f"frontier.legend.{kind}")) for kind in kinds]
    held = {r.whose: f"{reference_name(r, t)}, {lawfulness(r, t)}" for r in frontier.references}
    return said + [(str(whose), words) for whose, words in held.items()]


def _sample(frame: Frame, kind: str, x: float, y: float) -> Spec:
    if kind in _DOTS:
        size, look = _DOTS[kind]
        return points(frame, [{"x": x, "y": y, "size": size}], **look)
    if kind in _LINES:
        return lines(frame, [[(x - 8, y), (x + 10, y)]], _LINES[kind])
    return bars(frame, [{"x": x - 8, "y": y - 6, "x2": x + 10, "y2": y + 6, "fill": SPACE}], stroke=None)
