"""All tables there are. From this come the reading, the Excel template and docs/data.md."""

from localisation.reading.schema import Table
from localisation.reading.tables.criteria import CRITERIA
from localisation.reading.tables.logistics import ACTIVITY_NORMS, CREWS, DAYS_OFF, SWING_SPACE
from localisation.reading.tables.norms import NORMS
from localisation.reading.tables.people import COLLABORATIONS, NEEDS, ORIGINS, TODAY, UNITS
from localisation.reading.tables.premises import BUILDINGS, CENTRES, FLOORS, REFURBISHMENTS, SPACES
from localisation.reading.tables.surroundings import BACKGROUND, NAMES, ROAD_NODES, ROADS, TRANSIT, TRANSIT_LINES, ZONES

__all__ = ["CRITERIA", "INVENTORY_TABLES", "TABLES"]

INVENTORY_TABLES = (
    NORMS,
    CENTRES,
    BUILDINGS,
    SPACES,
    FLOORS,
    REFURBISHMENTS,
    UNITS,
    NEEDS,
    TODAY,
    COLLABORATIONS,
    ORIGINS,
    ZONES,
    ROAD_NODES,
    ROADS,
    BACKGROUND,
    TRANSIT,
    TRANSIT_LINES,
    NAMES,
    CREWS,
    ACTIVITY_NORMS,
    DAYS_OFF,
    SWING_SPACE,
)
TABLES: dict[str, Table] = {table.key: table for table in (*INVENTORY_TABLES, CRITERIA)}
