"""How far a plan is from the one adopted before it."""

from typing import ClassVar

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Move, PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import ALWAYS, RelocationMeasure, RelocationModel


class PlanDeviation(RelocationMeasure):
    """Staff times the working days their move starts earlier or later than adopted; and for works, the days alone.

    A move starts when its first carrying does, whatever way it goes. Moves are those of the selected units; works are
    all of them. Without an adopted plan, or for what is not in it, there is nothing to differ from. The stability of
    reactive scheduling (Herroelen & Leus 2004).
    """

    name: ClassVar[str] = "plan_deviation"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    unit: ClassVar[str] = "person_days"
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for work in given.programme.works:
            adopted = given.programme.adopted_starts.get(work.id)
            if adopted is not None:
                model.charge(_away(model, given, [(model.start(work.id), ALWAYS)], adopted, work.id))
        for move in given.moves:
            adopted = _adopted(given, move)
            if adopted is not None:
                starts = [(model.start(r.legs[0].move), model.goes(move.id, r.via)) for r in move.routes]
                model.charge(_away(model, given, starts, adopted, move.id) * move.staff)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        amount, before = 0, given.programme.adopted_starts
        for work in given.programme.works:
            start = plan.steps[work.id].start
            amount += abs(start - before.get(work.id, start))
        for move in given.moves:
            own = [plan.steps[leg.move].start for leg in plan.legs(given.programme) if leg.move_id == move.id]
            adopted = _adopted(given, move)
            amount += move.staff * abs(min(own) - adopted) if adopted is not None else 0
        return amount


def _adopted(given: PlanGiven, move: Move) -> int | None:
    """The day the move's first carrying started in the adopted plan, which went one of its ways."""
    starts = (given.programme.adopted_starts.get(route.legs[0].move) for route in move.routes)
    return next((start for start in starts if start is not None), None)


def _away(
    model: RelocationModel, given: PlanGiven, starts: list[tuple[Linear, Linear]], adopted: int, name: str
) -> Linear:
    """At least the days between the start that counts and the adopted one."""
    days = model.whole(0, len(given.programme.calendar) + adopted, f"away from {name}")
    for start, when in starts:
        model.always(days >= start - adopted, when=when)
        model.always(days >= adopted - start, when=when)
    return days
