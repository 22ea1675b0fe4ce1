"""A stored plan held against the inputs as they are now, day by day, without the solver."""

from dataclasses import dataclass, replace
from pathlib import Path

from localisation.cli.stored_plan import StoredPlan, stored_plan
from localisation.cli.untrue_runs import untrue_runs
from localisation.domain.assessment import Assessment, Breach
from localisation.domain.instance import Instance
from localisation.exporting.plan.plan_file import plan_digest
from localisation.exporting.proposal_file import result_row
from localisation.exporting.proposal_file_schema import ResultRow
from localisation.reading.digest import digest
from localisation.solving.schedule.least_deviation import with_least_deviation
from localisation.solving.schedule.verify import assess_plan

_ROUNDING = 1e-6
"""Points are decimal fractions: this is all two computers may differ by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerification:
    """What was found. Every list is empty when all is well.

    `instance` is the one the plan was made for: with the deviation from the adopted plan first, when it was made anew.
    """

    stored: StoredPlan
    instance: Instance
    assessment: Assessment
    file_changed: bool
    inputs_changed: tuple[str, ...]
    differing: tuple[str, ...]

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
    assessment = _assessed(stored, instance)
    return PlanVerification(
        stored=stored,
        instance=instance,
        assessment=assessment,
        file_changed=plan_digest(stored.file) != stored.file.content_sha256,
        inputs_changed=_changed(stored),
        differing=() if assessment.structural else _differing(stored, instance, assessment),
    )


def _assessed(stored: StoredPlan, instance: Instance) -> Assessment:
    """The check of the plan; a date nobody works on is a fault of the plan, whatever else is said of it."""
    found = assess_plan(instance, stored.programme, stored.plan)
    faults = (*stored.faults, *_otherwise(stored), *found.structural)
    return replace(found, results=(), goal=(), points=0.0, structural=faults) if faults else found


def _otherwise(stored: StoredPlan) -> list[Breach]:
    """Steps that were done or under way and are not as the plan adopted before says."""
    changes = stored.changes
    if changes is None or changes.adopted is None:
        return []
    return [
        Breach(about=("not_kept", key))
        for key in sorted(changes.kept)
        if key in changes.adopted.steps and stored.plan.steps.get(key) != changes.adopted.steps[key]
    ]


def _changed(stored: StoredPlan) -> tuple[str, ...]:
    recorded = {(stored.root / f.path).resolve(): f for f in stored.file.inputs}
    changed = [f.path for path, f in recorded.items() if not path.is_file() or digest(path) != f.sha256]
    new = (f.path for f in stored.instance.files if Path(f.path).resolve() not in recorded)
    return tuple(sorted({*changed, *new}))


def _differing(stored: StoredPlan, instance: Instance, assessment: Assessment) -> tuple[str, ...]:
    """Criteria, "goal", "points" and what is said of the levels, recorded otherwise than found."""
    recorded = {r.id: r for r in stored.file.results}
    found = {r.criterion.id: result_row(r) for r in assessment.results}
    differing = [key for key in {**recorded, **found} if not _same(recorded.get(key), found.get(key))]
    if stored.file.goal != assessment.goal:
        differing.append("goal")
    if abs(stored.file.points - assessment.points) > _ROUNDING:
        differing.append("points")
    untrue = untrue_runs(
        stored.file.level_runs,
        stored.file.status,
        assessment,
        levels=len(assessment.goal),
        slack_percent=instance.scenario.plan.level_slack_percent,
    )
    return (*differing, *untrue)


def _same(recorded: ResultRow | None, found: ResultRow | None) -> bool:
    if recorded is None or found is None:
        return False
    close = abs((recorded.points or 0) - (found.points or 0)) <= _ROUNDING
    same_kind = (recorded.points is None) == (found.points is None)
    rest = {"points", "amount_shown"}
    return close and same_kind and recorded.model_dump(exclude=rest) == found.model_dump(exclude=rest)
