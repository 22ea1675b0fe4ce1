"""Columns that many tables share."""

from localisation.reading.schema import Column, Type

ID = Column(key="id", required=True)
NAME = Column(key="name", required=True)
DISTRICT = Column(key="district")
CONFIDENCE = Column(key="confidence", type=Type.CHOICE, choices="confidence")
SOURCE = Column(key="source")
ORIGIN = (CONFIDENCE, SOURCE)
POSITION = ((("lat", "lon"), ("easting_m", "northing_m")),)


def confidence_of(key: str) -> Column:
    """How sure the columns of this name are."""
    return Column(key=f"{key}_confidence", type=Type.CHOICE, choices="confidence")


def position(confidence: str = "") -> tuple[Column, ...]:
    """Degrees or metres: either pair will do."""
    return (
        Column(key="lat", type=Type.DECIMAL, low=-90, high=90, unit="degrees", confidence=confidence),
        Column(key="lon", type=Type.DECIMAL, low=-180, high=180, unit="degrees", confidence=confidence),
        Column(key="easting_m", type=Type.AMOUNT, unit="m", confidence=confidence),
        Column(key="northing_m", type=Type.AMOUNT, unit="m", confidence=confidence),
    )


def count(key: str, top: float, confidence: str = "", *, low: float = 0, required: bool = False) -> Column:
    """A whole number; more than `top` is read, but remarked upon."""
    return Column(
        key=key, type=Type.WHOLE, low=low, usual=(low, top), confidence=confidence, required=required, unit="count"
    )


def amount(key: str, unit: str, top: float, confidence: str = "", *, required: bool = False) -> Column:
    """A measured amount from 0; more than `top` is read, but remarked upon."""
    return Column(key=key, type=Type.AMOUNT, low=0, usual=(0, top), unit=unit, confidence=confidence, required=required)


def money(key: str, top: float, confidence: str = "", *, required: bool = False) -> Column:
    """An amount of money from 0; more than `top` is read, but remarked upon."""
    return Column(
        key=key, type=Type.MONEY, low=0, usual=(0, top), unit="money", confidence=confidence, required=required
    )


def reference(key: str, table: str) -> Column:
    """The id of a row of another table."""
    return Column(key=key, type=Type.REFERENCE, refers=(table,), required=True)


KIND = Column(key="kind", type=Type.CHOICE, choices="space_kind", required=True)
