"""Scale bar and north arrow, in the corner where they hide least."""

from collections.abc import Iterable, Sequence

from localisation.pictures.box import Box
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, lines, polygons, texts
from localisation.pictures.palette import INK, LAND
from localisation.texts import Texts

_WIDEST_SHARE = 0.3
_INSET_PX = 10


def scale_bar(frame: Frame, box: Box, t: Texts, *, north: bool) -> list[Spec]:
    """The marks, drawn from the lower left corner of the box."""
    km = bar_km(frame)
    x, y = box.left + 4, box.bottom - 6
    right = x + km / frame.km_per_px
    label = f"{t.number(km)} km" if km >= 1 else f"{t.number(km * 1000)} m"
    bracket = [(x, y - 5), (x, y), (right, y), (right, y - 5)]
    marks = [
        lines(frame, [bracket], {"stroke": LAND, "strokeWidth": 4}, {"stroke": INK, "strokeWidth": 1.3}),
        texts(frame, [{"x": (x + right) / 2, "y": y - 7, "text": label}], halo=LAND, fontSize=9.5, align="center"),
    ]
    if north:
        n = right + 18
        arrow = [(n, y - 26), (n + 5, y - 10), (n, y - 13.5), (n - 5, y - 10)]
        marks.append(polygons(frame, [arrow], fill=INK, stroke=LAND, strokeWidth=0.6))
        letter = {"x": n, "y": y - 2, "text": t("pictures.north")}
        marks.append(texts(frame, [letter], halo=LAND, fontSize=10, align="center"))
    return marks


def bar_km(frame: Frame) -> float:
    """The longest of 1, 2 and 5 times a power of ten that fits in the panel's share for it."""
    room = frame.width * frame.km_per_px * _WIDEST_SHARE
    steps = [base * 10.0**power for power in range(-3, 4) for base in (1, 2, 5)]
    return max(step for step in steps if step <= room)


def bar_box(frame: Frame, crowd: Iterable[tuple[float, float]], taken: Sequence[Box] = (), *, north: bool) -> Box:
    """A box for it in the emptiest corner of the panel."""
    width = bar_km(frame) / frame.km_per_px + (38 if north else 12)
    height = 34 if north else 24
    left, right = _INSET_PX, frame.width - _INSET_PX - width
    top, bottom = _INSET_PX, frame.height - _INSET_PX - height
    corners = [
        Box(x, y, x + width, y + height) for x, y in ((left, bottom), (right, bottom), (right, top), (left, top))
    ]
    spots = list(crowd)

    def hidden(box: Box) -> int:
        return sum(box.holds(*spot) for spot in spots) + 1000 * sum(box.overlaps(other) for other in taken)

    return min(corners, key=hidden)
