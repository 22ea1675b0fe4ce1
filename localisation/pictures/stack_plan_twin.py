"""The stack plan as tables: who sits on which floor, and how each building comes out."""

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.domain.vocabulary import SpaceKind
from localisation.pictures.stack_plan_words import StackWords
from localisation.pictures.twin import Twin
from localisation.texts import Texts


def stack_plan_twin(inventory: Inventory, plan: StackPlan, t: Texts) -> Twin:
    """One row for each unit on each floor, and for each floor nobody is on; the highest floor first."""
    words = StackWords(inventory, t)
    rows: list[tuple[str, ...]] = []
    for stack in plan.buildings:
        name = inventory.building[stack.building].name
        for floor in reversed(stack.task.floors):
            basis = t(f"stack.basis.{floor.confidence}")
            for share in stack.on(floor.number):
                rows.append(
                    (
                        name,
                        words.floor(floor),
                        inventory.unit[share.unit].name,
                        t.number(share.staff),
                        words.amount(share.spaces.get(SpaceKind.WORKPLACE, 0)),
                        words.rooms(share, workplaces=False) or t("stack.nothing"),
                        t("stack.yes" if stack.receives(share) else "stack.no"),
                        basis,
                    )
                )
            if not stack.on(floor.number):
                empty = (t("stack.nobody"), "0", "0", t("stack.nothing"), t("stack.no"), basis)
                rows.append((name, words.floor(floor), *empty))
    keys = ("building", "floor", "unit", "staff", "workplaces", "rooms", "public", "basis")
    return Twin(
        caption=t("stack.caption"),
        columns=tuple(t(f"stack.column.{key}") for key in keys),
        rows=tuple(rows),
        numeric=frozenset({3, 4}),
    )


def stack_building_twin(inventory: Inventory, plan: StackPlan, t: Texts) -> Twin:
    """One row a building: what the plan is measured by, the most important first, and what is proven."""
    words = StackWords(inventory, t)
    keys = ("building", "visits", "between", "strength", "taken", "split", "apart", "spare", "proof", "basis")
    rows = tuple(
        (
            inventory.building[b.building].name,
            t.number(round(b.amounts.visit_floors / 1000)),
            t.number(b.amounts.floors_between),
            t.number(b.amounts.strength_floors),
            t.number(b.amounts.floors_taken),
            t.number(b.split),
            t.number(b.amounts.rooms_apart),
            t.number(b.amounts.floors_with_spare),
            words.proof(b),
            t(f"stack.basis.{b.confidence}"),
        )
        for b in plan.buildings
    )
    return Twin(
        caption=t("stack.report.per_building"),
        columns=tuple(t(f"stack.column.{key}") for key in keys),
        rows=rows,
        numeric=frozenset(range(1, 8)),
    )
