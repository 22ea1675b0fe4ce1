"""How what the plan costs follows from what the proposal was reckoned to cost."""

from localisation.domain.costs import thousands
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.programme import PlanGiven
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.report_numbers import signed
from localisation.pictures.costs import costs
from localisation.pictures.money import currency
from localisation.rules.relocation.double_rent import DoubleRent
from localisation.texts import Texts


def cost_bridge(run: FinishedPlan, t: Texts) -> tuple[str, ...]:
    """From the proposal's refurbishment and moving to the plan's sum in thousands; then what neither of them has.

    Empty where the plan is of no proposal, or costs nothing.
    """
    proposal = run.result.programme.proposal
    plan = _by_kind(run)
    if not proposal.placements or not any(plan.values()):
        return ()
    reckoned = costs(run.instance, proposal)
    before = {
        ActivityKind.WORK: thousands(10 * reckoned.refurbishment),
        ActivityKind.MOVE: thousands(10 * reckoned.moving),
    }
    money = currency(run.instance.inventory.place.currency, t)
    more = {kind: plan[kind] - before.get(kind, 0) for kind in ActivityKind}
    parts = [t("plan.bridge.part", what=_what(k, run, t), amount=signed(n, t, 0)) for k, n in more.items() if n]
    said = t(
        f"plan.bridge.{'sum' if parts else 'same'}",
        proposal=sum(before.values()),
        works=before[ActivityKind.WORK],
        moving=before[ActivityKind.MOVE],
        plan=sum(plan.values()),
        currency=money,
        parts="; ".join(parts),
    )
    return (said, *_beside(run, reckoned.exit, money, t))


def _by_kind(run: FinishedPlan) -> dict[ActivityKind, int]:
    """Whole thousands, so that what is told adds up."""
    found = dict.fromkeys(ActivityKind, 0)
    for a in run.result.programme.activities:
        if step := run.result.plan.steps.get(a.id):
            found[a.kind] += a.price(overtime=step.overtime)
    return {kind: thousands(amount) for kind, amount in found.items()}


def _what(kind: ActivityKind, run: FinishedPlan, t: Texts) -> str:
    """The kind by name; more is carried in a plan than in a proposal when some move twice."""
    twice = kind is ActivityKind.MOVE and any(run.result.plan.via.values())
    return t("plan.bridge.twice" if twice else f"plan.kind.{kind}")


def _beside(run: FinishedPlan, leaving: int, money: str, t: Texts) -> list[str]:
    """Double rent and the cost of leases given up, which are in neither sum."""
    given = PlanGiven(instance=run.instance, programme=run.result.programme, units=run.instance.inventory.units)
    rent = round(DoubleRent().measure(given, run.result.plan) / DoubleRent.raw_per_unit)
    found = {"double_rent": rent, "leaving": thousands(10 * leaving)}
    parts = [t("plan.bridge.part", what=t(f"plan.bridge.{k}"), amount=t.number(n)) for k, n in found.items() if n]
    return [t("plan.bridge.beside", parts="; ".join(parts), currency=money)] if parts else []
