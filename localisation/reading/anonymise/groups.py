"""The groups that counts may be merged into, from a postcode or a cell upwards."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from localisation.reading.population.grid_id import cell_of, grid_id

WHOLE = "*"
"""The area that is everywhere: what is left when no smaller group is large enough."""
OTHERS = "*"
"""The service area of those whose own is too small to be shown."""
LEAST_K = 3
"""No setting goes below this."""
_POSTCODE = re.compile(r"\d{4}")
_CELL = re.compile(r"\d{14}")
_IN_ADDRESS = re.compile(r"\b(\d{4})\s+[^\W\d_]")

Ladder = tuple[str, ...]
"""The names of the groups somebody is in, smallest first; the last is always `WHOLE`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Which groups a place is in. `table` (from --map) is place -> its groups, smallest first; without one, postcodes
    are merged by their first digits (1384, 138*, 13*) and cells into 1 km and 5 km squares."""

    table: Mapping[str, tuple[str, ...]] | None = None

    def ladder(self, place: str) -> Ladder:
        """The groups of a place as it is written in the list; only `WHOLE` when nothing is known of it."""
        if self.table is not None:
            for key in (place.strip(), postcode_of(place)):
                if key in self.table:
                    return (*self.table[key], WHOLE)
            return (WHOLE,)
        if cell := _CELL.fullmatch(place.strip()):
            return (*_squares(cell[0]), WHOLE)
        code = postcode_of(place)
        return (code, f"{code[:3]}*", f"{code[:2]}*", WHOLE) if code else (WHOLE,)

    def known(self, name: str) -> bool:
        """Whether a group of this name can come out of these groups."""
        if name == WHOLE:
            return True
        if self.table is not None:
            return any(name in groups for groups in self.table.values())
        return re.fullmatch(r"\d{4}|\d{3}\*|\d{2}\*|\d{14}|[15] km: \d{14}", name) is not None


def postcode_of(text: str) -> str:
    """The postcode of a cell: 1384, 150 (0150 in a spreadsheet), "Storgata 1, 1384 Bygda"; "" when there is none."""
    text = text.strip()
    if _POSTCODE.fullmatch(text):
        return text
    if re.fullmatch(r"[1-9]\d{2}", text):
        return f"0{text}"
    found = _IN_ADDRESS.findall(text)
    return found[-1] if found else ""


def _squares(cell: str) -> tuple[str, ...]:
    east, north = cell_of(int(cell))
    return (cell, *(f"{km} km: {grid_id(east, north, 1000 * km)}" for km in (1, 5)))
