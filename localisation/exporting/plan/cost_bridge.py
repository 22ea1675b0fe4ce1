"""How what the plan costs follows from what the proposal was reckoned to cost."""

from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import PlanGiven
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.report_numbers import signed
from localisation.pictures.costs import costs
from localisation.pictures.money import currency
from localisation.rules.relocation.double_rent import DoubleRent
from localisation.texts import Texts

_MILLION = 1_000_000
_TELLING = 5_000
"""Less than this is rounding: a proposal is reckoned in whole thousands."""


def cost_bridge(run: FinishedPlan, t: Texts) -> tuple[str, ...]:
    """From the proposal's refurbishment and moving to the plan's sum, kind by kind; then what neither of them has.

    Empty where the plan is of no proposal, or costs nothing.
    """
    proposal = run.result.programme.proposal
    plan = _by_kind(run)
    if not proposal.placements or not any(plan.values()):
        return ()
    reckoned = costs(run.instance, proposal)
    before = {ActivityKind.WORK: 10 * reckoned.refurbishment, ActivityKind.MOVE: 10 * reckoned.moving}
    money = currency(run.instance.inventory.place.currency, t)
    more = {kind: plan[kind] - before.get(kind, 0) for kind in ActivityKind}
    holes = {
        "proposal": _told(sum(before.values()), t),
        "works": _told(before[ActivityKind.WORK], t),
        "moving": _told(before[ActivityKind.MOVE], t),
        "plan": _told(sum(plan.values()), t),
        "currency": money,
    }
    parts = [
        t("plan.bridge.part", what=_what(kind, run, t), amount=signed(n / _MILLION, t))
        for kind, n in more.items()
        if abs(n) >= _TELLING
    ]
    said = [t(f"plan.bridge.{'sum' if parts else 'same'}", **holes, **({"parts": "; ".join(parts)} if parts else {}))]
    return (*said, *_beside(run, reckoned.exit, money, t))


def _by_kind(run: FinishedPlan) -> dict[ActivityKind, int]:
    found = dict.fromkeys(ActivityKind, 0)
    for a in run.result.programme.activities:
        if step := run.result.plan.steps.get(a.id):
            found[a.kind] += a.price(overtime=step.overtime)
    return found


def _what(kind: ActivityKind, run: FinishedPlan, t: Texts) -> str:
    """The kind by name; more is carried in a plan than in a proposal when some move twice."""
    twice = kind is ActivityKind.MOVE and any(run.result.plan.via.values())
    return t("plan.bridge.twice" if twice else f"plan.kind.{kind}")


def _beside(run: FinishedPlan, leaving: int, money: str, t: Texts) -> list[str]:
    """Double rent and the cost of leases given up, which are in neither sum."""
    given = PlanGiven(instance=run.instance, programme=run.result.programme, units=run.instance.inventory.units)
    rent = DoubleRent().measure(given, run.result.plan) / DoubleRent.raw_per_unit * 1000
    found = {"double_rent": rent, "leaving": 10 * leaving}
    parts = [
        t("plan.bridge.beside_part", what=t(f"plan.bridge.{k}"), amount=_told(n, t)) for k, n in found.items() if n
    ]
    return [t("plan.bridge.beside", parts="; ".join(parts), currency=money)] if parts else []


def _told(amount: float, t: Texts) -> str:
    return t.number(amount / _MILLION, 1)
