"""How equal the parts of a place are in how far they have to go."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.geography.accessibility.gini import gini
from localisation.geography.accessibility.mean_time import MeanTime, mean_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Equality:
    """The mean time of every part (centre, former municipality), and how unequal these are.

    `gini` and `ratio` are of the parts where somebody reaches something and are None when there is none;
    `unreached_parts` are the others, which are then worse off than any of these. Inhabitants who reach nothing in a
    part that otherwise does are in that part's `MeanTime`.
    """

    parts: Mapping[str, MeanTime]
    gini: float | None
    ratio: float | None
    worst: str | None
    best: str | None
    unreached_parts: tuple[str, ...]
    unreached_people: int


def equality(seconds: Mapping[str, float], people: Mapping[str, float], part_of: Mapping[str, str]) -> Equality:
    """How equal the mean times of the parts are: a weighted Gini coefficient, and worst over best. No unit.

    Formulas: m_g = mean time of part g (see `mean_time`); gini over m_g weighted by the inhabitants who reach
    something in g (see `gini`); ratio = max m_g / min m_g, 1 when all are alike, None when the best is 0 seconds.
    `part_of` is zone id -> part; raises KeyError for a zone of `people` without one.
    Reference: Gini 1912; Lucas, van Wee & Maat 2016 on equity in accessibility.
    """
    zones: dict[str, list[str]] = {}
    for zone in people:
        zones.setdefault(part_of[zone], []).append(zone)
    parts = {
        part: mean_time({z: seconds[z] for z in own if z in seconds}, {z: people[z] for z in own})
        for part, own in zones.items()
    }
    means = {part: found.mean_s for part, found in parts.items() if found.mean_s is not None}
    worst = max(means, key=means.__getitem__, default=None)
    best = min(means, key=means.__getitem__, default=None)
    ratio = means[worst] / means[best] if worst is not None and best is not None and means[best] > 0 else None
    return Equality(
        parts=parts,
        gini=gini(means, {part: float(parts[part].people) for part in means}) if means else None,
        ratio=ratio,
        worst=worst,
        best=best,
        unreached_parts=tuple(p for p, found in parts.items() if found.mean_s is None and found.unreached.people),
        unreached_people=sum(found.unreached.people for found in parts.values()),
    )
