"""Who sits where and why, who moves, and what is rebuilt."""

from dataclasses import dataclass

from localisation.comparing.comparison import Comparison
from localisation.comparing.reasons import Reason
from localisation.domain.criterion import Criterion
from localisation.domain.transfers import transfers
from localisation.exporting.added_space import added_space
from localisation.exporting.naming import name_in
from localisation.exporting.report_numbers import signed, told
from localisation.pictures.money import millions
from localisation.rules.goal import levels
from localisation.texts import Texts

_MOST_TOLD = 3
_REFUSAL = {False: "report.placements.refusal", True: "report.placements.refusal_one"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRow:
    """One site of a unit with the case for it."""

    unit: str
    area: str
    building: str
    staff: str
    next_best: str
    loss: str
    decided: tuple[str, ...]
    closed_by: tuple[str, ...]


def placement_rows(comparison: Comparison, reasons: tuple[Reason, ...], t: Texts) -> tuple[PlacementRow, ...]:
    """One row for each placement of the chosen alternative, in inventory order."""
    instance, proposal = comparison.instance, comparison.chosen.proposal
    inventory = instance.inventory
    by_site = {(r.unit, r.building): r for r in reasons}
    rows = []
    for unit in inventory.units:
        for building, staff in sorted(proposal.sites(unit.id).items(), key=lambda s: -s[1]):
            reason = by_site.get((unit.id, building))
            rows.append(
                PlacementRow(
                    unit=unit.name,
                    area=inventory.shown(unit.service_area, t.language),
                    building=inventory.building[building].name,
                    staff=t.number(staff),
                    next_best=_next_best(comparison, reason, t),
                    loss="" if reason is None or reason.loss is None else t.number(reason.loss, 2),
                    decided=_decided(comparison, reason, t),
                    closed_by=_closed_by(comparison, reason, t),
                )
            )
    return tuple(rows)


def move_rows(comparison: Comparison, t: Texts) -> tuple[tuple[str, str, str, str], ...]:
    """Unit, from, to and people, for everyone who changes building."""
    inventory = comparison.instance.inventory
    return tuple(
        (
            inventory.unit[m.unit].name,
            inventory.building[m.origin].name,
            inventory.building[m.destination].name,
            t.number(m.staff),
        )
        for m in transfers(inventory, comparison.instance.travel, comparison.chosen.proposal)
    )


def refurbishment_rows(comparison: Comparison, t: Texts) -> tuple[tuple[str, str, str, str, str], ...]:
    """Building, what is done, cost in millions, weeks and what it adds, for each refurbishment carried out."""
    inventory = comparison.instance.inventory
    rows = []
    for building in inventory.buildings:
        for option in building.refurbishments:
            if option.id in comparison.chosen.proposal.refurbishments:
                spaces = [added_space(n, kind, t(f"pictures.kind.{kind}"), t) for kind, n in option.adds_spaces.items()]
                facilities = [inventory.shown(f, t.language) for f in sorted(option.adds_facilities)]
                cost = millions(option.cost_nok // 10, t)
                rows.append(
                    (
                        building.name,
                        name_in(option, t.language),
                        cost,
                        t.number(option.weeks),
                        ", ".join(spaces + facilities),
                    )
                )
    return tuple(rows)


def own_units(comparison: Comparison, criterion: Criterion, points: float) -> float:
    """How much of the criterion's own unit a weighted loss of points on the first goal level stands for."""
    first = levels(comparison.instance)[0]
    total = sum(c.weight for c in comparison.instance.criteria if c.id in first)
    best = criterion.best if criterion.best is not None else 0
    worst = criterion.worst if criterion.worst is not None else 1
    return points * total / criterion.weight * (worst - best) / 100


def _next_best(comparison: Comparison, reason: Reason | None, t: Texts) -> str:
    if reason is None:
        return t("report.placements.unexplained")
    if reason.next_best is None:
        return t("report.placements.no_other")
    return comparison.instance.inventory.building[reason.next_best].name


def _decided(comparison: Comparison, reason: Reason | None, t: Texts) -> tuple[str, ...]:
    if reason is None or reason.next_best is None:
        return ()
    criteria = {c.id: c for c in comparison.instance.criteria}
    told = [(criteria[key], delta) for key, delta in reason.deltas if criteria[key].weight][:_MOST_TOLD]
    if not told:
        return (t("report.placements.equal"),)
    return tuple(
        t(
            "report.placements.delta",
            criterion=name_in(c, t.language),
            change=_change(comparison, c, delta, t),
            points=signed(-delta, t, 2),
        )
        for c, delta in told
    )


def _change(comparison: Comparison, criterion: Criterion, delta: float, t: Texts) -> str:
    value = round(own_units(comparison, criterion, delta), 1)
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + " ".join(told(abs(value), criterion, comparison.instance.inventory.place, t))


def _closed_by(comparison: Comparison, reason: Reason | None, t: Texts) -> tuple[str, ...]:
    criteria = {c.id: c for c in comparison.instance.criteria}
    return tuple(
        t(_REFUSAL[count == 1], criterion=name_in(criteria[key], t.language), count=count)
        for key, count in (reason.refusals if reason else ())[:_MOST_TOLD]
    )
