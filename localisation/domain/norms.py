"""The figures that turn minutes and metres into hours, money and grams."""

from pydantic import Field

from localisation.domain.frozen import Frozen


class Norms(Frozen):
    """Cost and travel norms of a place. Every one is a row of the norms table with unit and source."""

    move_nok_per_employee: int = Field(ge=0)
    move_nok_per_m3: int = Field(ge=0)
    working_days_per_year: int = Field(ge=1, le=366)
    attendance_percent: int = Field(ge=1, le=100)
    """Share of the working days an employee travels to work."""
    commute_car_percent: int = Field(ge=0, le=100)
    visit_car_percent: int = Field(ge=0, le=100)
    car_co2_g_per_km: int = Field(ge=0)
    access_speed_kmh: int = Field(ge=1)
    """Speed on the straight line between a point and the road sketch."""
    access_detour_percent: int = Field(ge=100)
    """How much longer the access leg is than the straight line."""
    peak_percent: int = Field(default=100, ge=100)
    """Travel time in use as a percentage of free flow."""
