"""Makes criteria of rows: the rule exists, takes the parameters, and what is referred to exists."""

from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import Confidence, Strength
from localisation.reading.criterion_rows import Draft
from localisation.reading.parameters import checked_parameters
from localisation.reading.problems import Problems, nearest
from localisation.reading.records import Record
from localisation.rules import RULES
from localisation.rules.base import Measure, Rule
from localisation.rules.parameters import Refers
from localisation.rules.references import selectors, unknown_references

_TEXTS = ("id", "name", "name_en", "rule", "group", "group_en", "owner", "reason", "source")


def criteria_of(drafts: list[Draft], inventory: Inventory | None, problems: Problems) -> tuple[Criterion, ...]:
    """The criteria of all rows that are right. Without an inventory, references are not checked."""
    found = (_criterion(draft, inventory, problems) for draft in drafts if draft.record.whole)
    return tuple(criterion for criterion in found if criterion)


def _criterion(draft: Draft, inventory: Inventory | None, problems: Problems) -> Criterion | None:
    row = draft.record
    before = len(problems.errors)
    rule = RULES.get(row.text("rule"))
    if rule is None:
        suggestion = nearest(row.text("rule"), RULES)
        code = "unknown_rule_like" if suggestion else "unknown_rule"
        problems.error(code, row.at("rule"), rule=row.text("rule"), suggestion=suggestion, known=tuple(RULES))
        return None
    parameters = checked_parameters(rule, draft.parameters, row.at("parameters"), problems)
    strength = Strength(row.text("strength"))
    weight = row.number("weight") or 0
    _check_scale(row, rule, strength, weight, problems)
    if row.words("units") and not rule.concerns_units:
        problems.warning("units_not_used", row.at("units"), criterion=row.text("id"), rule=rule.name)
    if inventory:
        for selector in row.words("units"):
            _check_selector(selector, row, "units", selectors(inventory), problems)
        if parameters is not None:
            _check_references(rule.model_validate(parameters), row, inventory, problems)
    if len(problems.errors) > before:
        return None
    return Criterion.model_validate(
        {
            **{key: row.text(key) for key in _TEXTS},
            "units": row.words("units"),
            "strength": strength,
            "weight": weight,
            **{key: row.number(key) for key in ("best", "worst", "at_most")},
            "parameters": parameters,
            "confidence": Confidence(row.text("confidence") or "estimate"),
        }
    )


def _check_scale(row: Record, rule: type[Rule], strength: Strength, weight: int, problems: Problems) -> None:
    is_measure = issubclass(rule, Measure)
    best, worst, at_most = (row.number(key) for key in ("best", "worst", "at_most"))
    criterion = row.text("id")
    if strength is Strength.WEIGHT and weight == 0:
        problems.error("weight_missing", row.at("weight"), criterion=criterion)
    if strength is not Strength.WEIGHT and weight > 0:
        problems.error("weight_not_used", row.at("weight"), criterion=criterion, weight=weight)
    if best is not None and best == worst:
        problems.error("scale_flat", row.at("worst"), criterion=criterion, best=best)
    if is_measure and strength is Strength.WEIGHT and (best is None or worst is None):
        problems.error("scale_missing", row.at("best"), criterion=criterion)
    elif is_measure and best is not None and worst is not None and best > worst:
        problems.error("scale_backwards", row.at("best"), criterion=criterion, best=best, worst=worst)
    if is_measure and strength is Strength.MUST and at_most is None:
        problems.error("must_without_bound", row.at("at_most"), criterion=criterion)
    if is_measure and strength is not Strength.MUST and at_most is not None:
        problems.error("bound_not_must", row.at("at_most"), criterion=criterion, bound=at_most)
    if not is_measure and at_most is not None:
        problems.error("bound_on_requirement", row.at("at_most"), criterion=criterion, rule=rule.name)
    if not is_measure and worst is not None and worst < 1:
        problems.error("worst_below_one", row.at("worst"), criterion=criterion, worst=worst)


def _check_selector(selector: str, row: Record, column: str, known: tuple[str, ...], problems: Problems) -> None:
    if selector in known:
        return
    suggestion = nearest(selector, known)
    code = "selector_empty_like" if suggestion else "selector_empty"
    problems.error(code, row.at(column), selector=selector, criterion=row.text("id"), suggestion=suggestion)


def _check_references(rule: Rule, row: Record, inventory: Inventory, problems: Problems) -> None:
    """Everything the parameters refer to is in the inventory; the types of the parameters tell what that is."""
    for unknown in unknown_references(rule, inventory):
        if unknown.refers is Refers.UNITS:
            _check_selector(unknown.word, row, "parameters", unknown.known, problems)
            continue
        suggestion = nearest(unknown.word, unknown.known)
        problems.error(
            "parameter_unknown_id_like" if suggestion else "parameter_unknown_id",
            row.at("parameters"),
            value=unknown.word,
            parameter=unknown.parameter,
            suggestion=suggestion,
            known=unknown.known,
        )
