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
    bicycle_kmh: int = Field(default=15, ge=1)
    """Speed of a bicycle everywhere; hills are not reckoned with."""
    walk_m_per_min: int = Field(default=80, ge=1)
    """Speed on foot everywhere; 80 metres a minute are 4.8 km/h."""
    peak_percent: int = Field(default=100, ge=100)
    """Driving time in use as a percentage of free flow."""
