"""How many points a search leaves open."""

from collections.abc import Sequence

from localisation.domain.assessment import LevelRun
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.outcome import PROOF_TOLERANCE


def open_points(runs: Sequence[LevelRun]) -> float | None:
    """Points of 100 by which another proposal could score higher: 0 when proven, None when not known.

    They are those of the first goal level, of which the score is made, with what the scenario's slack let later levels
    take of it.
    """
    if not runs or runs[0].room is None:
        return None
    room = runs[0].room + runs[0].given_up
    return room / GOAL_UNITS if room > PROOF_TOLERANCE else 0.0
