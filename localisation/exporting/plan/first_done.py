"""What must be done before an activity, in sentences."""

from collections.abc import Mapping

from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Activity
from localisation.domain.relocation.result import PlanResult
from localisation.exporting.plan.awaited import Awaited, Because, awaited
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.short_date import short_date
from localisation.pictures.plan.step_dates import step_dates
from localisation.texts import Texts

_MOST_TOLD = 4


class FirstDone:
    """Says for each activity what it waits for, the last to be finished first."""

    def __init__(self, instance: Instance, result: PlanResult, names: PlanNames, t: Texts) -> None:
        self._result, self._names, self._t = result, names, t
        self._awaited: Mapping[str, tuple[Awaited, ...]] = awaited(instance, result)

    def __call__(self, activity: Activity) -> tuple[str, ...]:
        """At most four sentences, the last of them says how many more there are."""
        steps, plan = self._awaited.get(activity.id, ()), self._result.plan
        ordered = sorted(steps, key=lambda a: (-plan.steps[a.activity].end, a.activity))
        told = list(dict.fromkeys(self._sentence(activity, a) for a in ordered))
        if len(told) <= _MOST_TOLD:
            return tuple(told)
        kept = told[: _MOST_TOLD - 1]
        return (*kept, self._t("plan.first_done.more", count=len(told) - len(kept)))

    def _sentence(self, activity: Activity, found: Awaited) -> str:
        programme = self._result.programme
        other = programme.activity[found.activity]
        day = short_date(step_dates(programme.calendar, self._result.plan.steps[found.activity])[1], self._t)
        leg = programme.leg.get(other.leg)
        if leg is None:
            return self._t("plan.first_done.works", work=self._names.work_at(other), day=day)
        if found.because is Because.VACATED:
            unit, building = self._names.unit(leg.unit), self._names.building(leg.origin)
            return self._t("plan.first_done.vacated", unit=unit, building=building, day=day)
        own = programme.leg.get(activity.leg)
        if own is not None and own.id != leg.id:
            return self._t("plan.first_done.arrived", building=self._names.building(leg.destination), day=day)
        return self._t("plan.first_done.step", what=self._names.kind(other), day=day)
