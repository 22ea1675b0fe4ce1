"""What the marks of a frontier mean, for those that are there."""

from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, bars, lines, points, texts
from localisation.pictures.palette import KEPT, MUTED, NEW, PAPER, SPACE
from localisation.pictures.text_width import text_width
from localisation.solving.frontier.frontier import Frontier
from localisation.texts import Texts

_Y = 10
_SIZE = 10.5


def legend(frame: Frame, frontier: Frontier, t: Texts) -> list[Spec]:
    """One line above the panels."""
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
    marks: list[Spec] = []
    left = 8.0
    for kind in kinds:
        text = t(f"frontier.legend.{kind}")
        marks.append(_sample(frame, kind, left))
        marks.append(texts(frame, [{"x": left + 18, "y": _Y, "text": text}], fontSize=_SIZE))
        left += 36 + text_width(text, _SIZE)
    return marks


def _sample(frame: Frame, kind: str, x: float) -> Spec:
    dot = [{"x": x, "y": _Y, "size": 80}]
    line = [[(x - 8, _Y), (x + 10, _Y)]]
    match kind:
        case "proven":
            return points(frame, dot, shape="circle", filled=True, fill=KEPT)
        case "open":
            return points(frame, dot, shape="diamond", filled=True, fill=PAPER, stroke=KEPT, strokeWidth=2)
        case "knee":
            ring = [{**dot[0], "size": 150}]
            return points(frame, ring, shape="circle", filled=False, stroke=NEW, strokeWidth=2.4)
        case "stairs":
            return lines(frame, line, {"stroke": KEPT, "strokeWidth": 1.2})
        case "chord":
            return lines(frame, line, {"stroke": MUTED, "strokeWidth": 1, "strokeDash": [4, 4]})
        case _:
            return bars(frame, [{"x": x - 8, "y": _Y - 6, "x2": x + 10, "y2": _Y + 6, "fill": SPACE}], stroke=None)
