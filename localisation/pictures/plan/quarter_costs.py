"""What the plan costs quarter by quarter, against the budget when a criterion has one."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.costs import thousands
from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.relocation.quarters import quarter_amounts, quarter_of
from localisation.pictures.layers import Spec
from localisation.pictures.money import currency
from localisation.pictures.palette import CLOSED, FLOW, KEPT, NEW
from localisation.pictures.plan.gantt_bars import PACKING
from localisation.pictures.plan.stacked_columns import Part, Stacked, even_ticks, stacked_columns
from localisation.pictures.plan.step_dates import step_dates
from localisation.pictures.twin import Twin
from localisation.rules.relocation.budget_overrun import BudgetOverrun
from localisation.rules.statement import rule_of
from localisation.texts import Texts
from localisation.texts.quarter_name import quarter_name

_FILLS = {
    ActivityKind.WORK: KEPT,
    ActivityKind.TASK: KEPT,
    ActivityKind.PACK: PACKING,
    ActivityKind.MOVE: NEW,
    ActivityKind.IT: FLOW,
    ActivityKind.CLEAN: CLOSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterCost:
    """What is booked on a quarter ("2020-Q1") by kind of activity, in whole currency units.

    `budget` is 0 where the budget does not name the quarter, and None when there is no budget at all.
    """

    quarter: str
    amounts: Mapping[ActivityKind, int]
    budget: int | None

    @property
    def total(self) -> int:
        """All kinds together."""
        return sum(self.amounts.values())


def quarter_costs(instance: Instance, programme: Programme, plan: Plan) -> tuple[QuarterCost, ...]:
    """Every quarter from the first with a cost or a budget to the last; a cost is booked on an activity's last day."""
    booked: dict[str, dict[ActivityKind, int]] = {}
    for activity in programme.activities:
        if activity.id in plan.steps and (cost := activity.price(overtime=plan.steps[activity.id].overtime)):
            _, last = step_dates(programme.calendar, plan.steps[activity.id])
            amounts = booked.setdefault(quarter_of(last), {})
            amounts[activity.kind] = amounts.get(activity.kind, 0) + cost
    budget = budget_of(instance)
    named = sorted({*booked, *(budget or {})})
    return tuple(
        QuarterCost(
            quarter=quarter,
            amounts=booked.get(quarter, {}),
            budget=None if budget is None else 1000 * budget.get(quarter, 0),
        )
        for quarter in (_between(named[0], named[-1]) if named else ())
    )


def _between(first: str, last: str) -> list[str]:
    """Every quarter from the first to the last."""
    year, number = int(first[:4]), int(first[-1])
    found = [first]
    while found[-1] < last:
        year, number = year + number // 4, number % 4 + 1
        found.append(f"{year}-Q{number}")
    return found


def budget_of(instance: Instance) -> dict[str, int] | None:
    """The budget by quarter in thousands of the first criterion that has one; None when none has."""
    for criterion in instance.relocation_criteria:
        rule = rule_of(criterion)
        if isinstance(rule, BudgetOverrun):
            return dict(quarter_amounts(rule.budget))
    return None


def cost_chart(instance: Instance, programme: Programme, plan: Plan, t: Texts, *, width: int = 1200) -> Spec:
    """One column a quarter in millions, stacked by kind of activity; the broken line is the budget."""
    found = quarter_costs(instance, programme, plan)
    money = currency(instance.inventory.place.currency, t)
    parts = [Part(key=k, name=t(f"plan.kind.{k}"), fill=_FILLS[k]) for k in _kinds(found)]
    columns = [
        Stacked(
            name=t("plan.quarter", quarter=c.quarter[-1]),
            amounts={k: n / 1e6 for k, n in c.amounts.items()},
            tips={
                k: t(
                    "plan.costs.tip",
                    kind=t(f"plan.kind.{k}"),
                    quarter=quarter_name(c.quarter, t),
                    amount=_millions(n, t),
                    currency=money,
                )
                for k, n in c.amounts.items()
            },
            label=_millions(c.total, t) if c.total else "",
            group=c.quarter[:4] if c.quarter.endswith("1") or c is found[0] else "",
            limit=None if c.budget is None else c.budget / 1e6,
        )
        for c in found
    ]
    most = max((max(c.total, c.budget or 0) for c in found), default=0) / 1e6
    steps = even_ticks(most)
    decimals = 0 if all(v == int(v) for v in steps) else 1 if all(10 * v == int(10 * v) for v in steps) else 2
    ticks = {value: t.number(value, decimals) for value in steps}
    alt = t("plan.costs.alt_budget" if any(c.budget is not None for c in found) else "plan.costs.alt", currency=money)
    return stacked_columns(
        columns, parts, ticks=ticks, description=alt, width=width, limit_name=t("plan.column.budget")
    )


def cost_twin(instance: Instance, programme: Programme, plan: Plan, t: Texts) -> Twin:
    """The same in thousands as a table: one row a quarter, one column a kind of activity; the sum last."""
    found = quarter_costs(instance, programme, plan)
    kinds, with_budget = _kinds(found), any(c.budget is not None for c in found)
    rows = [
        (
            quarter_name(c.quarter, t),
            *(t.number(thousands(c.amounts.get(k, 0))) for k in kinds),
            t.number(thousands(c.total)),
            *(("–" if c.budget is None else t.number(thousands(c.budget)),) if with_budget else ()),
        )
        for c in found
    ]
    sums = [t.number(thousands(sum(c.amounts.get(k, 0) for c in found))) for k in kinds]
    budget = (t.number(thousands(sum(c.budget or 0 for c in found))),) if with_budget else ()
    if found:
        rows.append((t("plan.column.sum"), *sums, t.number(thousands(sum(c.total for c in found))), *budget))
    return Twin(
        caption=t("plan.costs.caption", currency=currency(instance.inventory.place.currency, t)),
        columns=(
            t("plan.column.quarter"),
            *(t(f"plan.kind.{k}") for k in kinds),
            t("plan.column.sum"),
            *((t("plan.column.budget"),) if with_budget else ()),
        ),
        rows=tuple(rows),
        numeric=frozenset(range(1, len(kinds) + 3)),
    )


def _kinds(found: tuple[QuarterCost, ...]) -> list[ActivityKind]:
    return [k for k in ActivityKind if any(c.amounts.get(k) for c in found)]


def _millions(amount: int, t: Texts) -> str:
    return t.number(amount / 1e6, 1 if amount >= 1e6 else 2)
