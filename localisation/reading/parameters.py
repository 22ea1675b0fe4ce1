"""Checks the parameters a criterion gives its rule, through the rule's own model."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from localisation.domain.criterion import ParameterValue
from localisation.reading.cells import CellFault, decimal_of
from localisation.reading.problems import Place, Problems, nearest
from localisation.rules.base import Rule

_CODES = {
    "missing": "parameter_missing",
    "extra_forbidden": "parameter_unknown",
    "int_parsing": "parameter_not_whole",
    "int_type": "parameter_not_whole",
    "int_from_float": "parameter_not_whole",
    "greater_than_equal": "parameter_out_of_bounds",
    "less_than_equal": "parameter_out_of_bounds",
    "greater_than": "parameter_out_of_bounds",
    "less_than": "parameter_out_of_bounds",
    "enum": "parameter_not_a_choice",
    "literal_error": "parameter_not_a_choice",
    "too_short": "parameter_empty",
    "parameter_alone": "parameter_alone",
    "parameter_none": "parameter_none",
}


def parsed(text: str, at: Place, problems: Problems) -> dict[str, Any] | None:
    """The parameters of a cell such as "limit_min=15; buildings=X, Y"; None when it is not of that form."""
    found: dict[str, Any] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        key, sign, value = (p.strip() for p in part.partition("="))
        if not sign or not key or not value or key in found:
            problems.error("parameters_form", at, part=part)
            return None
        found[key] = value
    return found


def checked_parameters(
    rule: type[Rule], values: Mapping[str, Any], at: Place, problems: Problems
) -> dict[str, ParameterValue] | None:
    """The parameters as the criterion keeps them; None when the rule refuses any of them."""
    plain = {key: _plain(rule, key, value) for key, value in values.items()}
    try:
        accepted = rule.model_validate(plain)
    except ValidationError as fault:
        for error in fault.errors(include_url=False):
            _tell(rule, error, at, problems)
        return None
    return {key: _kept(getattr(accepted, key)) for key in plain}


def _plain(rule: type[Rule], key: str, value: Any) -> Any:
    """A number written as text in a cell is a number; several words are parted by commas."""
    field = rule.model_fields.get(key)
    if field is None or not isinstance(value, str):
        return tuple(value) if isinstance(value, list) else value
    if field.annotation is int:
        try:
            number = decimal_of(value)
        except CellFault:
            return value
        return int(number) if number == number.to_integral_value() else value
    if "tuple" in str(field.annotation):
        return tuple(p.strip() for p in value.split(",") if p.strip())
    return value


def _kept(value: Any) -> ParameterValue:
    if isinstance(value, (tuple, list, set, frozenset)):
        return tuple(str(v) for v in value)
    return int(value) if isinstance(value, (bool, int)) else str(value)


def _tell(rule: type[Rule], error: Any, at: Place, problems: Problems) -> None:
    code = _CODES.get(error["type"], "parameter_refused")
    given = error.get("input")
    context = error.get("ctx", {})
    name = str(error["loc"][0]) if error["loc"] else str(context.get("given", ""))
    holes = {
        "parameter": name,
        "rule": rule.name,
        "value": str(given) if isinstance(given, (str, int, float)) else "",
        "known": tuple(rule.model_fields),
        "bound": next((str(context[k]) for k in ("ge", "le", "gt", "lt") if k in context), ""),
        "expected": str(context.get("expected", "")).replace(" or ", ", "),
        "lacking": str(context.get("lacking", "")),
        "reason": error["msg"],
    }
    suggestion = nearest(name, rule.model_fields) if code == "parameter_unknown" else ""
    problems.error(f"{code}_like" if suggestion else code, at, suggestion=suggestion, **holes)
