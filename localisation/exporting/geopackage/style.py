"""A layer's look as a QGIS style (QML): symbols by value, labels, and column names a reader understands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a layer is drawn.

    With `categories` ((value, legend), one for each symbol) symbols follow the text in `attribute`; with `ranges`
    ((from, to, legend)) they follow the number there; with neither the one symbol is for all.
    """

    symbols: Sequence[Element]
    attribute: str = ""
    categories: Sequence[tuple[str, str]] = ()
    ranges: Sequence[tuple[float, float, str]] = ()
    label: str = ""
    label_size: float = 9
    label_below_scale: int | None = None
    """Labels are drawn only when the map is at least this detailed (1 to this number)."""
    aliases: Mapping[str, str] = field(default_factory=dict)


def qml(style: Style) -> str:
    """The style as QGIS reads it."""
    root = Element(
        "qgis",
        version="3.34.0",
        styleCategories="Symbology|Labeling|Fields|MapTips",
        labelsEnabled="1" if style.label else "0",
    )
    root.append(_renderer(style))
    if style.label:
        root.append(_labels(style))
    aliases = SubElement(root, "aliases")
    for index, (column, heading) in enumerate(style.aliases.items()):
        SubElement(aliases, "alias", index=str(index), field=column, name=heading)
    return tostring(root, encoding="unicode")


def _renderer(style: Style) -> Element:
    common = {"symbollevels": "0", "forceraster": "0", "enableorderby": "0"}
    if style.categories:
        made = Element("renderer-v2", common | {"type": "categorizedSymbol", "attr": style.attribute})
        table = SubElement(made, "categories")
        for index, (value, legend) in enumerate(style.categories):
            SubElement(table, "category", value=value, symbol=str(index), label=legend, render="true", type="string")
    elif style.ranges:
        kind = {"type": "graduatedSymbol", "attr": style.attribute, "graduatedMethod": "GraduatedColor"}
        made = Element("renderer-v2", common | kind)
        table = SubElement(made, "ranges")
        for index, (low, high, legend) in enumerate(style.ranges):
            ends = {"lower": f"{low:.6f}", "upper": f"{high:.6f}"}
            SubElement(table, "range", ends | {"symbol": str(index), "label": legend, "render": "true"})
    else:
        made = Element("renderer-v2", common | {"type": "singleSymbol"})
    symbols = SubElement(made, "symbols")
    symbols.extend(style.symbols)
    SubElement(made, "rotation")
    SubElement(made, "sizescale")
    return made


def _labels(style: Style) -> Element:
    made = Element("labeling", type="simple")
    settings = SubElement(made, "settings", calloutType="simple")
    text = SubElement(
        settings,
        "text-style",
        fieldName=style.label,
        isExpression="0",
        fontFamily="Open Sans",
        fontSize=str(style.label_size),
        fontSizeUnit="Point",
        textColor="35,35,35,255",
    )
    SubElement(
        text, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferSizeUnits="MM", bufferColor="255,255,255,220"
    )
    SubElement(settings, "placement", placement="6", dist="1", distUnits="MM", priority="6")
    rendering = {"drawLabels": "1", "obstacle": "1", "displayAll": "0"}
    if style.label_below_scale is not None:
        rendering |= {"scaleVisibility": "1", "scaleMin": str(style.label_below_scale), "scaleMax": "0"}
    SubElement(settings, "rendering", rendering)
    return made
