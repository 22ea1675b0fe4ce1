"""What a plan made anew changes in the one adopted before, and why."""

from dataclasses import dataclass
from datetime import date

from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.result import PlanResult
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates
from localisation.texts import Texts

_Dates = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanRow:
    """An activity with other dates than before: first and last day then and now (None where it does not take place).

    `shift` is working days its end has been put off (negative: brought forward).
    """

    activity: str
    before: _Dates | None
    now: _Dates | None
    shift: int | None
    why: str


def replan_rows(run: FinishedPlan, names: PlanNames, t: Texts) -> tuple[ReplanRow, ...]:
    """Every activity whose days differ, by its first day now; empty when there was no plan before."""
    adopted = run.adopted
    if adopted is None:
        return ()
    result = run.result
    programme, plan = result.programme, result.plan
    why = _Why(run, adopted, t)
    rows = []
    for activity in programme.activities:
        before, now = adopted.steps.get(activity.id), plan.steps.get(activity.id)
        if (before and (before.start, before.end)) == (now and (now.start, now.end)):
            continue
        rows.append(
            ReplanRow(
                activity=names.full(activity),
                before=_dates(result, before),
                now=_dates(result, now),
                shift=now.end - before.end if now and before else None,
                why=why(activity.id),
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.now or r.before or (date.max, date.max), r.activity)))


def _dates(result: PlanResult, step: Step | None) -> _Dates | None:
    return step_dates(result.programme.calendar, step) if step else None


class _Why:
    """The nearest reason that can be seen: what was said of it, what it waits for, or that others are in its place."""

    def __init__(self, run: FinishedPlan, adopted: Plan, t: Texts) -> None:
        self._run, self._adopted, self._t = run, adopted, t
        self._names = PlanNames(run.instance, run.result.programme, t)

    def __call__(self, key: str) -> str:
        given = self._run.reasons.get(key, {}).get(self._t.language)
        return given or self._said(key) or self._seen(key)

    def _said(self, key: str) -> str:
        """What the new plan had to reckon with."""
        changes = self._run.result.changes
        if changes and key in changes.days:
            return self._t("plan.replan.longer", days=changes.days[key])
        if changes and key in changes.earliest:
            return self._t("plan.replan.later", day=changes.earliest[key])
        return self._t("plan.replan.kept") if changes and key in changes.kept else ""

    def _seen(self, key: str) -> str:
        """What it comes after that ends on another day; works where it leads to count too."""
        plan, programme = self._run.result.plan, self._run.result.programme
        if key not in plan.steps or key not in self._adopted.steps:
            return self._t("plan.replan.other_way")
        works = [w.id for w in programme.works if w.building == self._place(key)]
        for other in (*programme.activity[key].after, *works):
            earlier, later = self._adopted.steps.get(other), plan.steps.get(other)
            if other != key and earlier and later and earlier.end != later.end:
                return self._t("plan.replan.after", activity=self._names.full(programme.activity[other]))
        return self._t("plan.replan.others")

    def _place(self, key: str) -> str:
        """Where an activity leads to: the destination of its leg, or its building."""
        activity = self._run.result.programme.activity[key]
        leg = self._run.result.programme.leg.get(activity.leg)
        return leg.destination if leg else activity.building
