"""How far a solve is from its bound, in words: in per cent where that says something, else in points."""

from localisation.domain.assessment import LevelRun
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import Texts


def tells(value: int, bound: int) -> bool:
    """Whether a share of the value says anything of the gap: not of nothing, nor towards a bound below 0.

    Points lost are below 0 where something better than the best end of a scale is possible.
    """
    return value == bound or (value > 0 and bound >= 0)


def telling_gap(run: LevelRun) -> float | None:
    """The gap of a level; None where it is not known or says nothing."""
    if run.value is None or run.bound is None:
        return None
    return run.gap if not run.gap or tells(run.value - run.given_up, run.bound) else None


def open_amount(run: LevelRun) -> float | None:
    """The points of a level that are open; None when not known."""
    return None if run.room is None else run.room / GOAL_UNITS


def gap_words(run: LevelRun, t: Texts, decimals: int = 2) -> str:
    """The gap in per cent, the points that are open where per cent say nothing, or a dash."""
    gap, points = telling_gap(run), open_amount(run)
    if gap is not None:
        return f"{t.number(100 * gap, decimals)} %"
    return "–" if points is None else t("goals.open_points", points=t.number(points, 2))
