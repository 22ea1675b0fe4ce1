"""Buildings as proportional symbols: area by staff, shape by tenure, colour and outline by fate."""

from math import pi, sqrt

from localisation.domain.vocabulary import Tenure
from localisation.pictures.layers import TIPS, Row
from localisation.pictures.palette import CLOSED, KEPT, LAND, MUTED, NEW
from localisation.pictures.site import Fate, Site
from localisation.texts import Texts

_DIAMOND = "M0,-1L1,0L0,1L-1,0Z"
_SHAPE = {Tenure.OWNED: "circle", Tenure.LEASED: "square", Tenure.OPTION: _DIAMOND}
_BOX_PER_CIRCLE = {Tenure.OWNED: 1.0, Tenure.LEASED: pi / 4, Tenure.OPTION: pi / 2}
"""Vega sizes a symbol by the square around it; these factors give every shape the area of the circle."""
_STYLE = {Fate.KEPT: (KEPT, LAND, 1.0), Fate.NEW: (NEW, LAND, 1.0), Fate.CLOSED: (LAND, CLOSED, 1.6)}
_SIGN = {Fate.NEW: "+ ", Fate.CLOSED: "× "}
_LARGEST_PX = 15.0
_SMALLEST_PX = 3.2
_WRAP_AT = 19


def scale_for(largest_staff: int) -> float:
    """Pixels of radius per square root of a person, so that the largest building is large but not huge."""
    return min(1.6, _LARGEST_PX / sqrt(max(1, largest_staff)))


def radius(staff: int, scale: float) -> float:
    """Radius in pixels of the circle for a number of staff."""
    return max(_SMALLEST_PX, scale * sqrt(staff))


def symbol(tenure: Tenure, fate: Fate, x: float, y: float, radius_px: float) -> Row:
    """A row for `layers.points`."""
    if fate is Fate.IDLE:
        return {"x": x, "y": y, "size": 16, "shape": _SHAPE[tenure], "fill": LAND, "stroke": MUTED, "width": 0.8}
    fill, stroke, width = _STYLE[fate]
    size = round((2 * radius_px) ** 2 * _BOX_PER_CIRCLE[tenure], 2)
    return {"x": x, "y": y, "size": size, "shape": _SHAPE[tenure], "fill": fill, "stroke": stroke, "width": width}


def site_symbol(site: Site, x: float, y: float, scale: float, t: Texts) -> Row:
    """The symbol of a site with its tooltip: who sits there."""
    row = symbol(site.building.tenure, site.fate, x, y, radius(site.shown_staff, scale))
    return row | {TIPS: site_tips(site, t)}


def site_tips(site: Site, t: Texts) -> list[tuple[str, str]]:
    """What the tooltip of a building says."""
    who = "\n".join(f"{name}: {t.number(staff)}" for name, staff in site.units) or t("pictures.nobody")
    return [
        (t("pictures.building"), site.building.name),
        (t("pictures.tenure.title"), t(f"pictures.tenure.{site.building.tenure}")),
        (t("pictures.fate.title"), t(f"pictures.fate.{site.fate}")),
        (t("pictures.staff_today"), t.number(site.staff_today)),
        (t("pictures.staff_then"), t.number(site.staff)),
        (t("pictures.who"), who),
    ]


def site_label(site: Site, t: Texts) -> str:
    """Sign, name and staff on one line, or two when the name is long."""
    return wrapped(f"{_SIGN.get(site.fate, '')}{site.building.name}", f"({t.number(site.shown_staff)})")


def wrapped(name: str, figure: str) -> str:
    """The name with the figure after it, broken in two near the middle when it is long."""
    words = f"{name} {figure}".split(" ")
    text = " ".join(words)
    if len(text) <= _WRAP_AT or len(words) == 1:
        return text
    breaks = [(abs(len(" ".join(words[:i])) - len(" ".join(words[i:]))), i) for i in range(1, len(words))]
    at = min(breaks)[1]
    return " ".join(words[:at]) + "\n" + " ".join(words[at:])
