"""Which figures behind an activity are estimates, so that it can be said wherever its days and amounts are shown."""

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import Activity
from localisation.domain.vocabulary import Confidence
from localisation.texts import Texts

_NORM = ("hands", "staff_per_day", "m3_per_day", "min_days")


class RestsOnEstimates:
    """Asks the figures that were read; what was never read with a confidence is no estimate."""

    def __init__(self, instance: Instance) -> None:
        self._estimates = {(f.table, f.row, f.column) for f in instance.figures if f.confidence is Confidence.ESTIMATE}
        self.any = bool(self._estimates)
        """Whether anything at all is an estimate."""

    def staff(self, unit: str) -> bool:
        """Whether the number of people of a unit is."""
        return ("units", unit, "staff") in self._estimates

    def volume(self, unit: str) -> bool:
        """Whether the volume of its equipment is."""
        return ("units", unit, "equipment_m3") in self._estimates

    def duration(self, activity: Activity) -> bool:
        """Whether how long an activity takes is: by its norm, by the weeks of its works, or by what is moved."""
        if activity.kind is ActivityKind.WORK:
            return ("refurbishments", activity.option, "weeks") in self._estimates
        norm = any(("activity_norms", str(activity.kind), column) in self._estimates for column in _NORM)
        return norm or self.staff(activity.unit) or self.volume(activity.unit)

    def hands(self, activity: Activity) -> bool:
        """Whether how many hands it takes, or the size of one of its crews, is."""
        if not any(activity.demands.values()):
            return False
        sizes = any(("crews", crew, "size") in self._estimates for crew, n in activity.demands.items() if n)
        return sizes or ("activity_norms", str(activity.kind), "hands") in self._estimates

    def cost(self, activity: Activity) -> bool:
        """Whether what it costs is: by the price of its works, or by its days and the day's price of its hands."""
        if not activity.cost_nok:
            return False
        if activity.kind is ActivityKind.WORK:
            return ("refurbishments", activity.option, "cost_nok") in self._estimates
        crews = [crew for crew, hands in activity.demands.items() if hands]
        prices = any(("crews", crew, "nok_per_day") in self._estimates for crew in crews)
        return prices or self.duration(activity) or self.hands(activity)

    def of(self, activity: Activity) -> tuple[str, ...]:
        """All that is, as `plan.rests_on.<word>`: duration, hands, staff, volume."""
        asked = {
            "duration": self.duration(activity),
            "hands": self.hands(activity),
            "staff": bool(activity.unit) and self.staff(activity.unit),
            "volume": bool(activity.unit) and self.volume(activity.unit),
        }
        return tuple(word for word, estimated in asked.items() if estimated)

    def line(self, activity: Activity, t: Texts) -> str:
        """A sentence that names them all; "" when there are none."""
        words = [t(f"plan.rests_on.{word}") for word in self.of(activity)]
        return t("plan.rests_on.line", words=words) if words else ""
