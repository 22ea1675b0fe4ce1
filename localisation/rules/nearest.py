"""The strong linear form of "to the nearest chosen site"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from localisation.rules.linear import Linear, total
from localisation.rules.placement.base import PlacementModel


def charge_nearest(
    model: PlacementModel, sits: Mapping[str, Sequence[Linear]], rows: Iterable[Mapping[str, int]], single_site: bool
) -> None:
    """Charge, for every row, the least cost among the buildings chosen. `rows` are building -> cost, 0 or more.

    A building is chosen when any of its `sits` is 1; with `single_site`, each has one, and one of them all is 1.

    With at most one site the sum of choice times cost is exact. Else, with buildings sorted by cost d1 <= d2 <= ...,
    a row costs d1 + sum of (d[k+1] - d[k]) * none_of(the k nearest), whose linear relaxation is that of the p-median
    problem (Cornuejols, Nemhauser & Wolsey 1990; the COBRA form of Church 2003). Rows that share the set of
    their k nearest share the helper.
    """
    candidates = [b for b, choices in sits.items() if not all(choice.never for choice in choices)]
    if single_site:
        sums = dict.fromkeys(candidates, 0)
        for row in rows:
            for b in candidates:
                sums[b] += row[b]
        model.charge(total(sits[b][0] * cost for b, cost in sums.items()))
        return
    nearest = 0
    steps: dict[int, int] = defaultdict(int)
    for row in rows:
        ranked = sorted((row[b], i) for i, b in enumerate(candidates))
        nearest += ranked[0][0] if ranked else 0
        closer = 0
        for (cost, i), (following, _) in pairwise(ranked):
            closer |= 1 << i
            if following > cost:
                steps[closer] += following - cost
    helpers = [
        model.none_of(s for i, b in enumerate(candidates) if closer >> i & 1 for s in sits[b]) * step
        for closer, step in steps.items()
    ]
    model.charge(total([nearest, *helpers]))
