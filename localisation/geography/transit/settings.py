"""How a journey by public transport is reckoned."""

from typing import Self

from pydantic import Field, model_validator

from localisation.domain.frozen import Frozen

DAY_S = 86_400


class TransitSettings(Frozen):
    """The window of departures, the walk to, between and from stops, and what a change takes.

    A departure is a wish: "I leave home at 07:23". Every `step_s` from `window_start_s` up to, not with,
    `window_end_s` (seconds after midnight of the service date) is one. The journey's time counts from the wish, so
    waiting is in it. Arriving by a wished time ("I must be there at 08:00") is not reckoned: it needs the same search
    turned around.

    The defaults are conventions, not measurements: 80 metres a minute (4.8 km/h) along streets a third longer than
    the straight line, 20 minutes' walk to a stop, 10 between stops, an hour where one walks all the way.
    """

    window_start_s: int = Field(default=7 * 3600, ge=0, lt=DAY_S)
    window_end_s: int = Field(default=9 * 3600, gt=0, le=DAY_S)
    step_s: int = Field(default=60, gt=0)
    percentile: int = Field(default=85, ge=1, le=100)
    walking_m_per_min: int = Field(default=80, gt=0)
    detour_percent: int = Field(default=130, ge=100)
    to_stop_limit_s: int = Field(default=20 * 60, ge=0)
    change_walk_limit_s: int = Field(default=10 * 60, ge=0)
    walk_only_limit_s: int = Field(default=3600, ge=0)
    change_s: int = Field(default=120, ge=0)
    """What every change takes beside the walk, where the publisher does not state the change."""
    most_changes: int = Field(default=3, ge=0)
    most_travel_s: int = Field(default=3 * 3600, gt=0, le=DAY_S)
    """A journey longer than this, waiting included, is not a connection."""

    @model_validator(mode="after")
    def _window_has_departures(self) -> Self:
        if self.window_end_s <= self.window_start_s:
            raise ValueError("window_end_s must be after window_start_s")
        return self
