"""A change in words."""

from fractions import Fraction

from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.solving.robustness.change import Change, Kind
from localisation.texts import Texts

_NAMED = {Fraction(0): "zero", Fraction(1, 2): "half", Fraction(2): "double"}


def change_text(change: Change, instance: Instance, t: Texts) -> str:
    """What is otherwise, as a clause: "the rents are 20 % higher"."""
    if change.kind is Kind.WEIGHT:
        key = _NAMED.get(change.factor, "times")
        criterion = change.weighted(instance)
        factor = t.number(float(change.factor), 2)
        return t(f"sensitivity.change.weight.{key}", name=name_in(criterion, t.language), factor=factor)
    percent = abs(100 * (change.factor - 1))
    key = "more" if change.factor > 1 else "less"
    return t(f"sensitivity.change.{change.kind}.{key}", percent=t.number(float(percent)))
