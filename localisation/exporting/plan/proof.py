"""How good a plan is known to be, in words."""

from localisation.domain.criterion import Criterion
from localisation.domain.vocabulary import Status
from localisation.exporting.gap_words import gap_words
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.rules.goal import GOAL_UNITS, relocation_levels
from localisation.texts import Texts

TELLING_POINTS = 20
"""A bound farther away than this says nothing a reader could use; the figures are in the table of the solves."""


def proof(run: FinishedPlan, t: Texts) -> str:
    """In a few words: proven best, or how many points a better plan could gain at the first level that is open."""
    runs = run.result.runs
    for number, level in enumerate(runs, start=1):
        if level.status is not Status.OPTIMAL:
            if level.room is None:
                return t("plan.proof.unknown")
            open_points = level.room / GOAL_UNITS
            key = "feasible" if len(runs) == 1 else "feasible_from"
            if open_points > TELLING_POINTS:
                key = "weak" if len(runs) == 1 else "weak_from"
            return t(f"plan.proof.{key}", points=t.number(open_points, 2), level=number)
    return t("plan.proof.optimal" if runs else "plan.proof.held")


def level_rows(run: FinishedPlan, t: Texts) -> tuple[tuple[str, ...], ...]:
    """Level, its criteria, outcome, solver, points lost, bound, gap and seconds for each solve."""
    names: dict[str, Criterion] = {c.id: c for c in run.instance.relocation_criteria}
    order = relocation_levels(run.instance)
    return tuple(
        (
            str(number),
            "; ".join(name_in(names[c], t.language) for c in level),
            t(f"report.status.{found.status}"),
            found.engine,
            "–" if found.value is None else t.number(found.value / GOAL_UNITS, 3),
            "–" if found.bound is None else t.number(found.bound / GOAL_UNITS, 3),
            gap_words(found, t),
            t.number(found.seconds, 1),
        )
        for number, (level, found) in enumerate(zip(order, run.result.runs, strict=False), start=1)
    )
