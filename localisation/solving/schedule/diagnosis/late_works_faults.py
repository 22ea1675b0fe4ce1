"""Works reported late when others have moved by the plan already: who, and when."""

from collections.abc import Iterator

from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Leg, Programme
from localisation.solving.schedule.diagnosis.diagnosis import PlanFault


def late_works_faults(programme: Programme, changes: Changes | None) -> Iterator[PlanFault]:
    """What may be why nothing can be planned after works are late; only told when there is no plan.

    Those who moved into the building before the works were finished; and those who moved, by the plan, into a building
    from which somebody was to move out who has not, as the works are late.
    """
    if changes is None or changes.adopted is None:
        return
    adopted = changes.adopted
    legs = adopted.legs(programme)
    moved = [leg for leg in legs if leg.move in changes.kept and leg.move in adopted.steps]
    for work in (w for w in programme.works if w.id in changes.days and w.id in changes.kept and w.id in adopted.steps):
        begun, ended = adopted.steps[work.id].start, adopted.steps[work.id].end
        finished = programme.calendar.days[ended - 1]
        for leg in moved:
            if leg.destination == work.building and begun < adopted.steps[leg.move].start < ended:
                yield PlanFault(
                    code="kept_entered",
                    activities=(work.id, leg.move),
                    holes={"finished": finished, "day": _day(programme, adopted, leg)},
                )
        for leg in legs:
            if leg.destination == work.building and leg.move not in changes.kept and leg.cleared in adopted.steps:
                for other in moved:
                    if other.destination == leg.origin and _after(adopted, other, leg):
                        days = {"left": _day(programme, adopted, leg), "day": _day(programme, adopted, other)}
                        yield PlanFault(
                            code="kept_room",
                            activities=(work.id, leg.move, other.move),
                            holes={"finished": finished, **days},
                        )


def _after(adopted: Plan, other: Leg, leg: Leg) -> bool:
    """Whether one came by the plan when another's rooms were free."""
    return adopted.steps[leg.cleared].end <= adopted.steps[other.move].start


def _day(programme: Programme, adopted: Plan, leg: Leg) -> object:
    return programme.calendar.days[adopted.steps[leg.move].start]
