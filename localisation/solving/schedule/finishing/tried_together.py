"""Steps put elsewhere in a finished plan, as long as it stays as good and as lawful."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from localisation.domain.assessment import LevelRun
from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.result import PlanResult
from localisation.domain.vocabulary import Status
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.schedule.model.keep import keeps
from localisation.solving.schedule.verify import assess_plan

MOST_CHECKS = 160
"""Checks after which what is left stays where it is (a number, not seconds: the same input gives the same plan)."""

Wishes = Mapping[str, Step]
"""Where some activities would rather be."""


class TriedTogether:
    """`result` is the plan so far: every change to it has passed the independent check, and no goal value is worse.

    A wish that would undo what is done or under way is never fulfilled.
    Wishes are tried all together, then in halves of what cannot be, so that few checks are needed when little is in the
    way.
    """

    def __init__(self, instance: Instance, result: PlanResult) -> None:
        self._instance, self.result = instance, result
        self._checks = 0

    def all_of(self, groups: Sequence[Wishes]) -> None:
        """Fulfil all of the groups at once, or each half by itself; a single group step by step."""
        if not groups or self._fulfil({a: s for group in groups for a, s in group.items()}):
            return
        if len(groups) > 1:
            middle = len(groups) // 2
            self.all_of(groups[:middle])
            self.all_of(groups[middle:])
        elif len(groups[0]) > 1:
            self.all_of([{a: s} for a, s in groups[0].items()])

    def _fulfil(self, wishes: Wishes) -> bool:
        if self._checks >= MOST_CHECKS:
            return False
        plan = replace(self.result.plan, steps={**self.result.plan.steps, **wishes})
        if not keeps(self.result.programme, plan, self.result.changes):
            return False
        self._checks += 1
        found = assess_plan(self._instance, self.result.programme, plan)
        old = self.result.assessment.goal
        if not found.valid or any(new > value for new, value in zip(found.goal, old, strict=True)):
            return False
        runs = [
            _bettered(run, value - new)
            for run, new, value in zip(self.result.runs, found.goal, old[: len(self.result.runs)], strict=False)
        ]
        self.result = replace(self.result, plan=plan, assessment=found, runs=tuple(runs))
        return True


def _bettered(run: LevelRun, by: int) -> LevelRun:
    """A level whose value turned out better than the search left it."""
    if not by or run.value is None:
        return run
    value = run.value - by
    proven = run.bound is not None and value - run.bound <= PROOF_TOLERANCE
    status = Status.OPTIMAL if proven else run.status
    return replace(run, value=value, given_up=max(0, run.given_up - by), status=status)
