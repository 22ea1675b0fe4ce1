"""Criteria on who moves when: nothing known about moving, nothing weighed, and days that fall outside the plan."""

from collections.abc import Iterator
from datetime import date

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.relocation.calendar import dates_of
from localisation.domain.vocabulary import Strength
from localisation.reading.suspicions.where import Where
from localisation.rules import RELOCATION_RULES
from localisation.rules.relocation.finished_by import FinishedBy
from localisation.rules.relocation.not_before import NotBefore
from localisation.rules.statement import rule_of


def moving(instance: Instance, where: Where) -> Iterator[Problem]:
    """Look at the list on moves as a whole, and at each day it names."""
    if not instance.relocation_criteria:
        return
    logistics, plan = instance.inventory.logistics, instance.scenario.plan
    if logistics is None:
        yield where.warning("no_logistics")
    elif not logistics.public_holidays:
        yield where.note("no_public_holidays")
    musts = {c.rule for c in instance.relocation_criteria if c.strength is Strength.MUST}
    for name, rule in RELOCATION_RULES.items():
        if (rule.missed_if_absent or rule.states_physics) and name not in musts:
            yield where.warning("no_such_must", rule=name)
    if not any(c.strength is Strength.WEIGHT for c in instance.relocation_criteria):
        yield where.warning("plan_not_weighed")
    for name, day in _days(instance):
        if not plan.start <= day <= plan.until:
            yield where.warning(
                "day_outside_plan", "criteria", name, criterion=name, day=day, start=plan.start, until=plan.until
            )
    for off in logistics.days_off if logistics else ():
        if not any(True for _ in dates_of(off, plan.start, plan.until)):
            holes = {"id": off.id, "name": off.name, "start": plan.start, "until": plan.until}
            yield where.note("days_off_outside_plan", "days_off", off.id, "first", **holes)


def _days(instance: Instance) -> Iterator[tuple[str, date]]:
    """The deadlines and earliest days of the musts."""
    for criterion in instance.relocation_criteria:
        rule = rule_of(criterion) if criterion.strength is Strength.MUST else None
        if isinstance(rule, FinishedBy):
            yield criterion.id, rule.day or instance.scenario.in_place_by
        elif isinstance(rule, NotBefore):
            yield criterion.id, rule.day
