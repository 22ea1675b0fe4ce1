"""The types of road in NVDB as classes of road."""

from typing import Final

FERRIES: Final = frozenset({"bilferje", "passasjerferje"})

BY_CATEGORY: Final = {"e": "trunk", "r": "trunk", "f": "secondary", "k": "residential", "p": "service", "s": "track"}
"""Vegkategori: Europaveg, riksveg, fylkesveg, kommunal veg, privat veg, skogsveg."""

BY_TYPE: Final = {
    "rampe": "trunk_link",
    "gatetun": "living_street",
    "gågate": "pedestrian",
    "gangogsykkelveg": "cycleway",
    "sykkelveg": "cycleway",
    "gangveg": "footway",
    "fortau": "footway",
    "gangfelt": "footway",
    "trapp": "steps",
    "traktorveg": "path",
    "sti": "path",
}
ROADS: Final = frozenset({"enkelbilveg", "kanalisertveg", "bilveg", "rundkjøring"})
MOTORWAYS: Final = frozenset({"motorveg", "motortrafikkveg"})


def plain(text: str) -> str:
    """A type without spaces and hyphens: "Gang- og sykkelveg" and "gangOgSykkelveg" are one."""
    return text.lower().replace("-", "").replace(" ", "")


def class_of(kind: str, category: str, motorway: str) -> str | None:
    """The class of a road type (a key of `ROAD_CLASSES`, or a ferry's own name); None for what is none of them.

    Roads for motor traffic only are motorways, whatever their category; bicycles and walkers may not use them.
    """
    kind = plain(kind)
    if kind in FERRIES:
        return kind
    if plain(motorway) in MOTORWAYS or kind in MOTORWAYS:
        return "motorway_link" if kind == "rampe" else "motorway"
    if kind in ROADS:
        return BY_CATEGORY.get(category[:1], "unclassified")
    return BY_TYPE.get(kind)
