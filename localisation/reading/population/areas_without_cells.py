"""Areas that have people but no cells get a place of their own."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import shapely

from localisation.reading.population.areas import Areas
from localisation.reading.population.population import Population
from localisation.reading.problems import Place, Problems


def with_areas_without_cells(
    population: Population, areas: Areas, unplaced: Mapping[str, int], shown: str, problems: Problems
) -> Population:
    """The people with one more place for each area of `unplaced` (see `forecasts.Scaled`), at a point inside it.

    Each is told, and has the id of its area. An area that is unknown has nowhere to be: an error, and its people are in
    no place.
    """
    at = Place(file=shown)
    known = {area: count for area, count in unplaced.items() if area in areas.ids}
    lost = {area: count for area, count in unplaced.items() if area not in areas.ids}
    if lost:
        problems.error("population.unknown_area", at, areas=tuple(lost), people=sum(lost.values()))
    if not known:
        return population
    problems.warning("population.area_without_cells", at, areas=tuple(known), people=sum(known.values()))
    shapes = areas.shapes[[areas.ids.index(area) for area in known]]
    points = shapely.point_on_surface(shapes)
    names = np.array(list(known), dtype=object)
    before = population.area if population.area is not None else np.full(len(population), "", dtype=object)
    return replace(
        population,
        ids=np.concatenate([population.ids.astype(object), names]),
        easting_m=np.concatenate([population.easting_m, shapely.get_x(points)]),
        northing_m=np.concatenate([population.northing_m, shapely.get_y(points)]),
        people=np.concatenate([population.people, np.array(list(known.values()), dtype=np.int64)]),
        area=np.concatenate([before, names]),
    )
