"""A service is always open somewhere in every place."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven, Stay
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.filled import filled
from localisation.rules.linear import Linear
from localisation.rules.parameters import PlaceIds
from localisation.rules.relocation.base import Block, RelocationModel, RelocationRequirement


class OpenInEach(RelocationRequirement):
    """On every working day at least one part of the selected units is open in each local centre or district.

    about: (place,). Without `places` it speaks of those that have a part of the units both today and in the proposal. A
    part is open where it stays until its carrying starts, and again from when it is at work where it comes, in
    transit premises too; new posts are open from when they are filled. To the solver, what is forbidden is that all
    parts are closed at once; the stays of a route stand in the programme in the order of time.
    """

    name: ClassVar[str] = "open_in_each"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "buildings.centre")
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    per: Literal["centre", "district"] = "district"
    places: PlaceIds = ()

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        selected = {u.id for u in given.units}
        stays = [s for s in given.programme.stays if s.unit in selected]
        by_route: dict[tuple[str, str], list[Stay]] = {}
        for stay in stays:
            by_route.setdefault((stay.move, stay.via), []).append(stay)
        for place in self._wanted(given):
            there = [s for s in stays if self._place(given, s.building) == place]
            if any(not s.move and not s.new for s in there):
                continue
            new = [filled(model, given, s) for s in there if s.new]
            moves = [m for m in given.moves if any(s.move == m.id for s in there)]
            closed = [
                Block(start=start, end=end, demand=1, when=model.goes(move.id, route.via))
                for move in moves
                for route in move.routes
                for start, end in self._closed(model, given, by_route.get((move.id, route.via), []), place)
            ]
            closed += [Block(start=Linear(), end=day, demand=1) for day in new]
            if moves or new:
                model.at_once(closed, len(moves) + len(new) - 1, about=(place,))
            else:
                model.require(Linear() >= 1, about=(place,))

    def _closed(
        self, model: RelocationModel, given: PlanGiven, stays: Sequence[Stay], place: str
    ) -> list[tuple[Linear, Linear]]:
        """The stretches of days on which a move that goes this way is not open in the place."""
        closed, since = [], Linear()
        for stay in (s for s in stays if self._place(given, s.building) == place):
            if stay.open_from:
                closed.append((since, model.end(stay.open_from)))
            if not stay.open_until:
                return closed
            since = model.start(stay.open_until)
        return [*closed, (since, Linear(constant=len(given.programme.calendar)))]

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        days = given.programme.calendar.days
        open_days: dict[str, set[int]] = {}
        selected = {u.id for u in given.units}
        for stay in plan.stays(given.programme):
            if stay.unit in selected:
                place = self._place(given, stay.building)
                open_days.setdefault(place, set()).update(range(*plan.open(given.programme, stay)))
        breaches = []
        for place in self._wanted(given):
            shut = [day for day in range(len(days)) if day not in open_days.get(place, ())]
            if shut:
                breaches.append(Breach(about=(place,), holes={"day": days[shut[0]], "count": len(shut)}))
        return breaches

    def _place(self, given: PlanGiven, building: str) -> str:
        premises = given.inventory.building[building]
        return premises.centre if self.per == "centre" else premises.district

    def _wanted(self, given: PlanGiven) -> tuple[str, ...]:
        if self.places:
            return tuple(dict.fromkeys(self.places))
        today = {self._place(given, s.building): None for u in given.units for s in u.today}
        after = {self._place(given, b) for u in given.units for b in given.programme.proposal.sites(u.id)}
        return tuple(place for place in today if place in after)
