"""The legend of the maps of travel, drawn with their own marks."""

from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, bars, panel_of, points, texts
from localisation.pictures.palette import INK, PAPER
from localisation.pictures.travel.bands import BEYOND, LIMITS_MIN, SHADES
from localisation.pictures.travel.difference_map import STEPS_MIN, change_symbol
from localisation.pictures.travel.time_map import PART_TIME, SITE_PX2
from localisation.texts import Texts

_LINE = 22
_SWATCH = 22
_ITEM = 58
_NARROW = 900


def travel_legend(width: int, t: Texts, *, changes: bool, part_time: bool) -> Spec:
    """Bands in the first line, then signs, then changes; in a narrow picture each in a line of its own."""
    drawing = _Drawing()
    drawing.bands(t)
    if width < _NARROW:
        drawing.next_line()
    drawing.signs(t, part_time=part_time)
    if changes:
        drawing.next_line()
        drawing.changes(t)
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=drawing.y + _LINE)
    marks = [
        bars(frame, drawing.swatches, stroke=INK, strokeWidth=0.4),
        points(frame, drawing.symbols, strokeWidth=0.9),
        texts(frame, drawing.words, fontSize=10),
        texts(frame, drawing.heads, fontSize=10, fontWeight="bold"),
    ]
    return panel_of(frame, marks)


class _Drawing:
    """Rows of marks, from the left."""

    def __init__(self) -> None:
        self.x, self.y = 0.0, 0
        self.swatches: list[Row] = []
        self.symbols: list[Row] = []
        self.words: list[Row] = []
        self.heads: list[Row] = []

    def next_line(self) -> None:
        """Go on below."""
        self.x, self.y = 0.0, self.y + _LINE

    def bands(self, t: Texts) -> None:
        """The shades with their limits."""
        self._head(t("travel.legend.minutes"))
        for low, high, shade in zip((0, *LIMITS_MIN), LIMITS_MIN, SHADES, strict=False):
            box = {"x": self.x, "y": self.y + 4, "x2": self.x + _SWATCH, "y2": self.y + 17, "fill": shade}
            self.swatches.append(box)
            self._word(f"{low}–{high}", _SWATCH + 4, _ITEM)

    def signs(self, t: Texts, *, part_time: bool) -> None:
        """Sites, people, and those who are beyond the bands."""
        self.x += 16 if self.x else 0
        self._symbol("diamond", PAPER, INK, SITE_PX2)
        self._word(t("travel.legend.site"), 16)
        if part_time:
            self._symbol("diamond", PART_TIME, INK, SITE_PX2 / 2)
            self._word(t("travel.legend.part_time"), 16)
        self._symbol("circle", INK, PAPER, 40)
        self._word(t("travel.legend.people"), 16)
        self._symbol("square", BEYOND, INK, 30)
        self._word(t("travel.legend.beyond", minutes=LIMITS_MIN[-1]), 16)

    def changes(self, t: Texts) -> None:
        """The triangles, from much less to much more."""
        self._head(t("travel.legend.change"))
        one, five, ten = STEPS_MIN
        ranks = {
            -3: t("travel.legend.less_than", minutes=ten),
            -2: t("travel.legend.less", low=five, high=ten),
            -1: t("travel.legend.less", low=one, high=five),
            0: t("travel.legend.same", minutes=one),
            1: t("travel.legend.more", low=one, high=five),
            2: t("travel.legend.more", low=five, high=ten),
            3: t("travel.legend.more_than", minutes=ten),
        }
        for rank, text in ranks.items():
            look = change_symbol(rank)
            self._symbol(look["shape"], look["fill"], INK, 90 if rank else 60)
            self._word(text, 16)

    def _head(self, text: str) -> None:
        self.heads.append({"x": self.x, "y": self.y + 11, "text": text})
        self.x += 12 + 5.6 * len(text)

    def _symbol(self, shape: str, fill: str, stroke: str, size: float) -> None:
        self.symbols.append(
            {"x": self.x + 6, "y": self.y + 11, "size": size, "shape": shape, "fill": fill, "stroke": stroke}
        )

    def _word(self, text: str, indent: float, advance: float | None = None) -> None:
        self.words.append({"x": self.x + indent, "y": self.y + 11, "text": text})
        self.x += advance if advance is not None else indent + 14 + 4.9 * len(text)
