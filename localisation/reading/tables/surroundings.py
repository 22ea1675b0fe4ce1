"""The tables of inhabitants, roads, the background of the map and names."""

from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables.columns import ID, NAME, ORIGIN, POSITION, count, position, reference

ZONES = Table(
    key="zones",
    identity=("id",),
    required=True,
    one_of=POSITION,
    columns=(
        ID,
        Column(key="area", required=True),
        Column(key="district", required=True),
        *position(),
        count("population", 100_000, required=True),
        *ORIGIN,
    ),
)
ROAD_NODES = Table(
    key="road_nodes",
    identity=("id",),
    required=True,
    unless="travel.roads",
    one_of=POSITION,
    columns=(ID, NAME, *position(), *ORIGIN),
)
ROADS = Table(
    key="roads",
    identity=("start", "end", "name"),
    required=True,
    unless="travel.roads",
    columns=(
        reference("start", "road_nodes"),
        reference("end", "road_nodes"),
        Column(key="name"),
        Column(key="length_km", type=Type.DECIMAL, low=0.001, usual=(0.02, 150), required=True, unit="km"),
        Column(key="speed_kmh", type=Type.DECIMAL, low=1, usual=(5, 120), required=True, unit="km/h"),
        Column(key="cars_only", type=Type.YES_NO, choices="yes_no"),
        *ORIGIN,
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
    columns=(Column(key="service", required=True), Column(key="detail", required=True), *ORIGIN),
)
TRANSIT_LINES = Table(
    key="transit_lines",
    identity=("line", "order"),
    one_of=POSITION,
    columns=(
        Column(key="line", required=True),
        Column(key="line_name"),
        Column(key="order", type=Type.WHOLE, low=0, required=True),
        Column(key="stop", required=True),
        *position(),
        count("minutes", 180, required=True),
        count("headway_min", 240, low=1, required=True),
        *ORIGIN,
    ),
)
NAMES = Table(key="names", identity=("id",), columns=(ID, NAME, Column(key="name_en")))
