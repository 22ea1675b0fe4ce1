"""Rules of the plainest kind, so that the model can be tried without the real ones."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import Block, RelocationMeasure, RelocationModel, RelocationRequirement


class Hands(RelocationRequirement):
    """No crew has more to do than it has hands."""

    name: ClassVar[str] = "small_hands"
    speaks_of: ClassVar[tuple[str, ...]] = ("crew",)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for crew in given.programme.crews:
            blocks = []
            for a in given.programme.activities:
                n = a.demands.get(crew.id, 0)
                when = model.takes_place(a.id) - model.overtime(a.id)
                blocks.append(Block(start=model.start(a.id), end=model.end(a.id), demand=n, when=when))
            model.at_once(blocks, crew.size, (crew.id,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        breaches = []
        for crew in given.programme.crews:
            for day in range(len(given.programme.calendar)):
                steps = ((i, s) for i, s in plan.steps.items() if s.start <= day < s.end and not s.overtime)
                if sum(given.programme.activity[i].demands.get(crew.id, 0) for i, _ in steps) > crew.size:
                    breaches.append(Breach(about=(crew.id,)))
                    break
        return breaches


class Room(RelocationRequirement):
    """There is room for all who are in a building, `places` for each."""

    name: ClassVar[str] = "small_room"
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    places: tuple[str, ...]
    """Building=places."""

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        beginning, end = Linear(), Linear(constant=len(given.programme.calendar))
        for building, places in (p.split("=") for p in self.places):
            blocks = [
                Block(
                    start=model.start(s.since) if s.since else beginning,
                    end=model.end(s.until) if s.until else end,
                    demand=s.staff,
                    when=model.goes(s.move, s.via) if s.move else Linear(constant=1),
                )
                for s in given.programme.stays
                if s.building == building
            ]
            model.at_once(blocks, int(places), (building,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        breaches = []
        for building, places in (p.split("=") for p in self.places):
            stays = [
                (s.staff, *plan.presence(given.programme, s))
                for s in plan.stays(given.programme)
                if s.building == building
            ]
            for day in range(len(given.programme.calendar)):
                if sum(staff for staff, first, last in stays if first <= day < last) > int(places):
                    breaches.append(Breach(about=(building,)))
                    break
        return breaches


class Works(RelocationRequirement):
    """There is room in a building for all who are in it, and part of it is shut from the first to the last of works.

    Works are the activities whose ids begin with "works".
    """

    name: ClassVar[str] = "small_works"
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    building: str
    places: int
    closed: int

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        days, works = len(given.programme.calendar), _works(given)
        stays = [s for s in given.programme.stays if s.building == self.building]
        blocks = [
            Block(
                start=model.start(s.since) if s.since else Linear(),
                end=model.end(s.until) if s.until else Linear(constant=days),
                demand=s.staff,
                when=model.goes(s.move, s.via),
            )
            for s in stays
        ]
        begun, ended = model.whole(0, days, "begun"), model.whole(0, days, "ended")
        for work in works:
            model.always(begun <= model.start(work))
            model.always(ended >= model.end(work))
        model.at_once([*blocks, Block(start=begun, end=ended, demand=self.closed)], self.places, (self.building,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        stays = [
            (s.staff, *plan.presence(given.programme, s))
            for s in plan.stays(given.programme)
            if s.building == self.building
        ]
        steps = [plan.steps[work] for work in _works(given)]
        shut = range(min(s.start for s in steps), max(s.end for s in steps))
        for day in range(len(given.programme.calendar)):
            there = sum(staff for staff, first, last in stays if first <= day < last)
            if there > self.places - (self.closed if day in shut else 0):
                return [Breach(about=(self.building,))]
        return []


def _works(given: PlanGiven) -> list[str]:
    return [a.id for a in given.programme.activities if a.id.startswith("works")]


class Makespan(RelocationMeasure):
    """Working days until everything is done."""

    name: ClassVar[str] = "small_makespan"
    unit: ClassVar[str] = "days"

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        last = model.whole(0, len(given.programme.calendar), "makespan")
        for a in given.programme.activities:
            model.always(last >= model.end(a.id), when=model.takes_place(a.id))
        model.charge(last)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        return max((s.end for s in plan.steps.values()), default=0)


class Waiting(RelocationMeasure):
    """Staff moved through transit premises."""

    name: ClassVar[str] = "small_waiting"
    unit: ClassVar[str] = "people"

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for m in given.programme.moves:
            for r in m.routes:
                if r.via:
                    model.charge(model.goes(m.id, r.via) * m.staff)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        return sum(m.staff for m in given.programme.moves if plan.via.get(m.id))


class Overtime(RelocationMeasure):
    """Activities done on overtime."""

    name: ClassVar[str] = "small_overtime"
    unit: ClassVar[str] = "days"

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for a in given.programme.activities:
            model.charge(model.overtime(a.id))

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        return sum(s.overtime for s in plan.steps.values())


class SumOfEnds(RelocationMeasure):
    """Working days until each activity is done, added up."""

    name: ClassVar[str] = "small_sum"
    unit: ClassVar[str] = "days"

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for a in given.programme.activities:
            model.charge(model.end(a.id))

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        return sum(s.end for s in plan.steps.values())


SMALL_RULES = {rule.name: rule for rule in (Hands, Room, Works, Makespan, Waiting, Overtime, SumOfEnds)}
