"""The criteria list as a table."""

from localisation.reading.schema import Column, Table, Type
from localisation.reading.tables.columns import CONFIDENCE, ID, NAME, SOURCE

CRITERIA = Table(
    key="criteria",
    identity=("id",),
    required=True,
    workbook="criteria",
    columns=(
        ID,
        NAME,
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
        SOURCE,
        CONFIDENCE,
    ),
)
