"""What is assumed where road data is silent."""

from pydantic import BaseModel, ConfigDict, Field


class RoadSettings(BaseModel):
    """Speeds and rules used in reading roads. Estimates; a place may state its own.

    Bicycles and walkers keep one speed: gradients are not in the data and are ignored. 16 and 5 km/h are common
    planning values on the flat. The wait for a ferry is half an assumed interval of 20 minutes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bicycle_kmh: float = Field(default=16, gt=0, le=60)
    walk_kmh: float = Field(default=5, gt=0, le=20)
    ferry_wait_s: int = Field(default=600, ge=0, le=86_400)
    """Added once a boarding, to every crossing and every mode."""
    ferry_kmh: float = Field(default=18, gt=0, le=100)
    """Used only for a crossing whose duration is not stated."""
    private_open: bool = False
    """Whether streets marked private may be used. Closed by default: else they become short cuts nobody may take."""
    join_dm: int = Field(default=1, ge=1, le=100)
    """Ends of lines in the same square of so many decimetres are one node, where the data names no nodes."""
