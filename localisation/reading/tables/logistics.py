"""The tables of moving: crews, how they work, days off, and premises to wait in."""

from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables.columns import ID, NAME, ORIGIN, count, money, reference

CREWS = Table(
    key="crews",
    identity=("id",),
    workbook="moving",
    columns=(
        ID,
        NAME,
        Column(key="name_en"),
        count("size", 200, required=True),
        count("overtime_size", 200),
        money("nok_per_day", 20_000),
        money("overtime_nok_per_day", 40_000),
        *ORIGIN,
    ),
)
ACTIVITY_NORMS = Table(
    key="activity_norms",
    identity=("kind",),
    workbook="moving",
    columns=(
        Column(key="kind", type=Type.CHOICE, choices="activity_kind", required=True),
        Column(key="crew", type=Type.REFERENCE, refers=("crews",)),
        count("hands", 50),
        count("staff_per_day", 500),
        count("m3_per_day", 1_000),
        count("min_days", 30),
        Column(key="low_percent", type=Type.WHOLE, low=1, high=100, unit="percent"),
        Column(key="high_percent", type=Type.WHOLE, low=100, high=1000, unit="percent"),
        *ORIGIN,
    ),
)
DAYS_OFF = Table(
    key="days_off",
    identity=("id",),
    workbook="moving",
    columns=(
        ID,
        NAME,
        Column(key="name_en"),
        Column(key="kind", type=Type.CHOICE, choices="days_off_kind"),
        Column(key="first", type=Type.DATE, required=True),
        Column(key="last", type=Type.DATE, required=True),
        Column(key="repeats", type=Type.CHOICE, choices="repeats"),
        Column(key="applies_to", type=Type.LIST, required=True),
        *ORIGIN,
    ),
)
SWING_SPACE = Table(
    key="swing_space",
    identity=("building",),
    workbook="moving",
    columns=(
        reference("building", "buildings"),
        Column(key="first", type=Type.DATE),
        Column(key="last", type=Type.DATE),
        money("nok_per_month", 5_000_000),
        *ORIGIN,
    ),
)
