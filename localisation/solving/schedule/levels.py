"""One goal level after the other on the same model of who moves when, never losing the best plan so far."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from localisation.domain.assessment import Assessment, LevelRun
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.agreement import check_amounts
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, Report
from localisation.solving.progress import OnProgress, Progress, Stop
from localisation.solving.schedule.build import BuiltSchedule
from localisation.solving.schedule.diagnosis.refuse import refuse
from localisation.solving.schedule.first_plan.serial import serial_plans
from localisation.solving.schedule.model.keep import keeps
from localisation.solving.schedule.model.narrow import narrow
from localisation.solving.schedule.model.search import search
from localisation.solving.schedule.verify import assess_plan
from localisation.solving.stopped_empty import StoppedEmpty

ENGINE = "CP-SAT"
ATTEMPTS, SURE_ATTEMPTS = 1000, 5
"""How many orders the serial scheme tries; the fewer when only that, and no clock, ends it."""
SERIAL_S = 1.0
LARGE, NARROWED_SHARE = 1500, 0.5
"""From so many activities on, ways included, or without a first plan that passes the check, that share of the time goes
to the ways of the best plan so far alone, or of the one that did not pass."""
NO_LIMIT_S = 1e6
"""A deterministic limit alone decides when to end: seconds would not repeat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPlan:
    """A plan that has passed the independent check."""

    plan: Plan
    assessment: Assessment


class LevelSearch:
    """Keeps the model, the limits and the best plan so far from level to level."""

    def __init__(
        self,
        instance: Instance,
        programme: Programme,
        built: BuiltSchedule,
        limits: SolveLimits,
        *,
        changes: Changes | None = None,
        on_progress: OnProgress | None = None,
        stop: Stop | None = None,
        began: float | None = None,
    ) -> None:
        self._instance, self._programme, self._built, self._limits = instance, programme, built, limits
        self._changes, self._on_progress, self._stop = changes, on_progress, stop
        self._began = time.monotonic() if began is None else began
        self.best: CheckedPlan | None = None
        self.runs: list[LevelRun] = []
        self.first_plan_s: float | None = None

    def first_plan(self) -> None:
        """A plan by the serial scheme, if it finds one that passes the check; what it found is a hint in any case."""
        schedule, limits = self._built.schedule, self._limits
        repeatable = limits.deterministic_limit is not None
        plans = serial_plans(
            schedule,
            self._built.objectives[0],
            seed=limits.seed,
            attempts=SURE_ATTEMPTS if repeatable else ATTEMPTS,
            seconds=NO_LIMIT_S if repeatable else min(SERIAL_S, limits.time_limit_s / 10),
            stop=self._stop,
        )
        last = None
        for values in plans:
            last = values
            if self.best is None:
                self._try(values)
        if last is not None:
            self._try(last)

    def _try(self, values: Mapping[int, int]) -> None:
        """Hold a plan of the serial scheme against the check; a hint it is in any case."""
        network = self._built.schedule.network
        plan = self._built.schedule.plan([values.get(v, 0) for v in range(len(network.variables))])
        assessment = assess_plan(self._instance, self._programme, plan)
        lawful = assessment.valid and keeps(self._programme, plan, self._changes)
        if not lawful or (self.best is not None and assessment.goal[0] > self.best.assessment.goal[0]):
            network.hint = network.hint or dict(values)
            return
        network.hint = dict(values)
        self.best = CheckedPlan(plan=plan, assessment=assessment)
        if self.first_plan_s is None:
            self.first_plan_s = time.monotonic() - self._began

    def level(self, number: int, objective: Linear) -> LevelRun:
        """The run of one level, starting from the best plan of those before."""
        network = self._built.schedule.network
        network.objective, network.floor = objective, self._built.floors[number - 1]
        began = time.monotonic()

        def report(value: int | None, bound: int | None) -> None:
            best = None if self.best is None else self.best.assessment.goal[number - 1]
            if self._on_progress:
                self._on_progress(
                    Progress(
                        level=number,
                        levels=len(self._built.objectives),
                        engine=ENGINE,
                        seconds=time.monotonic() - began,
                        best=min((v for v in (value, best) if v is not None), default=None),
                        bound=bound,
                    )
                )

        outcome = self._known(number) or self._search(number, report)
        if outcome.values is not None:
            self._take(outcome.values, number)
        if self.best is None:
            raise StoppedEmpty(self._stop)
        value = self.best.assessment.goal[number - 1]
        proven = outcome.bound is not None and value - outcome.bound <= PROOF_TOLERANCE
        run = LevelRun(
            status=Status.OPTIMAL if proven else Status.FEASIBLE,
            value=value,
            bound=outcome.bound,
            seconds=time.monotonic() - began,
            engine=ENGINE,
        )
        self.runs.append(run)
        report(value, outcome.bound)
        return run

    def _known(self, number: int) -> Outcome | None:
        """What is known without a search: that nothing better than the best plan so far can be."""
        least = self._built.floors[number - 1]
        if self.best is None or self.best.assessment.goal[number - 1] > least:
            return None
        return Outcome(status=Status.OPTIMAL, bound=least)

    def _search(self, number: int, report: Report) -> Outcome:
        network, limits = self._built.schedule.network, self._limits
        until = time.monotonic() + (float(limits.time_limit_s) if limits.deterministic_limit is None else NO_LIMIT_S)
        if network.hint and network.choices and (self.best is None or len(network.tasks) > LARGE):
            self._narrowed(number, report)
        seconds = max(1.0, until - time.monotonic())
        outcome = self._known(number) or search(network, limits, seconds=seconds, report=report, stop=self._stop)
        if outcome.status is not Status.INFEASIBLE:
            return outcome
        if self.best is not None:
            raise Disagreement("the solver says that there is no plan, the independent check has one in hand")
        outcome = search(network, limits, seconds=seconds, report=report, stop=self._stop, again=True)
        if outcome.status is Status.INFEASIBLE:
            refuse(self._instance, self._programme, limits, changes=self._changes, stop=self._stop)
        return outcome

    def _narrowed(self, number: int, report: Report) -> None:
        """First a search among plans in which all move the way they do in the best so far: much less to choose."""
        network, limits = self._built.schedule.network, self._limits
        seconds = NARROWED_SHARE * limits.time_limit_s if limits.deterministic_limit is None else NO_LIMIT_S

        def best_only(value: int | None, bound: int | None) -> None:
            report(value, None)

        outcome = search(narrow(network, network.hint), limits, seconds=seconds, report=best_only, stop=self._stop)
        if outcome.values is not None:
            self._take(outcome.values, number)

    def _take(self, values: Sequence[int], number: int) -> None:
        """Check what the solver found, and keep it if it is no worse than the best so far."""
        plan = self._built.schedule.plan(values)
        assessment = assess_plan(self._instance, self._programme, plan)
        check_amounts(assessment, self._built.schedule.amounts, values)
        if not keeps(self._programme, plan, self._changes):
            raise Disagreement("the solver's plan changes what is done or under way")
        if self.best is None or assessment.goal[number - 1] <= self.best.assessment.goal[number - 1]:
            self.best = CheckedPlan(plan=plan, assessment=assessment)
            self._built.schedule.network.hint = dict(enumerate(values))
