"""The centre that has it worst."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstCentre:
    """The centre with the longest way, its seconds, and the centres that reach nothing at all.

    Where any is unreached, those are the worst, and `centre` is the worst of the others. Both may be empty.
    """

    centre: str | None
    seconds: float | None
    unreached: tuple[str, ...]


def worst_centre(seconds: Mapping[str, float | None]) -> WorstCentre:
    """The longest time in seconds from any centre to its nearest site, and from which.

    Formula: max over centres c of min over sites j of t_cj. `seconds` is centre id -> seconds to the nearest site,
    None where there is no way. Of equals, the first given. Reference: Hakimi 1964, the p-centre measure.
    """
    reached = {c: s for c, s in seconds.items() if s is not None and s != float("inf")}
    worst = max(reached, key=reached.__getitem__, default=None)
    return WorstCentre(
        centre=worst,
        seconds=None if worst is None else reached[worst],
        unreached=tuple(c for c in seconds if c not in reached),
    )
