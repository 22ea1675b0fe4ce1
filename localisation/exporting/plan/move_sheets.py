"""A sheet for each unit that moves: what it must know, on one page."""

from dataclasses import dataclass
from datetime import date

from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Leg
from localisation.domain.relocation.result import PlanResult
from localisation.exporting.plan.awaited import Because, awaited
from localisation.exporting.plan.contact_roles import ContactRoles
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.exporting.plan.waves import WaveMove, wave_moves
from localisation.pictures.plan.milestones import MilestoneKind, milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import date_at, step_dates
from localisation.texts import Texts

_MOST_TOLD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStep:
    """What is done, from the first to the last day, by whose hands."""

    what: str
    first: date
    last: date
    crew: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLeg:
    """One carrying: from where to where, how many and how much, step by step; what comes before and what after.

    `estimates` are the words for what of its steps is estimated: duration, hands.
    """

    origin: str
    origin_address: str
    destination: str
    destination_address: str
    staff: int
    volume_m3: int
    transit: bool
    onward: bool
    open: date
    staff_estimated: bool
    volume_estimated: bool
    estimates: tuple[str, ...]
    steps: tuple[SheetStep, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSheet:
    """A unit, the roles to ask (never a person), and its moves by day."""

    unit: str
    name: str
    area: str
    contacts: tuple[str, ...]
    legs: tuple[SheetLeg, ...]


def move_sheets(instance: Instance, result: PlanResult, t: Texts) -> tuple[MoveSheet, ...]:
    """One sheet a unit that moves, in the order of the inventory."""
    maker = _Maker(instance, result, t)
    return tuple(sheet for unit in instance.inventory.units if (sheet := maker.sheet(unit.id)).legs)


class _Maker:
    def __init__(self, instance: Instance, result: PlanResult, t: Texts) -> None:
        self._instance, self._inventory, self._t = instance, instance.inventory, t
        self._programme, self._plan = result.programme, result.plan
        self._names = PlanNames(instance, result.programme, t)
        self._moves = wave_moves(result)
        self._rests = RestsOnEstimates(instance)
        self._awaited = awaited(instance, result)
        self._milestones = milestones(instance, result.programme, result.plan)

    def sheet(self, key: str) -> MoveSheet:
        """The sheet of a unit, without legs when it does not move."""
        unit = self._inventory.unit[key]
        roles = ContactRoles(self._names, self._t)
        area = self._inventory.shown(unit.service_area, self._t.language)
        return MoveSheet(
            unit=key,
            name=unit.name,
            area=area,
            contacts=(roles.unit(key), roles.coordinator),
            legs=tuple(self._leg(m) for m in self._moves if m.leg.unit == key),
        )

    def _leg(self, move: WaveMove) -> SheetLeg:
        leg, buildings = move.leg, self._inventory.building
        return SheetLeg(
            origin=self._names.building(leg.origin),
            origin_address=buildings[leg.origin].address,
            destination=self._names.building(leg.destination),
            destination_address=buildings[leg.destination].address,
            staff=leg.staff,
            volume_m3=leg.volume_m3,
            transit=move.transit,
            onward=move.onward,
            open=move.open,
            staff_estimated=self._rests.staff(leg.unit),
            volume_estimated=self._rests.volume(leg.unit),
            estimates=self._estimates(leg),
            steps=tuple(self._step(a) for a in sorted(leg.activities, key=lambda a: self._plan.steps[a].start)),
            before=self._before(move),
            after=self._after(move),
        )

    def _estimates(self, leg: Leg) -> tuple[str, ...]:
        steps = [self._programme.activity[key] for key in leg.activities]
        asked = {"duration": self._rests.duration, "hands": self._rests.hands}
        return tuple(self._t(f"plan.rests_on.{word}") for word, ask in asked.items() if any(map(ask, steps)))

    def _step(self, key: str) -> SheetStep:
        activity, step = self._programme.activity[key], self._plan.steps[key]
        first, last = step_dates(self._programme.calendar, step)
        crew = self._names.crews(activity) or self._t("plan.sheet.own_hands")
        if step.overtime:
            crew = f"{crew} ({self._t('plan.gantt.overtime')})"
        return SheetStep(what=self._names.kind(activity), first=first, last=last, crew=crew)

    def _before(self, move: WaveMove) -> tuple[str, ...]:
        """What must have happened at the destination: works, those who must leave first, the building being ready."""
        place, told = move.leg.destination, []
        opens = self._inventory.building[place].available_from
        if opens:
            told.append((opens, self._t("plan.sheet.available", building=self._names.building(place), day=opens)))
        left = {a.activity for a in self._awaited[move.leg.move] if a.because is Because.VACATED}
        for work in self._programme.works:
            day = step_dates(self._programme.calendar, self._plan.steps[work.id])[1]
            if work.building == place and day <= move.first:
                told.append((day, self._t("plan.sheet.works", work=self._names.work_at(work), day=day)))
        for other in self._moves:
            if other.leg.cleared in left and other.leg.unit != move.leg.unit:
                told.append((other.cleared, self._told("leaves", other.leg, other.leg.origin, other.cleared)))
            if move.onward and other.leg.destination == move.leg.origin and other.leg.move_id == move.leg.move_id:
                told.append((other.open, self._told("came", other.leg, other.leg.destination, other.open)))
        return tuple(text for _, text in sorted(told)[-_MOST_TOLD:])

    def _after(self, move: WaveMove) -> tuple[str, ...]:
        """What becomes of the rooms that are left, and where the unit goes next."""
        place, told = move.leg.origin, []
        for other in self._moves:
            if other.leg.destination == place and other.first >= move.last and other.leg.unit != move.leg.unit:
                told.append((other.first, self._told("enters", other.leg, place, other.first)))
            if move.transit and other.leg.move_id == move.leg.move_id and other.onward:
                told.append((other.first, self._told("onward", other.leg, other.leg.destination, other.first)))
        for work in self._programme.works:
            day = date_at(self._programme.calendar, self._plan.steps[work.id].start)
            if work.building == place and day >= move.last:
                told.append((day, self._t("plan.sheet.works_begin", work=self._names.work_at(work), day=day)))
        for m in self._milestones:
            if m.building == place and m.kind in {MilestoneKind.CLOSED, MilestoneKind.HANDED_OVER}:
                told.append((m.day, self._t(f"plan.sheet.{m.kind}", building=self._names.building(place), day=m.day)))
        return tuple(text for _, text in sorted(told)[:_MOST_TOLD])

    def _told(self, key: str, leg: Leg, place: str, day: date) -> str:
        unit, building = self._names.unit(leg.unit), self._names.building(place)
        return self._t(f"plan.sheet.{key}", unit=unit, building=building, staff=leg.staff, day=day)
