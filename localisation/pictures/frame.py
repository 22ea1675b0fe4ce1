"""The window a map panel looks through: kilometres on the ground to pixels on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from localisation.pictures.box import Box


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`left_km` and `top_km` are the upper left corner in the place's coordinate system; north is up."""

    left_km: float
    top_km: float
    km_per_px: float
    width: int
    height: int

    @classmethod
    def showing(
        cls,
        points_m: Iterable[tuple[float, float]],
        width: int,
        height: int,
        *,
        margins_px: tuple[float, float],
        least_km: float,
    ) -> Frame:
        """The largest scale at which all points (metres) lie inside the margins (at the sides, above and below)."""
        points = list(points_m)
        xs, ys = [x / 1000 for x, _ in points], [y / 1000 for _, y in points]
        across, up = max(max(xs) - min(xs), least_km), max(max(ys) - min(ys), least_km)
        km_per_px = max(across / (width - 2 * margins_px[0]), up / (height - 2 * margins_px[1]))
        return cls(
            left_km=(max(xs) + min(xs)) / 2 - km_per_px * width / 2,
            top_km=(max(ys) + min(ys)) / 2 + km_per_px * height / 2,
            km_per_px=km_per_px,
            width=width,
            height=height,
        )

    @cached_property
    def box(self) -> Box:
        """The whole panel in pixels."""
        return Box(0, 0, self.width, self.height)

    @cached_property
    def x_domain(self) -> list[float]:
        """West and east edge in km."""
        return [round(self.left_km, 5), round(self.left_km + self.width * self.km_per_px, 5)]

    @cached_property
    def y_domain(self) -> list[float]:
        """South and north edge in km."""
        return [round(self.top_km - self.height * self.km_per_px, 5), round(self.top_km, 5)]

    def pixels(self, easting_m: float, northing_m: float) -> tuple[float, float]:
        """Where a point on the ground is on paper."""
        return (easting_m / 1000 - self.left_km) / self.km_per_px, (self.top_km - northing_m / 1000) / self.km_per_px

    def ground(self, x: float, y: float) -> tuple[float, float]:
        """Where a point on paper is on the ground, in km."""
        return round(self.left_km + x * self.km_per_px, 5), round(self.top_km - y * self.km_per_px, 5)
