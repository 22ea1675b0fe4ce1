"""Which column of a table of people is what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from localisation.reading.labels import plain

_CELL = re.compile(r"(?:ssbid|ruteid|ru|rute|gridid|cellid|celleid)(\d{3,5})?m?")
_YEARLY = re.compile(r"(?:pop|popt|poptot|bef|befolkning|population|innbyggere|folketall|folkemengde|personer)(\d{4})")
_PEOPLE = (
    *("poptot", "pop", "population", "beftot", "befolkning", "innbyggere", "innbyggjarar", "folketall", "folkemengde"),
    *("personer", "antall", "inhabitants", "people"),
)
_ID = (
    "id",
    *("grunnkretsnummer", "grunnkretsnr", "grunnkrets", "delområdenummer", "delomradenummer", "delomraadeno"),
    *("delområde", "delomrade", "delomraade", "kommunenummer", "kommuneno", "areaid", "area", "kode", "code"),
)
_AREA = (
    *("area", "grunnkretsnummer", "grunnkretsnr", "grunnkrets", "delområdenummer", "delomradenummer", "delomraadeno"),
    *("delområde", "delomrade", "delomraade"),
)
_NAME = ("name", "navn", "grunnkretsnavn", "delområdenavn", "delomradenavn", "delomraadename", "kommunenavn")
_X = ("x", "xkoord", "easting", "eastingm", "øst", "ost", "utmx", "xcoord", "xkoordinat")
_Y = ("y", "ykoord", "northing", "northingm", "nord", "utmy", "ycoord", "ykoordinat")
_LAT = ("lat", "latitude", "breddegrad")
_LON = ("lon", "lng", "long", "longitude", "lengdegrad")
_YEAR = ("year", "år", "aar", "årgang", "argang")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns found, "" for those that are not there. `people_in` is year -> column, and `cell_m` what the name
    of the column of cell ids says of their size."""

    cell: str
    cell_m: int | None
    people: str
    people_in: dict[int, str]
    id: str
    name: str
    area: str
    x: str
    y: str
    lat: str
    lon: str
    year: str

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a column of their own."""
        return tuple(sorted(self.people_in))


def columns_of(headings: Sequence[str]) -> Columns:
    """What each heading means; case, blanks and underscores do not count. Of several, the first in our lists."""
    words = {plain(h): h for h in reversed(headings)}
    cell = next((h for h in headings if _CELL.fullmatch(plain(h))), "")
    size = _CELL.fullmatch(plain(cell))
    return Columns(
        cell=cell,
        cell_m=int(size[1]) if size and size[1] else None,
        people=_first(words, _PEOPLE),
        people_in={int(m[1]): h for h in headings if (m := _YEARLY.fullmatch(plain(h)))},
        id=_first(words, _ID),
        name=_first(words, _NAME),
        area=_first(words, _AREA),
        x=_first(words, _X),
        y=_first(words, _Y),
        lat=_first(words, _LAT),
        lon=_first(words, _LON),
        year=_first(words, _YEAR),
    )


def _first(words: dict[str, str], known: Sequence[str]) -> str:
    return next((words[w] for w in known if w in words), "")
