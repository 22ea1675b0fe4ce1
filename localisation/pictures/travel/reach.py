"""How long it takes to a service that is not open everywhere every day."""

from collections.abc import Mapping
from typing import cast

from localisation.domain.travel_table import Row
from localisation.domain.visits import WEEK_DAYS
from localisation.geography.accessibility import nearest_time, visiting_days


def seconds_to(rows: Mapping[str, Row], opening: Mapping[str, int]) -> dict[str, float]:
    """Seconds from every origin to the nearest of the buildings; an origin that reaches none is absent.

    Where some are open only part of the week (`opening`, days by building), the mean over the days of the week to the
    nearest that is open then (see `visiting_days`).
    """
    if not opening:
        return {}
    if min(opening.values()) >= WEEK_DAYS:
        return cast("dict[str, float]", nearest_time(rows, tuple(opening)))
    everyone = dict.fromkeys(rows, 1.0)
    return dict(visiting_days(rows, everyone, opening, week_days=WEEK_DAYS).expected_s)
