"""Goal levels in words: which they are, and what one proposal loses on each against another."""

from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.rules.goal import GOAL_UNITS, levels
from localisation.texts import Texts

_NAMED = 3
"""So many criteria of a level are named; the rest are counted."""
SHOWN = 0.000_005
"""Points below which a difference is written as nothing (two decimals, and more where it would else be nothing)."""


def has_several(instance: Instance) -> bool:
    """Whether the goal has more than one level, so that points are those of the first alone."""
    return len(levels(instance)) > 1


def level_words(instance: Instance, number: int, t: Texts) -> str:
    """A goal level (1 is the first) with the criteria it is made of."""
    names = {c.id: name_in(c, t.language) for c in instance.criteria}
    ids = levels(instance)[number - 1]
    told = [names[i] for i in ids[:_NAMED]]
    if len(ids) > _NAMED:
        told.append(t("goals.more", count=len(ids) - _NAMED))
    return t("goals.level", level=number, criteria=told)


def on_first(instance: Instance, t: Texts) -> str:
    """Words after points that are those of the first of several levels; empty when there is one."""
    return t("goals.on", level=level_words(instance, 1, t)) if has_several(instance) else ""


def later_losses(before: Assessment, after: Assessment) -> dict[int, float]:
    """Points lost on each goal level after the first, by its number; below 0 where they are gained."""
    pairs = zip(before.goal[1:], after.goal[1:], strict=True)
    return {number: (new - old) / GOAL_UNITS for number, (old, new) in enumerate(pairs, start=2)}
