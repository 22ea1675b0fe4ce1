"""The waves: who is moved in which week."""

from dataclasses import dataclass
from datetime import date

from localisation.domain.relocation.programme import Leg
from localisation.domain.relocation.result import PlanResult
from localisation.pictures.plan.step_dates import date_at, step_dates
from localisation.pictures.plan.transit_weeks import monday


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveMove:
    """A leg that takes place: when packing begins, the first and last day of carrying, the day work goes on there.

    `transit` says that it leads to transit premises, `onward` that it comes from them.
    """

    leg: Leg
    packing: date
    first: date
    last: date
    open: date
    cleared: date
    transit: bool
    onward: bool
    overtime: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """The moves whose carrying begins in the week of a Monday, by day."""

    monday: date
    moves: tuple[WaveMove, ...]

    @property
    def staff(self) -> int:
        """How many are moved."""
        return sum(m.leg.staff for m in self.moves)

    @property
    def volume_m3(self) -> int:
        """How much is carried."""
        return sum(m.leg.volume_m3 for m in self.moves)


def waves(result: PlanResult) -> tuple[Wave, ...]:
    """Every week in which somebody is moved."""
    weeks: dict[date, list[WaveMove]] = {}
    for move in wave_moves(result):
        weeks.setdefault(monday(move.first), []).append(move)
    return tuple(Wave(monday=week, moves=tuple(moves)) for week, moves in sorted(weeks.items()))


def wave_moves(result: PlanResult) -> tuple[WaveMove, ...]:
    """Every leg that takes place, by the first day of its carrying."""
    programme, plan = result.programme, result.plan
    calendar, found = programme.calendar, []
    for move in programme.moves:
        route = plan.route(programme, move.id)
        for number, leg in enumerate(route.legs if route else ()):
            assert route is not None
            first, last = step_dates(calendar, plan.steps[leg.move])
            found.append(
                WaveMove(
                    leg=leg,
                    packing=date_at(calendar, plan.steps[leg.first].start),
                    first=first,
                    last=last,
                    open=date_at(calendar, plan.steps[leg.ready].end),
                    cleared=step_dates(calendar, plan.steps[leg.cleared])[1],
                    transit=number + 1 < len(route.legs),
                    onward=number > 0,
                    overtime=any(plan.steps[a].overtime for a in leg.activities),
                )
            )
    return tuple(sorted(found, key=lambda m: (m.first, m.last, m.leg.id)))
