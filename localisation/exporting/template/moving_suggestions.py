"""Crews and norms of moving to begin with, until a place has found its own."""

CREW_SUGGESTIONS: dict[str, dict[str, int]] = {
    "movers": {"size": 8, "overtime_size": 4, "nok_per_day": 4_200, "overtime_nok_per_day": 6_300},
    "it": {"size": 4, "overtime_size": 2, "nok_per_day": 6_400, "overtime_nok_per_day": 9_600},
    "craftsmen": {"size": 24, "overtime_size": 0, "nok_per_day": 5_600, "overtime_nok_per_day": 8_400},
    "cleaners": {"size": 4, "overtime_size": 2, "nok_per_day": 3_600, "overtime_nok_per_day": 5_400},
}
"""Crew -> its figures. All are estimates of ours without a source, and are marked so where they are written."""
NORM_SUGGESTIONS: dict[str, dict[str, int | str]] = {
    "work": {"crew": "craftsmen", "hands": 6, "low_percent": 85, "high_percent": 150},
    "pack": {"staff_per_day": 30, "min_days": 1},
    "move": {"crew": "movers", "hands": 4, "staff_per_day": 30, "m3_per_day": 60, "min_days": 1, "high_percent": 150},
    "it": {"crew": "it", "hands": 2, "staff_per_day": 30, "min_days": 1, "high_percent": 200},
    "clean": {"crew": "cleaners", "hands": 2, "staff_per_day": 60, "min_days": 1, "high_percent": 150},
}
"""Kind of activity -> how it is carried out; as above."""
