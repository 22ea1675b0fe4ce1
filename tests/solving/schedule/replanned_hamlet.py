"""Accounts and the service point of the hamlet change places, on a calendar long enough to plan anew on.

Working days count from Monday 9 March 2020; the works take five, each step of a move one, one mover carries for both.
The barracks may be used to wait in all the time, when there is transit.
"""

from dataclasses import replace
from datetime import date

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import Logistics, SwingSpace
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import PlanSettings, SolveLimits
from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.replanning.replan import changes_of
from localisation.solving.schedule.replanning.replanned import Replanned, replanned
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.schedule.verify import assess_plan
from tests.rules.relocation import hamlet
from tests.solving.sample import criterion

HANDS = criterion("K-hender", "crew_capacity")
SOON = criterion("V-ferdig", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=60)
ACCOUNTS, POINT = hamlet.AWAY, hamlet.BACK
MOVES_ONLY = Proposal(placements=hamlet.SWAP.placements)


def instance(
    *criteria: Criterion, transit: bool = True, slack: int = 0, logistics: Logistics = hamlet.LOGISTICS
) -> Instance:
    """The question about the hamlet, with these criteria on who moves when."""
    swing = (SwingSpace(building="barracks", nok_per_month=10_000),) if transit else ()
    logistics = logistics.model_copy(update={"swing_space": swing})
    fields = {name: getattr(hamlet.INVENTORY, name) for name in type(hamlet.INVENTORY).model_fields}
    settings = PlanSettings(
        start=hamlet.MONDAY,
        until=date(2020, 5, 29),
        level_slack_percent=slack,
        solve=SolveLimits(time_limit_s=20, workers=1),
    )
    return replace(
        hamlet.INSTANCE,
        inventory=Inventory(**(fields | {"logistics": logistics})),
        scenario=hamlet.SCENARIO.model_copy(update={"planning": settings}),
        relocation_criteria=criteria,
    )


def planned(case: Instance, proposal: Proposal = MOVES_ONLY) -> PlanResult:
    """A first plan."""
    return solve_plan(case, proposal)


def told(case: Instance, before: PlanResult, day: int, *delays: str, done: tuple[str, ...] = ()) -> Changes:
    """What someone says on a day, on top of what the plan already had to reckon with."""
    as_of = before.programme.calendar.days[day]
    said = changes_of(case, before.programme, before.plan, as_of=as_of, done=done, delays=delays)
    return said.on_top_of(before.changes)


def anew(case: Instance, before: PlanResult, day: int, *delays: str, done: tuple[str, ...] = ()) -> Replanned:
    """The plan made anew on that day."""
    proposal = before.programme.proposal
    return replanned(case, proposal, before.plan, told(case, before, day, *delays, done=done))


def wrong(found: Replanned) -> list[str]:
    """What an independent check has against a plan made anew: faults, broken musts, kept steps that are otherwise.

    The programme is derived again, as when the plan is read from its file.
    """
    changes, plan = found.result.changes, found.result.plan
    assert changes is not None
    assert changes.adopted is not None
    programme = programme_of(found.instance, found.result.programme.proposal, changes)
    assessment = assess_plan(found.instance, programme, plan)
    faults = [f"fault {b.about}" for b in assessment.structural]
    faults += [f"broken {r.criterion.id}" for r in assessment.broken_musts]
    faults += [f"goal {assessment.goal}"] if assessment.goal != found.result.assessment.goal else []
    adopted = changes.adopted.steps
    faults += [f"not kept {a}" for a in sorted(changes.kept) if a in adopted and plan.steps.get(a) != adopted[a]]
    late = [
        a for a, s in plan.steps.items() if a not in changes.kept and programme.calendar.days[s.start] < changes.as_of
    ]
    return faults + [f"in the past {a}" for a in late]
