"""What a reader must know of a stack plan before looking at it."""

from collections.abc import Mapping

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.domain.vocabulary import SpaceKind, Status
from localisation.pictures.stack_plan_words import StackWords
from localisation.texts import Texts

_COUNTED = (SpaceKind.WORKPLACE, SpaceKind.INTERVIEW)
"""Kinds that are counted one by one."""


def stack_sentences(inventory: Inventory, plan: StackPlan, t: Texts) -> tuple[str, ...]:
    """How it was made, what is estimated, what a fraction is, where there is too little room, what is not proven."""
    names = {b.building: inventory.building[b.building].name for b in plan.buildings}
    split = sum(b.split for b in plan.buildings)
    found = [t("stack.report.intro"), *_visits(names, plan, t), StackWords(inventory, t).basis(plan)]
    found.append(t("stack.report.split_some", count=split) if split else t("stack.report.split"))
    if any(s.spaces.get(k, 0) % 100 for b in plan.buildings if not b.parted for s in b.shares for k in _COUNTED):
        found.append(t("stack.report.fractions"))
    lacking = [names[b.building] for b in plan.buildings if b.lacking]
    if lacking:
        found.append(t("stack.report.lacking", buildings=lacking))
    for key, proven in (("parted", True), ("parted_unproven", False)):
        parted = [names[b.building] for b in plan.buildings if b.parted and (b.run.status is Status.OPTIMAL) is proven]
        if parted:
            found.append(t(f"stack.report.{key}", buildings=parted))
    found.append(f"{proof_words(plan, t)[0].upper()}{proof_words(plan, t)[1:]}.")
    return tuple(found)


def _visits(names: Mapping[str, str], plan: StackPlan, t: Texts) -> tuple[str, str]:
    """Where the public is taken to be received, and what is left of floors to climb, by building."""
    rule, amount = t("stack.report.visits"), round(plan.amounts.visit_floors / 1000)
    if not plan.amounts.visit_floors:
        return rule, t("stack.report.visits_none")
    far = sorted((b for b in plan.buildings if b.amounts.visit_floors), key=lambda b: -b.amounts.visit_floors)
    said = [f"{names[b.building]} ({t.number(round(b.amounts.visit_floors / 1000))})" for b in far]
    sure = all(b.run.status is Status.OPTIMAL or b.run.open_from != "visit_floors" for b in far)
    return rule, t("stack.report.visits_some" if sure else "stack.report.visits_open", visits=amount, buildings=said)


def proof_words(plan: StackPlan, t: Texts) -> str:
    """Whether every building's plan is proven best, in a few words."""
    return t("stack.title.proven" if plan.proven else "stack.title.unproven")
