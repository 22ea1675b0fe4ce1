"""A question as people type it: "UNIT = BUILDING", "UNIT != BUILDING", or "UNIT" alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.errors import LocalisationError
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.reading.by_name import UnclearName, by_name, plain
from localisation.reading.labels import table_label
from localisation.solving.explaining.asked import Asked
from localisation.texts import Texts

SIGNS = ("=", "≠", "<>")
"""What can stand between a unit and a building; without any of them there is no building."""


class NoQuestion(LocalisationError):
    """The text does not have a unit and a building with `=` or `!=` between."""


class CentreNamed(UnclearName):
    """A local centre is named where a building is wanted; `candidates` are the buildings in it."""


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
    """The question of a text; raises `NoQuestion`, and `UnclearName` (`CentreNamed`)."""
    there = not any(sign in text for sign in ("!=", "≠", "<>"))
    for sign in ("!=", "≠", "<>", "=="):
        text = text.replace(sign, "=")
    unit, equals, building = (part.strip() for part in text.partition("="))
    if not unit or (equals and not building) or "=" in building:
        raise NoQuestion(text)
    return AskedText(
        unit=_no_centre(unit, {u.id: u.name for u in inventory.units}, "units", inventory),
        building=_no_centre(building, {b.id: b.name for b in inventory.buildings}, "buildings", inventory)
        if equals
        else None,
        there=there,
    )


def _no_centre(text: str, names: Mapping[str, str], table: str, inventory: Inventory) -> str:
    """The id that a text means; a text that means none, but is a centre's name, is told to be that."""
    try:
        return by_name(text, names, table)
    except UnclearName as error:
        centre = next((c for c in inventory.centres if plain(text) in (plain(c.name), plain(c.id))), None)
        if centre is None:
            raise
        there = tuple(f"{b.name} ({b.id})" for b in inventory.buildings if b.centre == centre.id)
        raise CentreNamed(centre.name, there, table=table, ambiguous=False) from error


def unclear_sentence(error: UnclearName, texts: Texts) -> str:
    """What is unclear about a name, with those that come near or where the names stand."""
    if isinstance(error, CentreNamed):
        key = "centre" if error.candidates else "centre_empty"
    else:
        key = "several" if error.ambiguous else "unknown_like" if error.candidates else "unknown"
    table = f"{table_label(error.table, texts.language)} ({error.table})"
    return texts(f"cli.unclear.{key}", name=error.text, candidates="; ".join(error.candidates), table=table)
