"""How many points a search leaves open."""

from collections.abc import Sequence

from localisation.domain.assessment import LevelRun
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.outcome import PROOF_TOLERANCE


def open_points(runs: Sequence[LevelRun]) -> float | None:
    """Points of 100 by which another proposal could score higher: 0 when proven, None when not known.

    They are those of the first goal level, of which the score is made, with what the scenario's slack let later levels
    take of it.
    """
    if not runs or runs[0].room is None:
        return None
    return _points(runs[0].room + runs[0].given_up)


def open_on(run: LevelRun) -> float | None:
    """The same of one goal level, when nothing is lost on those before it."""
    if run.status is Status.OPTIMAL:
        return 0.0
    return None if run.room is None else _points(run.room)


def _points(room: int) -> float:
    return room / GOAL_UNITS if room > PROOF_TOLERANCE else 0.0
