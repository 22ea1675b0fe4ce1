"""Tells how much of a network hangs together."""

from typing import Final

from localisation.domain.travel import Mode
from localisation.geography.network.components import components
from localisation.geography.network.network import Network
from localisation.reading.problems import Place, Problems

TOLD_PERCENT: Final = 1.0
"""Less than this share of the road outside the largest part is what is lost at any edge of a map."""


def tell_islands(network: Network, at: Place, problems: Problems) -> None:
    """Note the road, by car, from which one cannot get to the largest connected part and back."""
    parts = components(network, Mode.CAR)
    total = float(parts.road_m.sum())
    if total <= 0:
        return
    outside = total - float(parts.road_m[parts.largest])
    if 100 * outside / total >= TOLD_PERCENT:
        count = int((parts.road_m > 0).sum()) - 1
        problems.note(
            "roads.islands", at, count=count, km=round(outside / 1000, 1), percent=round(100 * outside / total, 1)
        )
