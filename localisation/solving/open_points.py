"""How many points a search leaves open."""

from collections.abc import Sequence

from localisation.domain.assessment import LevelRun
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.goal import GOAL_UNITS


def open_points(runs: Sequence[LevelRun]) -> float | None:
    """Points of 100 by which another proposal could score higher: 0 when proven, None when not known.

    They are those of the first goal level, of which the score is made.
    """
    room = runs[0].room if runs else None
    if room is None:
        return None
    return room / GOAL_UNITS if room > PROOF_TOLERANCE else 0.0
