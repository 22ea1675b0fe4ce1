"""A question as people type it: "UNIT = BUILDING", "UNIT != BUILDING", or "UNIT" alone."""

from dataclasses import dataclass

from localisation.domain.errors import LocalisationError
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.reading.by_name import by_name
from localisation.solving.explaining.asked import Asked

SIGNS = ("=", "≠", "<>")
"""What can stand between a unit and a building; without any of them there is no building."""


class NoQuestion(LocalisationError):
    """The text does not have a unit and a building with `=` or `!=` between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedText:
    """A unit, and a building with what is asked of it; without one, why the unit sits where it sits."""

    unit: str
    building: str | None
    there: bool = True

    def questions(self, proposal: Proposal) -> tuple[Asked, ...]:
        """What to solve: the question itself, or each site of the unit asked away."""
        if self.building is not None:
            return (Asked(unit=self.unit, building=self.building, there=self.there),)
        return tuple(Asked(unit=self.unit, building=b, there=False) for b in sorted(proposal.sites(self.unit)))


def asked_text(text: str, inventory: Inventory) -> AskedText:
    """The question of a text; raises `NoQuestion` and `UnclearName`."""
    there = not any(sign in text for sign in ("!=", "≠", "<>"))
    for sign in ("!=", "≠", "<>", "=="):
        text = text.replace(sign, "=")
    unit, equals, building = (part.strip() for part in text.partition("="))
    if not unit or (equals and not building) or "=" in building:
        raise NoQuestion(text)
    return AskedText(
        unit=by_name(unit, {u.id: u.name for u in inventory.units}),
        building=by_name(building, {b.id: b.name for b in inventory.buildings}) if equals else None,
        there=there,
    )
