"""Names on a map, placed so that none covers another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from localisation.pictures.box import Box
from localisation.pictures.text_width import text_width

LINE_HEIGHT = 1.16
_AIR = 1.5
"""Pixels kept free around every label."""
_RINGS = (3.0, 8.0, 15.0, 24.0, 36.0, 52.0, 72.0, 96.0)
"""Distances from the symbol's edge that are tried, the nearest first."""
_DIRECTIONS = 16
_COST_PER_PIXEL = 1.0
_COST_PER_COVERED_POINT = 4.0
_COST_LEFT_OF_SYMBOL = 2.0
_COST_OVER_OR_UNDER = 4.0
_COST_NEARER_TO_ANOTHER = 60.0
"""A name beside another symbol than its own is read as that one's."""
_CLEARLY = 4.0
"""Pixels by which a name is nearer to its own symbol."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRequest:
    """A text (lines by "\\n") wanted beside a symbol; the highest `priority` chooses first."""

    key: str
    text: str
    x: float
    y: float
    radius: float
    size: float
    bold: bool = False
    priority: float = 0.0

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLabel:
    """A label with its place; `leader` is the line from symbol to text when they stand apart."""

    request: LabelRequest
    box: Box
    leader: tuple[tuple[float, float], tuple[float, float]] | None


def place_labels(
    requests: Sequence[LabelRequest], frame: Box, obstacles: Sequence[Box], avoid: Iterable[tuple[float, float]] = ()
) -> tuple[list[PlacedLabel], list[LabelRequest]]:
    """Greedy point-feature labelling: the labels that found room, and those that did not.

    No placed label overlaps another, an obstacle or the edge of the frame. Points in `avoid` (flows, roads) are only
    kept free where that is cheap (Christensen, Marks & Shieber 1995 on candidate positions).
    """
    soft = list(avoid)
    taken: list[Box] = list(obstacles)
    placed, left_out = [], []
    for request in sorted(requests, key=lambda r: (-r.priority, r.key)):
        best: tuple[float, Box] | None = None
        others = [r for r in requests if r is not request and not _touch(r, request)]
        for cost, box in _candidates(request):
            if best is not None and cost >= best[0]:
                continue
            if not box.within(frame) or any(box.overlaps(other) for other in taken):
                continue
            misread = _COST_NEARER_TO_ANOTHER * _nearer_to_another(request, box, others)
            covered = cost + misread + _COST_PER_COVERED_POINT * sum(box.holds(x, y) for x, y in soft)
            if best is None or covered < best[0]:
                best = (covered, box)
        if best is None:
            left_out.append(request)
            continue
        taken.append(best[1])
        placed.append(PlacedLabel(request=request, box=best[1], leader=_leader(request, best[1], others)))
    return placed, left_out


def _candidates(request: LabelRequest) -> Iterator[tuple[float, Box]]:
    width = max(text_width(line, request.size, bold=request.bold) for line in request.lines) + 2 * _AIR
    height = len(request.lines) * request.size * LINE_HEIGHT + 2 * _AIR
    for ring in _RINGS:
        for step in range(_DIRECTIONS):
            angle = 2 * pi * step / _DIRECTIONS
            across, up = cos(angle), sin(angle)
            x = request.x + across * (request.radius + ring)
            y = request.y - up * (request.radius + ring)
            left = x - width * (1 - across) / 2
            top = y - height * (1 + up) / 2
            cost = ring * _COST_PER_PIXEL
            cost += _COST_LEFT_OF_SYMBOL * (across < -0.1) + _COST_OVER_OR_UNDER * (abs(across) < 0.9)
            yield cost, Box(left, top, left + width, top + height)


def _nearer_to_another(request: LabelRequest, box: Box, others: Sequence[LabelRequest]) -> bool:
    own = _between(request, box)
    return any(_between(other, box) <= own + _CLEARLY for other in others)


def _touch(first: LabelRequest, second: LabelRequest) -> bool:
    """Whether two symbols stand so close that no place is beside one of them alone."""
    return hypot(first.x - second.x, first.y - second.y) < first.radius + second.radius + _AIR * 4


def _between(request: LabelRequest, box: Box) -> float:
    """From the edge of a symbol to a box."""
    end = box.nearest(request.x, request.y)
    return hypot(end[0] - request.x, end[1] - request.y) - request.radius


def _leader(
    request: LabelRequest, box: Box, others: Sequence[LabelRequest]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    end = box.nearest(request.x, request.y)
    distance = hypot(end[0] - request.x, end[1] - request.y)
    if distance < request.radius + 10 and not (distance > request.radius and _nearer_to_another(request, box, others)):
        return None
    share = request.radius / distance
    return (request.x + (end[0] - request.x) * share, request.y + (end[1] - request.y) * share), end
