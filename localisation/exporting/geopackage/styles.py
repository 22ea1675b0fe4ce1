"""What each layer of the GeoPackage looks like. Shape and line style carry what colour does."""

from collections.abc import Mapping, Sequence

from localisation.exporting.geopackage.style import Style
from localisation.exporting.geopackage.symbols import area, line, marker
from localisation.texts import Texts

FATES = ("kept", "new", "left", "unused")
_POPULATION = ((0, 50), (50, 150), (150, 400), (400, 1000), (1000, 1e9))
_PURPLES = ("242,240,247,200", "203,201,226,200", "158,154,200,200", "117,107,177,200", "84,39,143,200")
_MOVED = ((0, 5), (5, 15), (15, 40), (40, 1e9))
_WIDTHS = (0.3, 0.7, 1.3, 2.2)


def styles(columns: Mapping[str, Sequence[str]], texts: Texts) -> dict[str, Style]:
    """The style of each layer by name; `columns` gives the columns that get readable headings."""
    alias = {
        layer: {c: texts(f"geopackage.column.{c}") for c in names if c != "label"} for layer, names in columns.items()
    }
    fates = [(f, texts(f"geopackage.fate.{f}")) for f in FATES]
    return {
        "background": Style(symbols=[area("0", "247,244,237,255", "170,170,170,255")], aliases=alias["background"]),
        "population": Style(
            symbols=[marker(str(i), "square", c, 1.6, "255,255,255,0") for i, c in enumerate(_PURPLES)],
            attribute="inhabitants",
            ranges=_ranges(_POPULATION, texts),
            aliases=alias["population"],
        ),
        "roads": Style(symbols=[line("0", "120,120,120,255", 0.35)], aliases=alias["roads"]),
        "moves": Style(
            symbols=[line(str(i), "217,95,2,190", width) for i, width in enumerate(_WIDTHS)],
            attribute="staff",
            ranges=_ranges(_MOVED, texts),
            label="staff",
            label_size=7,
            label_below_scale=60_000,
            aliases=alias["moves"],
        ),
        "centres": Style(
            symbols=[marker("0", "star", "80,80,80,255", 3)], label="name", label_size=11, aliases=alias["centres"]
        ),
        "buildings": Style(
            symbols=[
                marker("0", "circle", "31,120,180,255", 3.6),
                marker("1", "diamond", "27,158,119,255", 4.2),
                marker("2", "cross_fill", "117,112,179,255", 3.6),
                marker("3", "circle", "255,255,255,0", 2.4, "120,120,120,255"),
            ],
            attribute="fate",
            categories=fates,
            label="label",
            label_size=8,
            label_below_scale=150_000,
            aliases=alias["buildings"],
        ),
        "placements": Style(symbols=[marker("0", "circle", "35,35,35,255", 1)], aliases=alias["placements"]),
    }


def _ranges(ends: Sequence[tuple[float, float]], texts: Texts) -> list[tuple[float, float, str]]:
    *closed, (last, top) = ends
    made = [(a, b, f"{texts.number(a)}-{texts.number(b)}") for a, b in closed]
    return [*made, (last, top, texts("geopackage.above", number=int(last)))]
