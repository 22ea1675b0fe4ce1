"""Criteria that only go together when they are about the same units."""

from collections.abc import Sequence

from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import Strength
from localisation.reading.problems import Place, Problems
from localisation.rules import RELOCATION_RULES


def refuse_different_units(criteria: Sequence[Criterion], inventory: Inventory, at: Place, problems: Problems) -> None:
    """Two criteria on the same vehicles for different units would each reckon as if the other used none."""
    first: dict[str, Criterion] = {}
    for criterion in criteria:
        rule = RELOCATION_RULES[criterion.rule]
        if criterion.strength is Strength.INFO or not getattr(rule, "same_units", False):
            continue
        other = first.setdefault(criterion.rule, criterion)
        selected = [{u.id for u in inventory.select(c.units)} for c in (criterion, other)]
        if selected[0] != selected[1]:
            problems.error("vehicles_shared", at, first=other.id, second=criterion.id)
