"""The village's move planned by hand: works on the square first, then accounts and the service point change places.

Indexes of working days from Monday 6 January 2020. The works take 40 days (0 to 40). The service point goes to the hall
and accounts to the square; two movers carry, one move a day.
"""

from datetime import date

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, Crew, Logistics
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.domain.scenario import PlanSettings, SolveLimits
from tests.rules import village

LOGISTICS = Logistics(
    crews=(Crew(id="movers", name="Flyttere", name_en="Movers", size=2),),
    norms=(
        ActivityNorm(kind=ActivityKind.PACK, staff_per_day=4),
        ActivityNorm(kind=ActivityKind.MOVE, crew="movers", hands=2, staff_per_day=10, m3_per_day=10),
        ActivityNorm(kind=ActivityKind.IT, min_days=1),
    ),
)
WORK = "work:extension"
ACCOUNTS, POINT = "accounts:hall>square", "point:square>hall"
PROPOSAL = village.proposal("square", "hall", extension=True)


def instance(*criteria: Criterion, logistics: Logistics = LOGISTICS, until: date = date(2020, 6, 30)) -> Instance:
    old = village.INVENTORY
    fields = {name: getattr(old, name) for name in type(old).model_fields}
    settings = PlanSettings(start=date(2020, 1, 6), until=until, solve=SolveLimits(time_limit_s=20, workers=1))
    scenario = village.SCENARIO.model_copy(update={"planning": settings})
    inventory = Inventory(**(fields | {"logistics": logistics}))
    return Instance(
        inventory=inventory, criteria=(), scenario=scenario, travel=village.TRAVEL, relocation_criteria=criteria
    )


def programme(case: Instance | None = None) -> Programme:
    return programme_of(case or instance(), PROPOSAL)


def adopted() -> Plan:
    """Works 0-40; accounts packs 38-40, is carried on 40, works again from 42; the point 41-42, carried on 42."""
    steps = {
        WORK: (0, 40),
        f"pack:{ACCOUNTS}": (38, 40),
        f"move:{ACCOUNTS}": (40, 41),
        f"it:{ACCOUNTS}": (41, 42),
        f"pack:{POINT}": (41, 42),
        f"move:{POINT}": (42, 43),
        f"it:{POINT}": (43, 44),
    }
    made = {a: Step(start=s, end=e) for a, (s, e) in steps.items()}
    return Plan(steps=made, via={ACCOUNTS: "", POINT: ""})
