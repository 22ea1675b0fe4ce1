"""The tables of units, their needs and seats, and where their people live."""

from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables.columns import (
    CONFIDENCE,
    ID,
    KIND,
    NAME,
    ORIGIN,
    SOURCE,
    amount,
    confidence_of,
    count,
    reference,
)

UNITS = Table(
    key="units",
    identity=("id",),
    required=True,
    workbook="units",
    columns=(
        ID,
        NAME,
        Column(key="service_area", required=True),
        Column(key="priority_area"),
        Column(key="service"),
        Column(key="administrative", type=Type.YES_NO, choices="yes_no"),
        count("staff", 3000, "staff_confidence", low=1, required=True),
        confidence_of("staff"),
        count("visits_per_year", 2_000_000, "visits_confidence"),
        confidence_of("visits"),
        count("sites_min", 50, "sites_confidence", low=1),
        count("sites_max", 50, "sites_confidence", low=1),
        count("smallest_part", 200, "sites_confidence", low=1),
        confidence_of("sites"),
        amount("equipment_m3", "m3", 20_000, "equipment_confidence"),
        count("vehicles", 500, "equipment_confidence"),
        confidence_of("equipment"),
        Column(key="facilities", type=Type.LIST),
        Column(key="register_rows", type=Type.LIST),
        SOURCE,
        CONFIDENCE,
    ),
)
NEEDS = Table(
    key="needs",
    identity=("unit", "kind"),
    workbook="units",
    columns=(
        reference("unit", "units"),
        KIND,
        amount("per_site", "kind", 20_000),
        amount("per_100_staff", "kind", 10_000),
        *ORIGIN,
    ),
)
TODAY = Table(
    key="today",
    identity=("unit", "building"),
    required=True,
    workbook="units",
    columns=(
        reference("unit", "units"),
        reference("building", "buildings"),
        count("staff", 3000, low=1, required=True),
        *ORIGIN,
    ),
)
COLLABORATIONS = Table(
    key="collaborations",
    identity=("unit_a", "unit_b"),
    workbook="units",
    columns=(
        reference("unit_a", "units"),
        reference("unit_b", "units"),
        Column(key="strength", type=Type.WHOLE, low=0, high=100, required=True, unit="0-100"),
        Column(key="reason"),
        *ORIGIN,
    ),
)
ORIGINS = Table(
    key="origins",
    identity=("service_area", "area"),
    workbook="units",
    columns=(
        Column(key="service_area", required=True),
        Column(key="area", required=True),
        count("employees", 5000, required=True),
        Column(key="least_in_group", type=Type.WHOLE, low=3),
        *ORIGIN,
    ),
)
