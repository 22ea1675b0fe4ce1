"""What makes a plan impossible, in a sentence, and what to do."""

from collections.abc import Iterable, Mapping

from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import SpaceKind
from localisation.solving.schedule.activity_names import ActivityNames
from localisation.solving.schedule.diagnosis.diagnosis import PlanFault
from localisation.texts import Texts


class FaultSentences:
    """The sentences of static faults in one language, with everything under the name people know."""

    def __init__(self, instance: Instance, programme: Programme, language: str = "nb") -> None:
        self._texts = Texts(language)
        self._names = ActivityNames(instance.inventory, programme, language)
        self._criterion = {c.id: c for c in instance.relocation_criteria}

    def __call__(self, fault: PlanFault) -> str:
        """What is wrong, and what to do."""
        activities = self._texts("plan_faults.static.words.then").join(map(self._names, fault.activities))
        by = self._texts("plan_faults.static.words.by", criteria=self._criteria(fault)) if fault.criteria else ""
        named = dict(zip(("first", "second"), map(self._names, fault.activities), strict=False))
        holes = {"activities": activities, "by": by, "last": self._last(fault), **named, **self._figures(fault.holes)}
        key = f"plan_faults.static.{fault.code}"
        what = self._texts(f"{key}.what", **holes)
        return f"{what[:1].upper()}{what[1:]} {self._texts(f'{key}.remedy')}"

    def _last(self, fault: PlanFault) -> str:
        return self._names(fault.activities[-1]) if fault.activities else ""

    def _criteria(self, fault: PlanFault) -> str:
        return self.quoted(fault.criteria)

    def quoted(self, criteria: Iterable[str]) -> str:
        """Names of criteria, in quotation marks."""
        return ", ".join(self._texts("plan_faults.static.words.quoted", name=self.criterion(c)) for c in criteria)

    def criterion(self, key: str) -> str:
        """The name of a criterion."""
        row = self._criterion.get(key)
        if row is None:
            return key
        return (row.name_en if self._texts.language == "en" else "") or row.name

    def days(self, count: int) -> str:
        """A number of working days."""
        return self._texts("plan_faults.count.days", n=count)

    def _figures(self, holes: Mapping[str, object]) -> dict[str, object]:
        """Ids as names, hundredths as whole units, and a day beyond the axis as a dash."""
        found: dict[str, object] = {name: "-" if value is None else value for name, value in holes.items()}
        for name in ("days", "available"):
            if isinstance(number := holes.get(name), int):
                found[name] = self.days(number)
        if isinstance(missing := holes.get("late", holes.get("missing")), int):
            found["days"] = self.days(missing)
        if "crew" in holes:
            crews = holes["crew"] if isinstance(holes["crew"], tuple) else (holes["crew"],)
            found["crew"] = ", ".join(self._names.crew(str(c)) for c in crews)
        if "building" in holes:
            found["building"] = self._names.building(str(holes["building"]))
        if "kind" in holes:
            kind = SpaceKind(str(holes["kind"]))
            found |= {"kind": self._texts(f"rules.kinds.{kind}"), "unit": self._texts(f"units.{kind.unit}")}
            need, size = holes.get("need"), holes.get("size")
            if isinstance(need, int) and isinstance(size, int):
                found |= {"need": -(-need // 100), "size": size // 100}
        return found
