"""The tables that say how long everything takes: what any rule on who moves when rests on."""

DAY_TABLES: tuple[str, ...] = (
    "activity_norms.*",
    "days_off.*",
    "today.staff",
    "units.staff",
    "units.equipment_m3",
    "refurbishments.weeks",
)
"""As `Rule.rests_on` has them; an activity's days come of these, and a plan is made of activities."""
