"""Leases on paper: the barracks are leased, four leave them for the hall, and five wait there before the square."""

from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.leases import handed_over, overlap_days
from localisation.domain.relocation.plan import Plan
from localisation.domain.unit import Seat
from localisation.domain.vocabulary import Tenure
from localisation.pictures.plan.milestones import MilestoneKind, milestones
from tests.rules.relocation.hamlet import AWAY, BUILDINGS, INSTANCE, INVENTORY, POINT, leg_steps

OUT = Proposal(
    placements=(
        Placement(unit="accounts", building="square", staff=5),
        Placement(unit="point", building="hall", staff=4),
    )
)


def hamlet() -> Instance:
    fields = {name: getattr(INVENTORY, name) for name in type(INVENTORY).model_fields}
    leased = tuple(b.model_copy(update={"tenure": Tenure.LEASED}) if b.id == "barracks" else b for b in BUILDINGS)
    point = POINT.model_copy(update={"today": (Seat(building="barracks", staff=4),)})
    accounts = next(u for u in INVENTORY.units if u.id == "accounts")
    return replace(INSTANCE, inventory=Inventory(**(fields | {"buildings": leased, "units": (accounts, point)})))


def test_a_lease_is_not_handed_over_while_somebody_waits_there() -> None:
    programme = programme_of(hamlet(), OUT)
    # The point is carried out on Tuesday the 10th (day 1). Accounts waits until cleared on Thursday the 19th (day 8).
    waits = {**leg_steps(f"{AWAY}@barracks/1", 2), **leg_steps(f"{AWAY}@barracks/2", 6)}
    through = Plan(steps=leg_steps("point:barracks>hall", 0) | waits, via={AWAY: "barracks"})
    straight = Plan(steps=leg_steps("point:barracks>hall", 0) | leg_steps(AWAY, 2))
    for plan, day, days in ((through, 9, 10), (straight, 3, 2)):
        assert handed_over(programme, plan, "barracks") == day
        assert overlap_days(hamlet().inventory, programme, plan)["barracks"] == days
        dates = [m.day for m in milestones(hamlet(), programme, plan) if m.kind is MilestoneKind.HANDED_OVER]
        assert dates == [programme.calendar.days[day]]
