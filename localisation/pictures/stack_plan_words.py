"""What is said of a stack plan in the picture, the tables and the workbook alike."""

from collections.abc import Mapping, Sequence

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.floor_room import FloorRoom
from localisation.domain.stacking.stack_plan import BuildingStack, Share, StackPlan
from localisation.domain.vocabulary import Confidence, SpaceKind, Status
from localisation.texts import Texts


class StackWords:
    """Names and facts in one language."""

    def __init__(self, inventory: Inventory, t: Texts) -> None:
        self._inventory, self._t = inventory, t

    def floor(self, floor: FloorRoom) -> str:
        """What a floor is called."""
        return self._t("stack.floor", number=str(floor.number))

    def facts(self, stack: BuildingStack) -> str:
        """Staff, workplaces, and whatever a reader must know before trusting the floors."""
        t, task = self._t, stack.task
        used = sum(s.spaces.get(SpaceKind.WORKPLACE, 0) for s in stack.shares)
        room = sum(f.spaces.get(SpaceKind.WORKPLACE, 0) for f in task.floors)
        spare = (100 * room - used) // 100
        holes = {"staff": sum(o.staff for o in task.occupants), "used": -(-used // 100), "room": room}
        parts = [t("stack.facts_spare", **holes, spare=spare) if spare > 0 else t("stack.facts", **holes)]
        if stack.lacking:
            parts.insert(0, f"! {self.lacking(stack)}")
        if stack.confidence is Confidence.ESTIMATE:
            told = bool(self._inventory.building[stack.building].by_floor)
            parts.append(t("stack.some_estimated" if told else "stack.estimated"))
        if stack.run.status is not Status.OPTIMAL:
            parts.append(t("stack.unproven"))
        if stack.parted:
            parts.append(t("stack.parted"))
        return " · ".join(parts)

    def lacking(self, stack: BuildingStack) -> str:
        """Which kinds of space the building has too little of, and how much."""
        t = self._t
        kinds = [
            t(
                "stack.lacking_kind",
                kind=t(f"pictures.kind.{kind}"),
                amount=-(-amount // 100),
                unit=t(f"units.{kind.unit}"),
            )
            for kind, amount in stack.lacking.items()
        ]
        return t("stack.lacking", kinds=kinds)

    def rooms(self, share: Share, *, workplaces: bool = True) -> str:
        """What a unit has on a floor, kind by kind; "" for nothing."""
        return self._listed({k: n for k, n in share.spaces.items() if workplaces or k is not SpaceKind.WORKPLACE})

    def held(self, shares: Sequence[Share]) -> str:
        """What some shares amount to, kind by kind."""
        return self._listed({k: sum(s.spaces.get(k, 0) for s in shares) for k in SpaceKind})

    def _listed(self, spaces: Mapping[SpaceKind, int]) -> str:
        t = self._t
        return ", ".join(
            t("stack.space", kind=t(f"pictures.kind.{k}"), amount=self.amount(spaces[k]), unit=t(f"units.{k.unit}"))
            for k in SpaceKind
            if spaces.get(k)
        )

    def amount(self, hundredths: int) -> str:
        """Hundredths as a number with no more decimals than it has."""
        decimals = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
        return self._t.number(hundredths / 100, decimals)

    def tip(self, share: Share, floor: FloorRoom) -> str:
        """A whole sentence on what a unit has on a floor."""
        spaces = self.rooms(share)
        holes = {"unit": self._inventory.unit[share.unit].name, "floor": self.floor(floor), "staff": share.staff}
        return self._t("stack.tip", **holes, spaces=spaces) if spaces else self._t("stack.tip_nothing", **holes)

    def proof(self, stack: BuildingStack) -> str:
        """How sure it is that no better plan of the building exists."""
        t, run = self._t, stack.run
        if run.status is Status.OPTIMAL:
            return t("stack.status.optimal")
        amount = t(f"stack.amount.{run.open_from}")
        if run.within is None:
            return t("stack.status.feasible_open", amount=amount)
        within = -(-run.within // 1000) if run.open_from == "visit_floors" else run.within
        return t("stack.status.feasible", amount=amount, within=within)

    def basis(self, plan: StackPlan) -> str:
        """Whether what the floors hold is told or estimated, and which buildings are left out."""
        t, count = self._t, len(plan.buildings)
        guessed = sum(b.confidence is Confidence.ESTIMATE for b in plan.buildings)
        key = "none_estimated" if not guessed else "all_estimated" if guessed == count else "some_estimated"
        sentence = t(f"stack.title.{key}", **({"buildings": guessed, "all": count} if key == "some_estimated" else {}))
        if not plan.left_out:
            return sentence
        names = [self._inventory.building[b].name for b in plan.left_out]
        return f"{sentence} {t('stack.title.left_out', buildings=names)}"
