"""Whom to ask about something in a plan: always a role, never a person."""

from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import Activity
from localisation.pictures.plan.names import PlanNames
from localisation.texts import Texts


class ContactRoles:
    """The roles in one language."""

    def __init__(self, names: PlanNames, t: Texts) -> None:
        self._names, self._t = names, t

    @property
    def coordinator(self) -> str:
        """Who runs the plan."""
        return self._t("plan.role.coordinator")

    def unit(self, key: str) -> str:
        """Who answers for a unit's move."""
        return self._t("plan.role.unit", unit=self._names.unit(key))

    def building(self, key: str) -> str:
        """Who answers for a building."""
        return self._t("plan.role.building", building=self._names.building(key))

    def activity(self, activity: Activity) -> str:
        """Who answers for an activity."""
        if activity.kind is ActivityKind.WORK:
            return self._t("plan.role.works", building=self._names.building(activity.building))
        return self.unit(activity.unit) if activity.unit else self.coordinator
