"""Steps put elsewhere in a finished plan, as long as it stays as good and as lawful."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.verify import assess_plan

MOST_CHECKS = 80
"""Checks after which what is left stays where it is (a number, not seconds: the same input gives the same plan)."""

Wishes = Mapping[str, Step]
"""Where some activities would rather be."""


class TriedTogether:
    """`result` is the plan so far: every change to it has passed the independent check, with the same goal values.

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
        self._checks += 1
        if self._checks > MOST_CHECKS:
            return False
        plan = replace(self.result.plan, steps={**self.result.plan.steps, **wishes})
        found = assess_plan(self._instance, self.result.programme, plan)
        if not found.valid or found.goal != self.result.assessment.goal:
            return False
        self.result = replace(self.result, plan=plan, assessment=found)
        return True
