"""The days a plan leads up to: works done, buildings taken into use, closed and handed back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from localisation.domain.instance import Instance
from localisation.domain.relocation.leases import handed_over
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Tenure
from localisation.pictures.plan.step_dates import date_at


class MilestoneKind(StrEnum):
    """What happens on the day."""

    WORKS_DONE = "works_done"
    OPENED = "opened"
    CLOSED = "closed"
    HANDED_OVER = "handed_over"
    """A lease is over: the building goes back to its owner."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Milestone:
    """A day and the building it is about; `option` is the refurbishment, for works."""

    day: date
    kind: MilestoneKind
    building: str
    option: str = ""


def milestones(instance: Instance, programme: Programme, plan: Plan) -> tuple[Milestone, ...]:
    """By day. A building left by all is closed or handed over on the working day after the last clearing.

    A building nobody used before opens on the first day somebody works there for good, in new posts too; works are done
    on the working day after their last.
    """
    inventory, calendar, found = instance.inventory, programme.calendar, []
    for work in programme.works:
        day = date_at(calendar, plan.steps[work.id].end)
        found.append(Milestone(day=day, kind=MilestoneKind.WORKS_DONE, building=work.building, option=work.option))
    legs = plan.legs(programme)
    final = {m.id: m.destination for m in programme.moves}
    for building in inventory.buildings:
        before, after = inventory.today.used(building.id), programme.proposal.used(building.id)
        came = [plan.steps[leg.ready].end for leg in legs if leg.destination == building.id == final[leg.move_id]]
        if before and not after and any(leg.origin == building.id for leg in legs):
            day = date_at(calendar, handed_over(programme, plan, building.id))
            kind = MilestoneKind.HANDED_OVER if building.tenure is Tenure.LEASED else MilestoneKind.CLOSED
            found.append(Milestone(day=day, kind=kind, building=building.id))
        came += [plan.presence(programme, s)[0] for s in programme.stays if s.new and s.building == building.id]
        if after and not before and came:
            day = date_at(calendar, min(came))
            found.append(Milestone(day=day, kind=MilestoneKind.OPENED, building=building.id))
    return tuple(sorted(found))
