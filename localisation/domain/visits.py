"""Inhabitants' journeys to a service: how many from each zone, and what one zone's year of them amounts to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from localisation.domain.geography import Zone
from localisation.domain.norms import Norms
from localisation.domain.spread import spread

WEEK_DAYS = 5
"""Days a week a service is open."""

Whole = TypeVar("Whole", int, NDArray[np.int64])
"""A whole number, or many of them at once."""


def visits_by_zone(visits_per_year: int, zones: Sequence[Zone]) -> list[tuple[str, int]]:
    """The zones anyone visits from, with whole visits a year in proportion to population; they add up exactly."""
    parts = spread(visits_per_year, tuple(z.population for z in zones))
    return [(z.id, part) for z, part in zip(zones, parts, strict=True) if part]


def visit_minutes(visits: Whole, seconds: Whole) -> Whole:
    """Whole person-minutes of that many visits, there and back; rounded once, halves up. Grows with `seconds`."""
    return (2 * visits * seconds + 30) // 60


def visit_co2_kg(visits: Whole, metres: Whole, norms: Norms) -> Whole:
    """Whole kilograms of CO2 of that many visits, there and back, those by car; rounded once, halves up."""
    grams_10_5 = 2 * visits * metres * norms.visit_car_percent * norms.car_co2_g_per_km
    return (grams_10_5 + 50_000_000) // 100_000_000
