"""The schemas of road layers: which columns tell a schema, which are read, and who makes streets of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from localisation.reading.problems import Place, Problems
from localisation.reading.roads import elveg, ruteplan
from localisation.reading.roads.layers import Lines
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.streets import Streets

Kind = Literal["osm", "edges", "ruteplan", "elveg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadSchema:
    """A layer is of the schema when it has the `needed` columns; the `wanted` ones are read where they are there."""

    needed: tuple[str, ...]
    wanted: tuple[str, ...]
    streets: Callable[[Lines, RoadSettings, Place, Problems], Streets | None]


SCHEMAS: Final[dict[Kind, RoadSchema]] = {
    "ruteplan": RoadSchema(
        needed=ruteplan.NEEDED,
        wanted=ruteplan.WANTED,
        streets=lambda lines, _, at, problems: ruteplan.ruteplan(lines, at, problems),
    ),
    "elveg": RoadSchema(needed=elveg.NEEDED, wanted=elveg.WANTED, streets=elveg.elveg),
}
