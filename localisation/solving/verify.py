"""A proposal held against its criteria in plain Python, without model or solver.

Every breach and amount comes from the rules' own `check` and `measure`; only the prices that turn amounts into the goal
(`goal`) are shared with the model, and `agreement` holds those against the points, which are reckoned without them.
"""

from collections.abc import Mapping, Sequence

from localisation.domain.assessment import Assessment, Breach, CriterionResult
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Measure, Rule
from localisation.rules.goal import best_raw, levels, points, prices
from localisation.rules.placement.base import PlacementRequirement
from localisation.rules.statement import PlacementStatement, Statement, statements


def assess(instance: Instance, proposal: Proposal) -> Assessment:
    """Every criterion's breaches or amount, the goal, and any fault of the proposal itself.

    When the proposal is not whole (unknown ids, staff that do not add up), no criterion is measured.
    """
    faults = structural_faults(instance, proposal)
    if faults:
        return Assessment(results=(), goal=(), points=0.0, structural=tuple(faults))
    stated = statements(instance)
    results = {s.criterion.id: criterion_result(s.criterion, s.rule, *measured(s, proposal)) for s in stated}
    return assessment_of(stated, results, levels(instance))


def assessment_of(
    stated: Sequence[Statement[Rule, object]],
    results: Mapping[str, CriterionResult],
    order: tuple[tuple[str, ...], ...],
) -> Assessment:
    """What the results are worth, by goal level; `results` by criterion."""
    goal = []
    for level in order:
        price = prices(stated, level)
        lost = (
            price[s.criterion.id] * (results[s.criterion.id].amount - best_raw(s))
            for s in stated
            if s.criterion.id in price
        )
        goal.append(sum(lost))
    return Assessment(
        results=tuple(results.values()), goal=tuple(goal), points=_mean_points(list(results.values()), order[0])
    )


def structural_faults(instance: Instance, proposal: Proposal) -> list[Breach]:
    """What makes a proposal no proposal: unknown or doubled ids, empty sites, staff not placed exactly once."""
    inventory = instance.inventory
    options = {r.id for b in inventory.buildings for r in b.refurbishments}
    faults = [
        Breach(about=("unknown", p.unit, p.building))
        for p in proposal.placements
        if p.unit not in inventory.unit or p.building not in inventory.building
    ]
    faults += [Breach(about=("unknown", option)) for option in sorted(proposal.refurbishments - options)]
    pairs = [(p.unit, p.building) for p in proposal.placements]
    faults += [Breach(about=("double", *pair)) for pair in sorted({p for p in pairs if pairs.count(p) > 1})]
    faults += [Breach(about=("empty", p.unit, p.building)) for p in proposal.placements if p.staff < 1]
    for unit in inventory.units:
        placed = sum(proposal.sites(unit.id).values())
        if placed != unit.staff:
            faults.append(Breach(about=("staff", unit.id), holes={"placed": placed, "staff": unit.staff}))
    return faults


def measured(statement: PlacementStatement, proposal: Proposal) -> tuple[int, tuple[Breach, ...]]:
    """What the rule's own check or measure says: the amount in raw units (of breaches, for a requirement)."""
    if isinstance(statement.rule, PlacementRequirement):
        breaches = tuple(statement.rule.check(statement.given, proposal))
        return len(breaches), breaches
    return statement.rule.measure(statement.given, proposal), ()


def criterion_result(criterion: Criterion, rule: Rule, amount: int, breaches: tuple[Breach, ...]) -> CriterionResult:
    """How a criterion fares, given what its rule says."""
    met: bool | None = not breaches
    if isinstance(rule, Measure):
        met = None if criterion.at_most is None else amount <= criterion.at_most * rule.raw_per_unit
    has_points = criterion.strength is Strength.WEIGHT or isinstance(rule, Measure)
    return CriterionResult(
        criterion=criterion,
        amount=amount,
        breaches=breaches,
        met=met,
        points=points(criterion, rule, amount) if has_points else None,
    )


def _mean_points(results: list[CriterionResult], level: tuple[str, ...]) -> float:
    chosen = [r for r in results if r.criterion.id in level and r.points is not None]
    weights = sum(r.criterion.weight for r in chosen)
    return sum(r.criterion.weight * (r.points or 0.0) for r in chosen) / weights if weights else 0.0
