"""By which day each unit must be in place."""

from datetime import date

from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Strength
from localisation.rules.relocation.base import RelocationRequirement
from localisation.rules.statement import relocation_statements


def deadlines(instance: Instance, programme: Programme) -> dict[str, date]:
    """Unit -> the earliest day any must or weighted criterion sets, or the scenario's; "" is the scenario's."""
    due = {"": instance.scenario.in_place_by}
    set_by: dict[str, date] = {}
    for s in relocation_statements(instance, programme):
        if not isinstance(s.rule, RelocationRequirement) or s.criterion.strength is Strength.INFO:
            continue
        day = s.rule.deadline(s.given)
        for unit in s.given.units if day is not None else ():
            assert day is not None
            set_by[unit.id] = min(day, set_by.get(unit.id, day))
    return due | {u.id: set_by.get(u.id, due[""]) for u in instance.inventory.units}
