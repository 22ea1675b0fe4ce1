"""Small location models: sites to open, rows that go to the nearest, and what else is asked."""

from itertools import product

import numpy as np
from hypothesis import strategies as st

from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.outcome import evaluate, holds

PRICE = 10**6


def location_model(
    costs: np.ndarray,
    fewest: int,
    most: int,
    opening: list[int] | None = None,
    reach: np.ndarray | None = None,
    staff: bool = False,
) -> Model:
    """Sites 0/1 with `fewest` to `most` open; minimise PRICE * (sum of nearest costs + what opening costs).

    With `reach` (rows x sites) each of its rows must have an open site. With `staff`, `most` of them are to sit in the
    open sites, at least one in each, and that alone bounds the number of sites from above.
    """
    model = Model()
    sites = costs.shape[1]
    y = [model.new(f"open {j}", 0, 1) for j in range(sites)]
    if staff:
        seats = [model.new(f"staff {j}", 0, most) for j in range(sites)]
        for seat, site in zip(seats, y, strict=True):
            model.rows.append(Row(Linear({seat: 1, site: -1}), 0, None))
            model.rows.append(Row(Linear({seat: 1, site: -most}), None, 0))
        model.rows.append(Row(Linear(dict.fromkeys(seats, 1)), most, most))
        model.rows.append(Row(Linear(dict.fromkeys(y, 1)), fewest, None))
    else:
        model.rows.append(Row(Linear(dict.fromkeys(y, 1)), fewest, most))
    for near in reach if reach is not None else ():
        model.rows.append(Row(Linear({y[j]: 1 for j in np.flatnonzero(near)}), 1, None))
    otherwise = costs.max(axis=1)
    block = Nearest(total=len(model.variables), choices=tuple((v,) for v in y), costs=costs, otherwise=otherwise)
    model.blocks.append(block)
    total = model.new("nearest", block.least, block.most)
    prices = dict(zip(y, (PRICE * c for c in opening or [0] * sites), strict=True))
    model.objective = Linear({v: p for v, p in prices.items() if p} | {total: PRICE})
    return model


def best_by_trying(model: Model, sites: int) -> int | None:
    """The least value over all sets of open sites; staff all but one to each site, the rest in the first."""
    found = []
    for chosen in product((0, 1), repeat=sites):
        values = [*chosen, *[0] * (len(model.variables) - sites)]
        if len(model.variables) == 2 * sites + 1 and any(chosen):
            most = model.variables[sites].high
            values[sites : 2 * sites] = chosen
            values[sites + chosen.index(1)] += most - sum(chosen)
        block = model.blocks[0]
        values[block.total] = block.amount(values)
        if holds(model, values):
            found.append(evaluate(model.objective, values))
    return min(found, default=None)


@st.composite
def models(draw: st.DrawFn) -> tuple[Model, int]:
    """A random model with up to 7 rows and 6 sites, and the number of sites."""
    rows, sites = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    highest = draw(st.sampled_from((1, 5, 30)))
    cells = draw(st.lists(st.integers(0, highest), min_size=rows * sites, max_size=rows * sites))
    most = draw(st.integers(1, sites))
    opening = draw(st.none() | st.lists(st.integers(-9, 20), min_size=sites, max_size=sites))
    reach = None
    if draw(st.booleans()):
        flags = draw(st.lists(st.booleans(), min_size=2 * sites, max_size=2 * sites))
        reach = np.array(flags).reshape(2, sites)
        reach[:, 0] = True
    costs = np.array(cells, dtype=np.int64).reshape(rows, sites)
    fewest = draw(st.integers(1, most))
    return location_model(costs, fewest, most, opening, reach, staff=draw(st.booleans())), sites
