"""What an option adds of a kind of space, in words that do not say the unit twice."""

from localisation.domain.vocabulary import SpaceKind
from localisation.texts import Texts


def added_space(amount: int, kind: SpaceKind, name: str, t: Texts) -> str:
    """The amount, its unit and the kind; the kind alone where its name says the unit, such as workplaces."""
    unit, shown = t(f"units.{kind.unit}"), name.lower()
    one = t(f"units.one.{kind.unit}") if amount == 1 and t.has(f"units.one.{kind.unit}") else unit
    if unit.lower() in shown:
        return f"{t.number(amount)} {shown.replace(unit.lower(), one.lower())}"
    return f"{t.number(amount)} {one} {shown}"
