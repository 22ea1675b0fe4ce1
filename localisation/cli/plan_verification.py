"""A stored plan held against the inputs as they are now, day by day, without the solver."""

from dataclasses import dataclass, replace
from pathlib import Path

from localisation.cli.differing_results import differing_results
from localisation.cli.inputs_changed import inputs_changed
from localisation.cli.stored_plan import StoredPlan, stored_plan
from localisation.cli.untrue_changes import untrue_changes
from localisation.cli.untrue_figures import untrue_figures
from localisation.cli.untrue_runs import untrue_runs
from localisation.domain.assessment import Assessment, CriterionResult
from localisation.domain.instance import Instance
from localisation.exporting.plan.plan_file import plan_digest
from localisation.solving.schedule.level_slacks import level_slacks
from localisation.solving.schedule.replanning.least_deviation import with_least_deviation
from localisation.solving.schedule.verify import assess_plan
from localisation.solving.verify import assess


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerification:
    """What was found. Every list is empty when all is well.

    `instance` is the one the plan was made for: with the deviation from the adopted plan first, when it was made anew.
    `placement` is the check of who sits where when all is done, `assessment` that of the way there.
    """

    stored: StoredPlan
    instance: Instance
    placement: Assessment
    assessment: Assessment
    file_changed: bool
    inputs_changed: tuple[str, ...]
    differing: tuple[str, ...]

    @property
    def broken_musts(self) -> tuple[CriterionResult, ...]:
        """The musts that do not hold, of where people sit and of the way there."""
        return (*self.placement.broken_musts, *self.assessment.broken_musts)

    @property
    def valid(self) -> bool:
        """Whether proposal and plan are whole and every must holds."""
        return self.placement.valid and self.assessment.valid

    @property
    def unchanged(self) -> bool:
        """Whether file, inputs and figures are as they were when the plan was made."""
        return not (self.file_changed or self.inputs_changed or self.differing)


def verify_plan(path: Path, *, scenario: Path | None = None) -> PlanVerification:
    """Read a stored plan and everything it rests on anew, and check it again.

    Raises `PlanFileUnusable` and `InvalidData`.
    """
    stored = stored_plan(path, scenario=scenario)
    instance = with_least_deviation(stored.instance) if stored.changes else stored.instance
    placement, assessment = assess(stored.instance, stored.proposal), _assessed(stored, instance)
    return PlanVerification(
        stored=stored,
        instance=instance,
        placement=placement,
        assessment=assessment,
        file_changed=plan_digest(stored.file) != stored.file.content_sha256,
        inputs_changed=inputs_changed(stored.file.inputs, stored.instance, stored.root),
        differing=() if assessment.structural else _differing(stored, instance, placement, assessment),
    )


def _assessed(stored: StoredPlan, instance: Instance) -> Assessment:
    """The check of the plan; a date nobody works on is a fault of the plan, whatever else is said of it."""
    found = assess_plan(instance, stored.programme, stored.plan)
    faults = (*stored.faults, *untrue_changes(stored), *found.structural)
    return replace(found, results=(), goal=(), points=0.0, structural=faults) if faults else found


def _differing(
    stored: StoredPlan, instance: Instance, placement: Assessment, assessment: Assessment
) -> tuple[str, ...]:
    """Criteria, "goal", "points", what is said of the levels, and other figures, recorded otherwise than found."""
    file = stored.file
    untrue = untrue_runs(
        file.level_runs,
        file.status,
        assessment,
        levels=len(assessment.goal),
        slack_percent=level_slacks(instance),
    )
    measured = differing_results(file.results, file.goal, file.points, assessment)
    return (*measured, *untrue, *untrue_figures(stored, placement, assessment))
