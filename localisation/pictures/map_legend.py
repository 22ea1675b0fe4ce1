"""The legend of the proposal map, drawn with the map's own marks."""

from localisation.domain.vocabulary import Tenure
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, lines, panel_of, points, polygons, texts
from localisation.pictures.map_ground import people_px2
from localisation.pictures.palette import FLOW, INK, LAND, MUTED, PEOPLE, ROAD
from localisation.pictures.ribbon import ribbon
from localisation.pictures.site import Fate
from localisation.pictures.symbols import radius, symbol
from localisation.texts import Texts

_LINE = 19
_TOP = 34
_BLOCKS = 4
_BLOCK_PX = 155
_BLOCK_HEIGHT = 106
_ROUND = (500, 200, 100, 50, 20, 10, 5)
_BROADEST_PX = 8.0
_LARGEST_PX = 18.0


def height(width: int) -> int:
    """How high the legend is in a width: its four blocks stand side by side, or two and two."""
    return _BLOCK_HEIGHT * _BLOCKS // _columns(width)


def _columns(width: int) -> int:
    return _BLOCKS if width >= _BLOCKS * _BLOCK_PX else 2


def legend(width: int, scale: float, per_person: float, t: Texts, *, staff_estimated: bool) -> Spec:
    """Four blocks: what happens to a building, how it is held, sizes, and lines."""
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=height(width))
    columns = _columns(width)
    left = [width / columns * (at % columns) for at in range(_BLOCKS)]
    top = [_BLOCK_HEIGHT * (at // columns) for at in range(_BLOCKS)]
    heads: list[Row] = []
    words: list[Row] = []
    symbols: list[Row] = []

    def head(at: int, key: str) -> None:
        heads.append({"x": left[at], "y": top[at] + 12, "text": t(key)})

    def row(at: int, line: int, text: str, indent: float = 22) -> float:
        y = top[at] + _TOP + _LINE * line
        words.append({"x": left[at] + indent, "y": y, "text": text})
        return y

    head(0, "pictures.legend.fate")
    for i, fate in enumerate((Fate.KEPT, Fate.NEW, Fate.CLOSED, Fate.IDLE)):
        y = row(0, i, t(f"pictures.legend.{fate}"))
        symbols.append(symbol(Tenure.OWNED, fate, left[0] + 9, y, 6))
    head(1, "pictures.legend.tenure")
    for i, tenure in enumerate(Tenure):
        y = row(1, i, t(f"pictures.tenure.{tenure}"))
        symbols.append(symbol(tenure, Fate.KEPT, left[1] + 9, y, 6))
    y = row(1, 3, t("pictures.legend.group"))
    group = {"x": left[1] + 9, "y": y, "size": 220}
    head(2, "pictures.legend.staff_estimate" if staff_estimated else "pictures.legend.staff")
    x, y = left[2], top[2] + _TOP
    people = []
    for staff in _sizes(scale):
        size = radius(staff, scale)
        x += size + 6
        symbols.append(symbol(Tenure.OWNED, Fate.KEPT, x, y + 6, size))
        words.append({"x": x + size + 3, "y": y + 6, "text": t.number(staff)})
        x += size + 26
    heads.append({"x": left[2], "y": y + 34, "text": t("pictures.legend.people")})
    x = left[2]
    for inhabitants in (50, 500, 1500):
        size = people_px2(inhabitants)
        x += 12
        people.append({"x": x, "y": y + 55, "size": size})
        words.append({"x": x + 11, "y": y + 55, "text": t.number(inhabitants)})
        x += 44
    head(3, "pictures.legend.lines")
    bands = []
    broad = next((n for n in _ROUND if n * per_person <= _BROADEST_PX), _ROUND[-1])
    for i, staff in enumerate((broad // 5, broad)):
        y = row(3, i, t("pictures.legend.move", staff=staff), 50)
        bands.append(ribbon((left[3], y + 4), (left[3] + 42, y + 4), max(0.9, staff * per_person)))
    y = row(3, 2, t("pictures.legend.road"), 50)
    road = [(left[3], y), (left[3] + 40, y)]
    y = row(3, 3, t("pictures.legend.centre"), 50)
    cross = {"x": left[3] + 20, "y": y, "size": 26}
    marks = [
        points(frame, symbols),
        points(frame, [group], shape="circle", fill=INK, stroke=LAND, strokeWidth=1.2),
        texts(frame, [{**group, "text": "A"}], color=LAND, fontSize=10, fontWeight="bold", align="center"),
        points(frame, people, fill=PEOPLE, fillOpacity=0.5, stroke=None),
        polygons(frame, [b for b in bands if b], fill=FLOW, fillOpacity=0.5, stroke=None),
        lines(frame, [road], {"stroke": ROAD, "strokeWidth": 1.6}),
        points(frame, [cross], shape="cross", fill=LAND, stroke=MUTED, strokeWidth=0.9),
        texts(frame, heads, fontSize=10, fontWeight="bold"),
        texts(frame, words, fontSize=10),
    ]
    return panel_of(frame, marks)


def _sizes(scale: float) -> tuple[int, ...]:
    """Three numbers of staff whose symbols have room in the legend."""
    largest = next((n for n in _ROUND if radius(n, scale) <= _LARGEST_PX), _ROUND[-1])
    return tuple(dict.fromkeys((max(1, largest // 20), max(1, largest // 4), largest)))
