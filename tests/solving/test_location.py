"""A question of where to open sites goes through the same door as any other, and the right engine answers it."""

import numpy as np
import pytest

from benchmarks.location_cases import LocationCase, p_median
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.solving.solve import solve


def towns(count: int, sites: int) -> LocationCase:
    """Towns of one inhabitant spread over a square, as many kilometres apart as one must go north and east."""
    at = np.random.default_rng(1).integers(0, 100, (count, 2))
    return LocationCase(
        name="square",
        lengths=abs(at[:, None] - at).sum(axis=2),
        people=np.ones(count, dtype=np.int64),
        sites=sites,
        radius=1,
    )


@pytest.mark.parametrize("engine", Engine)
def test_two_sites_for_fifty_towns(engine: Engine):
    """2,500 cells are more than are written out at once. Trying all pairs gives the optimum."""
    case = towns(50, 2)
    least = min(np.minimum(case.lengths[a], case.lengths[b]).sum() for a in range(50) for b in range(a))
    found = solve(p_median(case), limits=SolveLimits(time_limit_s=60, engine=engine))
    assert found.status is Status.OPTIMAL
    assert found.assessment.results[-1].amount == least
    assert ("location" in found.runs[0].engine) == (engine is Engine.PORTFOLIO)
