"""Norms to begin with, until a place has found its own."""

NORM_SUGGESTIONS: dict[str, int] = {
    "move_nok_per_employee": 12_000,
    "move_nok_per_m3": 400,
    "working_days_per_year": 230,
    "attendance_percent": 85,
    "commute_car_percent": 60,
    "visit_car_percent": 65,
    "car_co2_g_per_km": 120,
    "access_speed_kmh": 30,
    "access_detour_percent": 130,
    "peak_percent": 110,
    "bicycle_kmh": 15,
    "walk_m_per_min": 80,
}
"""Norm -> value. All are estimates of ours without a source, and are marked so where they are written."""
