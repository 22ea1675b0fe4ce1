"""From a proposal to all there is to do: works, moves with every way to go, and who stays where meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from localisation.domain.building import Building, Refurbishment
from localisation.domain.costs import move_cost_per_employee_k100
from localisation.domain.errors import InvalidData, Problem
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.calendar import Calendar, calendar_of
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.logistics import ActivityKind, Logistics
from localisation.domain.relocation.programme import Activity, Leg, Move, Programme, Route, Stay
from localisation.domain.transfers import Transfer, transfers


def programme_of(instance: Instance, proposal: Proposal, changes: Changes | None = None) -> Programme:
    """Everything that must be done before the proposal is carried out.

    The axis runs from the first to the last day of the scenario's plan. `changes` puts in new durations and first days.
    Raises `InvalidData` for a refurbishment there is not.
    """
    inventory, settings = instance.inventory, instance.scenario.plan
    logistics = inventory.logistics or Logistics()
    calendar = calendar_of(logistics, settings.start, settings.until)
    changes = changes or Changes()
    builder = _Builder(inventory, logistics, calendar, settings.start, changes)
    for option in sorted(proposal.refurbishments):
        builder.work(*_option(inventory, option))
    found = transfers(inventory, instance.travel, proposal)
    for transfer in found:
        builder.move(transfer)
    return Programme(
        calendar=calendar,
        crews=logistics.crews,
        activities=tuple(builder.activities),
        moves=tuple(builder.moves),
        stays=(*_permanent(inventory, proposal), *builder.new_posts(proposal, found), *builder.stays),
        adopted_starts={a: step.start for a, step in changes.adopted.steps.items()} if changes.adopted else {},
        proposal=proposal,
    )


def _option(inventory: Inventory, option: str) -> tuple[Building, Refurbishment]:
    for building in inventory.buildings:
        for refurbishment in building.refurbishments:
            if refurbishment.id == option:
                return building, refurbishment
    raise InvalidData([Problem(code="plan_faults.unknown_option", holes={"option": option})])


def _permanent(inventory: Inventory, proposal: Proposal) -> Iterator[Stay]:
    """Those who sit where they will sit."""
    for p in proposal.placements:
        staff = min(p.staff, inventory.unit[p.unit].staff_today(p.building))
        if staff > 0:
            yield Stay(unit=p.unit, building=p.building, staff=staff)


class _Builder:
    def __init__(
        self, inventory: Inventory, logistics: Logistics, calendar: Calendar, first: date, changes: Changes
    ) -> None:
        self.activities: list[Activity] = []
        self.moves: list[Move] = []
        self.stays: list[Stay] = []
        self._inventory, self._logistics, self._calendar = inventory, logistics, calendar
        self._first, self._changes = first, changes

    def work(self, building: Building, option: Refurbishment) -> None:
        """The works of a refurbishment option, in the calendar's weeks; they rest while the craftsmen are off."""
        norm = self._logistics.norm(ActivityKind.WORK)
        self._add(
            Activity(
                id=f"{ActivityKind.WORK}:{option.id}",
                kind=ActivityKind.WORK,
                days=option.weeks * self._logistics.days_a_week,
                demands={norm.crew: norm.hands} if norm.crew and norm.hands else {},
                pausing=True,
                building=building.id,
                option=option.id,
                cost_nok=option.cost_nok,
            )
        )

    def move(self, transfer: Transfer) -> None:
        """A transfer as a move, with its routes, their activities and the stays on the way."""
        unit = self._inventory.unit[transfer.unit]
        volume = -(-unit.equipment_m3 * transfer.staff // unit.staff)
        key = f"{transfer.unit}:{transfer.origin}>{transfer.destination}"
        waits = [
            s.building
            for s in self._logistics.swing_space
            if s.building not in (transfer.origin, transfer.destination) and self._fits(transfer, s.building)
        ]
        routes = []
        for via in ("", *waits):
            hops = (
                ((transfer.origin, transfer.destination),)
                if not via
                else ((transfer.origin, via), (via, transfer.destination))
            )
            legs: list[Leg] = []
            for number, (origin, destination) in enumerate(hops, start=1):
                leg_id = f"{key}@{via}/{number}" if via else key
                legs.append(self._leg(leg_id, key, transfer, origin, destination, volume, legs[-1] if legs else None))
            self._stay(key, via, transfer, tuple(legs))
            routes.append(Route(via=via, legs=tuple(legs)))
        self.moves.append(
            Move(
                id=key,
                unit=transfer.unit,
                origin=transfer.origin,
                destination=transfer.destination,
                staff=transfer.staff,
                volume_m3=volume,
                routes=tuple(routes),
            )
        )

    def new_posts(self, proposal: Proposal, found: tuple[Transfer, ...]) -> Iterator[Stay]:
        """The posts nobody moves into: filled when all else in their building is done, and it is to be had.

        That is when works in it are finished and all who leave it, from waiting too, are out: there is then as much
        room for them as the proposal says. All works and moves must have been added.
        """
        legs = [leg for m in self.moves for route in m.routes for leg in route.legs]
        for p in proposal.placements:
            came = sum(f.staff for f in found if (f.unit, f.destination) == (p.unit, p.building))
            staff = p.staff - came - self._inventory.unit[p.unit].staff_today(p.building)
            if staff > 0:
                works = [a.id for a in self.activities if a.kind is ActivityKind.WORK and a.building == p.building]
                first = self._inventory.building[p.building].available_from
                yield Stay(
                    unit=p.unit,
                    building=p.building,
                    staff=staff,
                    new=True,
                    after=(*works, *(leg.cleared for leg in legs if leg.origin == p.building)),
                    earliest=self._calendar.index(first) if first else 0,
                )

    def _fits(self, transfer: Transfer, building: str) -> bool:
        """Whether empty transit premises could hold the move at all; a way through others is not worth trying."""
        unit, premises = self._inventory.unit[transfer.unit], self._inventory.building[building]
        return all(n.hundredths(transfer.staff) <= 100 * premises.space(n.kind) for n in unit.needs)

    def _leg(
        self, key: str, move: str, transfer: Transfer, origin: str, destination: str, volume: int, before: Leg | None
    ) -> Leg:
        names: dict[ActivityKind, str] = {}
        chain = before.ready if before else ""
        for kind, building in (
            (ActivityKind.PACK, origin),
            (ActivityKind.MOVE, destination),
            (ActivityKind.IT, destination),
            (ActivityKind.CLEAN, origin),
        ):
            norm = self._logistics.norm(kind)
            days = norm.days(transfer.staff, volume)
            if not days and kind is not ActivityKind.MOVE:
                continue
            if kind is ActivityKind.CLEAN:
                chain = names[ActivityKind.MOVE]
            names[kind] = f"{kind}:{key}"
            self._add(
                Activity(
                    id=names[kind],
                    kind=kind,
                    days=max(1, days),
                    demands={norm.crew: norm.hands} if norm.crew and norm.hands else {},
                    after=(chain,) if chain else (),
                    leg=key,
                    unit=transfer.unit,
                    building=building,
                    cost_nok=self._cost(kind, transfer, max(1, days)),
                )
            )
            chain = names[kind]
        return Leg(
            id=key,
            move_id=move,
            unit=transfer.unit,
            origin=origin,
            destination=destination,
            staff=transfer.staff,
            volume_m3=volume,
            **{kind.value: names.get(kind, "") for kind in (ActivityKind.PACK, ActivityKind.MOVE, ActivityKind.IT)},
            clean=names.get(ActivityKind.CLEAN, ""),
        )

    def _stay(self, move: str, via: str, transfer: Transfer, legs: tuple[Leg, ...]) -> None:
        places = (transfer.origin, *(leg.destination for leg in legs))
        for i, building in enumerate(places):
            came, leaves = legs[i - 1] if i else None, legs[i] if i < len(legs) else None
            self.stays.append(
                Stay(
                    unit=transfer.unit,
                    building=building,
                    staff=transfer.staff,
                    since=came.move if came else "",
                    until=leaves.cleared if leaves else "",
                    open_from=came.ready if came else "",
                    open_until=leaves.move if leaves else "",
                    move=move,
                    via=via,
                    waiting=came is not None and leaves is not None,
                )
            )

    def _cost(self, kind: ActivityKind, transfer: Transfer, days: int) -> int:
        """The carrying costs what the norms say of moving; the rest costs its crew's days."""
        unit, norm = self._inventory.unit[transfer.unit], self._logistics.norm(kind)
        if kind is ActivityKind.MOVE:
            return transfer.staff * move_cost_per_employee_k100(unit, self._inventory.norms) * 10
        crew = next((c for c in self._logistics.crews if c.id == norm.crew), None)
        return days * norm.hands * crew.nok_per_day if crew else 0

    def _add(self, activity: Activity) -> None:
        norm, changes = self._logistics.norm(activity.kind), self._changes
        days = changes.days.get(activity.id, activity.days)
        earliest = max(
            changes.earliest.get(activity.id, self._first),
            changes.as_of if changes.as_of and activity.id not in changes.kept else self._first,
        )
        low, high = -(-days * norm.low_percent // 100), -(-days * norm.high_percent // 100)
        dearer = {c.id: max(0, c.overtime_nok_per_day - c.nok_per_day) for c in self._logistics.crews}
        self.activities.append(
            replace(
                activity,
                days=days,
                overtime_nok=days * sum(hands * dearer.get(crew, 0) for crew, hands in activity.demands.items()),
                earliest=self._calendar.index(earliest),
                low_days=max(1, low) if low != days else None,
                high_days=high if high != days else None,
            )
        )
