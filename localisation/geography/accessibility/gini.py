"""How unequally something is shared among people."""

from collections.abc import Mapping

import numpy as np

from localisation.geography.accessibility.given import ByZone, NotPlain, names_of, numbers


def gini(values: ByZone, people: ByZone) -> float | None:
    """The weighted Gini coefficient of a value among people: 0 all alike, towards 1 one has everything. No unit.

    Formula: sum over i, j of p_i p_j |x_i - x_j| / (2 P^2 m), with P all people and m the weighted mean; computed
    from the sorted values in one pass. Always in [0, 1): at most 1 - (least p_i)/P. None where nobody lives; 0 where
    everyone has 0. Values must be finite and not negative: leave out, and tell of, those who reach nothing.
    Reference: Gini 1912; Lerman & Yitzhaki 1989 (weighted).
    """
    if set(names_of(values)) != set(names_of(people)):
        raise NotPlain("values and people do not speak of the same zones")
    if isinstance(values, Mapping) and isinstance(people, Mapping):
        values = {name: values[name] for name in people}
    x, p = numbers(values), numbers(people)
    everyone = float(p.sum())
    if not everyone:
        return None
    whole = float((x * p).sum())
    if not whole:
        return 0.0
    order = np.argsort(x, kind="stable")
    x, p = x[order], p[order]
    before = np.cumsum(p) - p
    # Each person's rank is the middle of the group: sum p x (2 * before + p - P) is the double sum above.
    area = float((p * x * (2 * before + p - everyone)).sum())
    return max(0.0, area / (everyone * whole))
