"""A table of people by area and a file of polygons, joined to places."""

from collections.abc import Mapping

import numpy as np
import shapely

from localisation.reading.population.areas import Areas
from localisation.reading.population.population import Population
from localisation.reading.problems import Place, Problems

_NAMED = 10


def people_of_areas(
    areas: Areas, totals: Mapping[str, int], shown: str, problems: Problems, *, year: int | None
) -> Population | None:
    """One place for every area with a total, at a point inside it (of grunnkretser, for example, without a grid).

    Totals of unknown areas are errors, since their people would be nowhere; areas without a total are left out and
    told. None when something is wrong.
    """
    at = Place(file=shown)
    lost = {area: count for area, count in totals.items() if area not in areas.ids}
    if lost:
        problems.error("population.unknown_area", at, areas=tuple(lost)[:_NAMED], people=sum(lost.values()))
        return None
    without = tuple(area for area in areas.ids if area not in totals)
    if without:
        problems.warning("population.area_without_total", at, areas=without[:_NAMED], count=len(without))
    known = [i for i, area in enumerate(areas.ids) if area in totals]
    points = shapely.point_on_surface(areas.shapes[known])
    ids = np.array([areas.ids[i] for i in known], dtype=object)
    return Population(
        kind="areas",
        ids=ids,
        easting_m=np.asarray(shapely.get_x(points), dtype=np.float64),
        northing_m=np.asarray(shapely.get_y(points), dtype=np.float64),
        people=np.array([totals[area] for area in ids], dtype=np.int64),
        area=ids,
        year=year,
        cell_m=None,
        inputs=areas.inputs,
    )
