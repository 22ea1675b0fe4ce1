"""The table of norms."""

from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables.columns import ORIGIN

NORMS = Table(
    key="norms",
    identity=("key",),
    required=True,
    columns=(
        Column(key="key", required=True),
        Column(key="value", type=Type.DECIMAL, required=True, low=0),
        Column(key="unit"),
        Column(key="year", type=Type.WHOLE, low=1900, high=2200),
        *ORIGIN,
    ),
)
