"""The list below the proposal map: who sits in each building."""

from collections.abc import Sequence
from dataclasses import dataclass

from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, panel_of, texts
from localisation.pictures.plan.wrapped import wrapped
from localisation.pictures.site import Site
from localisation.texts import Texts

_TYPE_PX = 8.0
_LINE_PX = 9.6
_AFTER_PX = 3.0
_LEAST_COLUMN_PX = 200
_GAP_PX = 16
_MANY = 40
"""More lines than there ever are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A building by name and staff, or several with the same unit alone; below it who sits there."""

    heading: tuple[str, ...]
    units: tuple[str, ...]
    buildings: int

    @property
    def height(self) -> float:
        return _LINE_PX * (len(self.heading) + len(self.units)) + _AFTER_PX


@dataclass(frozen=True, slots=True, kw_only=True)
class MapList:
    """The entries in columns, in a width and the height they take (pixels)."""

    columns: tuple[tuple[_Entry, ...], ...]
    width: int
    height: int

    def draw(self) -> Spec:
        """The list as a panel of text."""
        frame = Frame(left_km=0, top_km=0, km_per_px=1, width=self.width, height=self.height)
        heads: list[Row] = []
        words: list[Row] = []
        for i, column in enumerate(self.columns):
            x, y = i * (self.width + _GAP_PX) / max(1, len(self.columns)), _LINE_PX / 2
            for entry in column:
                for rows, lines in ((heads, entry.heading), (words, entry.units)):
                    for line in lines:
                        rows.append({"x": x, "y": y, "text": line})
                        y += _LINE_PX
                y += _AFTER_PX
        bold = texts(frame, heads, fontWeight="bold", fontSize=_TYPE_PX)
        return panel_of(frame, [bold, texts(frame, words, fontSize=_TYPE_PX)])


def map_list(sites: Sequence[Site], width: int, most: int, t: Texts) -> MapList | None:
    """Every building in use with its units, the largest first, and how many more there are than `most` pixels hold.

    None where there is no room for any.
    """
    used = sorted((s for s in sites if s.staff), key=lambda s: -s.staff)
    count = max(1, (width + _GAP_PX) // (_LEAST_COLUMN_PX + _GAP_PX))
    each = (width + _GAP_PX) / count - _GAP_PX
    entries = _entries(used, each, t)
    for shown in range(len(entries), 0, -1):
        left_out = sum(e.buildings for e in entries[shown:])
        more = _entry(t("report.map.more", count=left_out), "", each, 0) if left_out else None
        listed = [*entries[:shown], more] if more else entries
        height = _height(listed, count)
        if height <= most:
            columns = _filled(listed, height)
            columns += [()] * (count - len(columns))
            return MapList(columns=tuple(columns), width=width, height=int(height + 1))
    return None


def _height(entries: Sequence[_Entry], count: int) -> float:
    """The least height in which so many columns hold all."""
    low, high = max(e.height for e in entries), sum(e.height for e in entries)
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(entries, middle)) <= count else (middle, high)
    return high


def _entries(used: Sequence[Site], width: float, t: Texts) -> list[_Entry]:
    """One for each building, but one in common for those where the same unit sits alone."""
    alone: dict[str, list[Site]] = {}
    for site in used:
        if len(site.units) == 1:
            alone.setdefault(site.units[0][0], []).append(site)
    told: set[str] = set()
    found = []
    for site in used:
        same = alone.get(site.units[0][0], []) if len(site.units) == 1 else []
        if site.building.id in told:
            continue
        together = same or [site]
        told |= {s.building.id for s in together}
        heading = ", ".join(f"{s.building.name} ({t.number(s.staff)})" for s in together)
        units = site.units[0][0] if same else ", ".join(f"{name} {t.number(n)}" for name, n in site.units)
        found.append(_entry(heading, units, width, len(together)))
    return found


def _entry(heading: str, units: str, width: float, buildings: int) -> _Entry:
    return _Entry(
        heading=tuple(wrapped(heading, width, _TYPE_PX, lines=_MANY, bold=True)),
        units=tuple(wrapped(units, width, _TYPE_PX, lines=_MANY)) if units else (),
        buildings=buildings,
    )


def _filled(entries: Sequence[_Entry], most: float) -> list[tuple[_Entry, ...]]:
    columns: list[tuple[_Entry, ...]] = [()]
    used = 0.0
    for entry in entries:
        if columns[-1] and used + entry.height > most:
            columns.append(())
            used = 0.0
        columns[-1] = (*columns[-1], entry)
        used += entry.height
    return columns
