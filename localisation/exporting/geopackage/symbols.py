"""QGIS symbols as XML: what a point, a line or an area looks like. Colours are "r,g,b,a"; sizes are millimetres."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

_KIND = {"SimpleMarker": "marker", "SimpleLine": "line", "SimpleFill": "fill"}


def symbol(name: str, layer_class: str, options: Mapping[str, str]) -> Element:
    """A symbol with one layer of a class that QGIS knows: SimpleMarker, SimpleLine or SimpleFill."""
    made = Element("symbol", type=_KIND[layer_class], name=name, alpha="1", clip_to_extent="1", force_rhr="0")
    layer = SubElement(made, "layer", {"class": layer_class, "enabled": "1", "locked": "0", "pass": "0"})
    options_map = SubElement(layer, "Option", type="Map")
    for key, value in options.items():
        SubElement(options_map, "Option", type="QString", name=key, value=value)
    return made


def marker(name: str, shape: str, colour: str, size: float, outline: str = "255,255,255,255") -> Element:
    """A point symbol; `shape` is one of QGIS' own: circle, square, diamond, triangle, cross_fill ..."""
    return symbol(
        name,
        "SimpleMarker",
        {
            "name": shape,
            "color": colour,
            "outline_color": outline,
            "outline_width": "0.3",
            "outline_width_unit": "MM",
            "size": str(size),
            "size_unit": "MM",
        },
    )


def line(name: str, colour: str, width: float, style: str = "solid") -> Element:
    """A line symbol."""
    return symbol(
        name,
        "SimpleLine",
        {
            "line_color": colour,
            "line_width": str(width),
            "line_width_unit": "MM",
            "line_style": style,
            "capstyle": "round",
        },
    )


def area(name: str, colour: str, outline: str) -> Element:
    """A filled area."""
    return symbol(
        name,
        "SimpleFill",
        {
            "color": colour,
            "outline_color": outline,
            "outline_width": "0.2",
            "outline_width_unit": "MM",
            "style": "solid",
        },
    )
