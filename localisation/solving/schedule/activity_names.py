"""What people call the activities of a programme."""

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import Programme
from localisation.texts import Texts


class ActivityNames:
    """Names of works, moves and the steps of moves in one language."""

    def __init__(self, inventory: Inventory, programme: Programme, language: str = "nb") -> None:
        self._inventory, self._programme = inventory, programme
        self._texts = Texts(language)
        english = language == "en"
        self._options = {r.id: (english and r.name_en) or r.name for b in inventory.buildings for r in b.refurbishments}

    def __call__(self, activity: str) -> str:
        """The name of an activity, such as "pakkingen for Byggesak (fra A til B)"; the id itself of one not known."""
        known = self._programme.activity.get(activity)
        if known is None:
            return activity
        if known.kind is ActivityKind.WORK:
            return self._texts(
                "plan_faults.name.work",
                option=self._options.get(known.option, known.option),
                building=self.building(known.building),
            )
        leg = self._programme.leg.get(known.leg)
        if leg is None:
            return self._texts("plan_faults.name.task", id=activity)
        return self._texts(
            f"plan_faults.name.{known.kind}",
            unit=self.unit(leg.unit),
            origin=self.building(leg.origin),
            destination=self.building(leg.destination),
        )

    def thing(self, key: str) -> str:
        """The name of a move (by the move's id) as a whole, or of any other activity."""
        move = self._programme.move.get(key)
        if move is None:
            return self(key)
        return self._texts(
            "plan_faults.name.whole_move",
            unit=self.unit(move.unit),
            origin=self.building(move.origin),
            destination=self.building(move.destination),
        )

    def building(self, building: str) -> str:
        """The name of a building."""
        known = self._inventory.building.get(building)
        return known.name if known else building

    def unit(self, unit: str) -> str:
        """The name of a unit."""
        known = self._inventory.unit.get(unit)
        return known.name if known else unit

    def crew(self, crew: str) -> str:
        """The name of a crew."""
        known = next((c for c in self._programme.crews if c.id == crew), None)
        return (known.name_en if known and self._texts.language == "en" else "") or (known.name if known else crew)
