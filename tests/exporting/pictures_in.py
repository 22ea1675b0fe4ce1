"""The pictures on a sheet of a workbook; openpyxl alone leaves them out where Pillow is not installed."""

import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A picture with its alternative text and the rows it covers, counted from 0."""

    alt: str
    png: bytes
    top: int
    bottom: int


def pictures_in(book: Path, sheet: int) -> list[Placed]:
    """The pictures on a sheet, counted from 0, in the order they were put there."""
    with zipfile.ZipFile(book) as parts:
        drawings = _related(parts, f"xl/worksheets/sheet{sheet + 1}.xml")
        found = []
        for drawing in (d for d in drawings.values() if "/drawings/" in d):
            images = _related(parts, drawing)
            for anchor in ElementTree.fromstring(parts.read(drawing)):
                found.append(
                    Placed(
                        alt=_inside(anchor, f".//{_DRAWING}cNvPr").attrib.get("descr", ""),
                        png=parts.read(images[_inside(anchor, f".//{_MAIN}blip").attrib[f"{_ID}embed"]]),
                        top=int(_inside(anchor, f"{_DRAWING}from/{_DRAWING}row").text or ""),
                        bottom=int(_inside(anchor, f"{_DRAWING}to/{_DRAWING}row").text or ""),
                    )
                )
        return found


def _inside(element: ElementTree.Element, path: str) -> ElementTree.Element:
    found = element.find(path)
    assert found is not None
    return found


def _related(parts: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Names of the parts that a part refers to, by the id it knows them by."""
    folder, own = posixpath.split(name)
    links = f"{folder}/_rels/{own}.rels"
    if links not in parts.namelist():
        return {}
    found = ElementTree.fromstring(parts.read(links))
    return {r.attrib["Id"]: posixpath.normpath(posixpath.join(folder, r.attrib["Target"])) for r in found}
