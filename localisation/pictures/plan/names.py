"""What activities, units and buildings of a plan are called."""

from datetime import date

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import Activity, Programme
from localisation.texts import Texts


class PlanNames:
    """Names in one language; an id that the inventory does not know stands for itself."""

    def __init__(self, instance: Instance, programme: Programme, t: Texts) -> None:
        self._inventory, self._programme, self._t = instance.inventory, programme, t
        english = t.language == "en"
        self._options = {
            r.id: (english and r.name_en) or r.name for b in instance.inventory.buildings for r in b.refurbishments
        }

    def unit(self, key: str) -> str:
        """A unit's name."""
        return self._inventory.unit[key].name if key in self._inventory.unit else key

    def building(self, key: str) -> str:
        """A building's name."""
        return self._inventory.building[key].name if key in self._inventory.building else key

    def crew(self, key: str) -> str:
        """A crew's name."""
        found = next((c for c in self._programme.crews if c.id == key), None)
        return ((found.name_en if self._t.language == "en" else "") or found.name) if found else key

    def crews(self, activity: Activity) -> str:
        """The hands an activity takes; "" for none."""
        return ", ".join(f"{self.crew(c)}: {self._t.number(n)}" for c, n in activity.demands.items() if n)

    def kind(self, activity: Activity) -> str:
        """What is done."""
        return self._t(f"plan.kind.{activity.kind}")

    def option(self, key: str) -> str:
        """The name of a refurbishment option."""
        return self._options.get(key, key)

    def work(self, activity: Activity) -> str:
        """The refurbishment option of works; the id of a task."""
        return self._options.get(activity.option, activity.id)

    def work_at(self, activity: Activity) -> str:
        """Works with their building."""
        return f"{self.building(activity.building)}: {self.work(activity)}" if activity.building else activity.id

    def short(self, activity: Activity) -> str:
        """The unit and where it goes, or the works."""
        leg = self._programme.leg.get(activity.leg)
        if leg is None:
            return self.work_at(activity)
        return f"{self.unit(leg.unit)} → {self.building(leg.destination)}"

    def brief(self, activity: Activity) -> str:
        """What is done and where, for a list in which the unit or the building of the works stands above."""
        leg = self._programme.leg.get(activity.leg)
        if leg is None:
            return f"{self.kind(activity)}: {self.work(activity)}"
        places = {ActivityKind.MOVE: (leg.origin, leg.destination), ActivityKind.IT: (leg.destination,)}
        way = " → ".join(self.building(b) for b in places.get(activity.kind, (leg.origin,)))
        return f"{self.kind(activity)}: {way} ({self._t.number(leg.staff)})"

    def titled(self, activity: Activity) -> str:
        """What, who, from where and to where, without any figure."""
        leg = self._programme.leg.get(activity.leg)
        return self._line(activity, self.unit(leg.unit) if leg else "")

    def full(self, activity: Activity) -> str:
        """One line that says all: what, who and how many, from where and to where."""
        leg = self._programme.leg.get(activity.leg)
        return self._line(activity, f"{self.unit(leg.unit)} ({self._t.number(leg.staff)})" if leg else "")

    def _line(self, activity: Activity, who: str) -> str:
        leg = self._programme.leg.get(activity.leg)
        if leg is None:
            return f"{self.kind(activity)}: {self.work_at(activity)}"
        return f"{self.kind(activity)}: {who}, {self.building(leg.origin)} → {self.building(leg.destination)}"

    def full_of(self, key: str) -> str:
        """The same of an activity's id; the id itself of one that is not known."""
        return self.full(self._programme.activity[key]) if key in self._programme.activity else key

    def tip(self, activity: Activity, first: date, last: date, *, overtime: bool) -> str:
        """The same with dates and hands."""
        key = "one_date" if first == last else "dates"
        holes = {"first": first, "days": activity.days} | ({} if first == last else {"last": last})
        parts = [self.full(activity), self._t(f"plan.gantt.{key}", **holes)]
        if crews := self.crews(activity):
            parts.append(crews)
        if overtime:
            parts.append(self._t("plan.gantt.overtime"))
        return "\n".join(parts)
