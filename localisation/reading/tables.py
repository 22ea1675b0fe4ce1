"""All tables there are. From this come the reading, the Excel template and docs/data.md."""

from localisation.domain.vocabulary import SpaceKind
from localisation.reading.schema import Column, Table, Type

_ID = Column(key="id", required=True)
_NAME = Column(key="name", required=True)
_DISTRICT = Column(key="district")
_CONFIDENCE = Column(key="confidence", type=Type.CHOICE, choices="confidence")
_SOURCE = Column(key="source")
_ORIGIN = (_CONFIDENCE, _SOURCE)
_POSITION = ((("lat", "lon"), ("easting_m", "northing_m")),)


def _confidence(key: str) -> Column:
    return Column(key=f"{key}_confidence", type=Type.CHOICE, choices="confidence")


def _position(confidence: str = "") -> tuple[Column, ...]:
    return (
        Column(key="lat", type=Type.DECIMAL, low=-90, high=90, unit="degrees", confidence=confidence),
        Column(key="lon", type=Type.DECIMAL, low=-180, high=180, unit="degrees", confidence=confidence),
        Column(key="easting_m", type=Type.AMOUNT, unit="m", confidence=confidence),
        Column(key="northing_m", type=Type.AMOUNT, unit="m", confidence=confidence),
    )


def _count(key: str, top: float, confidence: str = "", *, low: float = 0, required: bool = False) -> Column:
    return Column(
        key=key, type=Type.WHOLE, low=low, usual=(low, top), confidence=confidence, required=required, unit="count"
    )


def _amount(key: str, unit: str, top: float, confidence: str = "", *, required: bool = False) -> Column:
    return Column(key=key, type=Type.AMOUNT, low=0, usual=(0, top), unit=unit, confidence=confidence, required=required)


def _money(key: str, top: float, confidence: str = "", *, required: bool = False) -> Column:
    return Column(
        key=key, type=Type.MONEY, low=0, usual=(0, top), unit="money", confidence=confidence, required=required
    )


def _reference(key: str, table: str) -> Column:
    return Column(key=key, type=Type.REFERENCE, refers=(table,), required=True)


_KIND = Column(key="kind", type=Type.CHOICE, choices="space_kind", required=True)

NORMS = Table(
    key="norms",
    identity=("key",),
    required=True,
    columns=(
        Column(key="key", required=True),
        Column(key="value", type=Type.DECIMAL, required=True, low=0),
        Column(key="unit"),
        Column(key="year", type=Type.WHOLE, low=1900, high=2200),
        *_ORIGIN,
    ),
)
CENTRES = Table(
    key="centres",
    identity=("id",),
    required=True,
    one_of=_POSITION,
    columns=(_ID, _NAME, Column(key="district", required=True), *_position(), *_ORIGIN),
)
BUILDINGS = Table(
    key="buildings",
    identity=("id",),
    required=True,
    one_of=_POSITION,
    columns=(
        _ID,
        _NAME,
        Column(key="address"),
        _reference("centre", "centres"),
        _DISTRICT,
        *_position("coordinate_confidence"),
        _confidence("coordinate"),
        Column(key="tenure", type=Type.CHOICE, choices="tenure", required=True, confidence="tenure_confidence"),
        _confidence("tenure"),
        _amount("area_m2", "m2", 200_000, "area_confidence", required=True),
        _confidence("area"),
        _count("floors", 60, "floors_confidence", low=1),
        _confidence("floors"),
        _money("rent_nok_per_year", 500_000_000, "rent_confidence"),
        _confidence("rent"),
        _money("running_nok_per_year", 200_000_000, "running_confidence"),
        _confidence("running"),
        _money("idle_nok_per_year", 200_000_000, "idle_confidence"),
        _confidence("idle"),
        _money("exit_nok", 500_000_000, "exit_confidence"),
        _confidence("exit"),
        *(
            Column(key=key, type=Type.DATE, confidence="availability_confidence")
            for key in ("available_from", "available_until", "lease_end")
        ),
        _confidence("availability"),
        Column(key="step_free", type=Type.YES_NO, choices="yes_no", confidence="access_confidence"),
        _amount("transit_hub_m", "m", 50_000, "access_confidence"),
        _confidence("access"),
        Column(key="facilities", type=Type.LIST, confidence="facilities_confidence"),
        _confidence("facilities"),
        Column(key="in_project", type=Type.CHOICE, choices="in_project"),
        Column(key="facts"),
        *_ORIGIN,
    ),
)
SPACES = Table(
    key="spaces",
    identity=("building", "kind"),
    required=True,
    columns=(
        _reference("building", "buildings"),
        _KIND,
        _amount("amount", "kind", 100_000, required=True),
        *_ORIGIN,
    ),
)
REFURBISHMENTS = Table(
    key="refurbishments",
    identity=("id",),
    columns=(
        _ID,
        _reference("building", "buildings"),
        _NAME,
        _money("cost_nok", 2_000_000_000, required=True),
        _count("weeks", 520, required=True),
        *(_amount(f"adds_{kind.value}", kind.unit, 100_000) for kind in SpaceKind),
        Column(key="adds_facilities", type=Type.LIST),
        *_ORIGIN,
    ),
)
UNITS = Table(
    key="units",
    identity=("id",),
    required=True,
    workbook="units",
    columns=(
        _ID,
        _NAME,
        Column(key="service_area", required=True),
        Column(key="priority_area"),
        Column(key="service"),
        Column(key="administrative", type=Type.YES_NO, choices="yes_no"),
        _count("staff", 3000, "staff_confidence", low=1, required=True),
        _confidence("staff"),
        _count("visits_per_year", 2_000_000, "visits_confidence"),
        _confidence("visits"),
        _count("sites_min", 50, "sites_confidence", low=1),
        _count("sites_max", 50, "sites_confidence", low=1),
        _count("smallest_part", 200, "sites_confidence", low=1),
        _confidence("sites"),
        _amount("equipment_m3", "m3", 20_000, "equipment_confidence"),
        _count("vehicles", 500, "equipment_confidence"),
        _confidence("equipment"),
        Column(key="facilities", type=Type.LIST),
        Column(key="register_rows", type=Type.LIST),
        _SOURCE,
        _CONFIDENCE,
    ),
)
NEEDS = Table(
    key="needs",
    identity=("unit", "kind"),
    workbook="units",
    columns=(
        _reference("unit", "units"),
        _KIND,
        _amount("per_site", "kind", 20_000),
        _amount("per_100_staff", "kind", 10_000),
        *_ORIGIN,
    ),
)
TODAY = Table(
    key="today",
    identity=("unit", "building"),
    required=True,
    workbook="units",
    columns=(
        _reference("unit", "units"),
        _reference("building", "buildings"),
        _count("staff", 3000, low=1, required=True),
        *_ORIGIN,
    ),
)
COLLABORATIONS = Table(
    key="collaborations",
    identity=("unit_a", "unit_b"),
    workbook="units",
    columns=(
        _reference("unit_a", "units"),
        _reference("unit_b", "units"),
        Column(key="strength", type=Type.WHOLE, low=0, high=100, required=True, unit="0-100"),
        Column(key="reason"),
        *_ORIGIN,
    ),
)
ORIGINS = Table(
    key="origins",
    identity=("service_area", "area"),
    workbook="units",
    columns=(
        Column(key="service_area", required=True),
        Column(key="area", required=True),
        _count("employees", 5000, required=True),
        *_ORIGIN,
    ),
)
ZONES = Table(
    key="zones",
    identity=("id",),
    required=True,
    one_of=_POSITION,
    columns=(
        _ID,
        Column(key="area", required=True),
        Column(key="district", required=True),
        *_position(),
        _count("population", 100_000, required=True),
        *_ORIGIN,
    ),
)
ROAD_NODES = Table(
    key="road_nodes",
    identity=("id",),
    required=True,
    one_of=_POSITION,
    columns=(_ID, _NAME, *_position(), *_ORIGIN),
)
ROADS = Table(
    key="roads",
    identity=("start", "end", "name"),
    required=True,
    columns=(
        _reference("start", "road_nodes"),
        _reference("end", "road_nodes"),
        Column(key="name"),
        Column(key="length_km", type=Type.DECIMAL, low=0.001, usual=(0.02, 150), required=True, unit="km"),
        Column(key="speed_kmh", type=Type.DECIMAL, low=1, usual=(5, 120), required=True, unit="km/h"),
        *_ORIGIN,
    ),
)
BACKGROUND = Table(
    key="background",
    identity=("polygon", "order"),
    columns=(
        Column(key="polygon", required=True),
        Column(key="municipality", required=True),
        Column(key="order", type=Type.WHOLE, low=0, required=True),
        *(Column(key=k, type=Type.AMOUNT, required=True, unit="m") for k in ("easting_m", "northing_m")),
    ),
)
TRANSIT = Table(
    key="transit",
    identity=("service", "detail"),
    columns=(Column(key="service", required=True), Column(key="detail", required=True), *_ORIGIN),
)
NAMES = Table(key="names", identity=("id",), columns=(_ID, _NAME, Column(key="name_en")))
CRITERIA = Table(
    key="criteria",
    identity=("id",),
    required=True,
    workbook="criteria",
    columns=(
        _ID,
        _NAME,
        Column(key="name_en"),
        Column(key="rule", required=True),
        Column(key="units", type=Type.LIST),
        Column(key="strength", type=Type.CHOICE, choices="strength", required=True),
        Column(key="weight", type=Type.WHOLE, low=0, high=1000),
        *(Column(key=key, type=Type.WHOLE) for key in ("best", "worst", "at_most")),
        Column(key="group"),
        Column(key="group_en"),
        Column(key="parameters"),
        Column(key="owner"),
        Column(key="reason"),
        _SOURCE,
        _CONFIDENCE,
    ),
)

INVENTORY_TABLES = (
    NORMS,
    CENTRES,
    BUILDINGS,
    SPACES,
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
    NAMES,
)
TABLES: dict[str, Table] = {table.key: table for table in (*INVENTORY_TABLES, CRITERIA)}
