"""Ids in parameters that nobody has heard of."""

import pytest

from localisation.rules import RULES
from localisation.rules.references import unknown_references
from tests.rules.village import INVENTORY


@pytest.mark.parametrize(
    ("name", "parameters", "unknown"),
    [
        ("fixed_location", {"buildings": "hall, hut"}, [("buildings", "hut")]),
        (
            "allowed_location",
            {"centres": ["N", "Nord"], "districts": ["Nord", "N"]},
            [("centres", "Nord"), ("districts", "N")],
        ),
        ("presence", {"per": "centre", "places": ["S", "Sør"]}, [("places", "Sør")]),
        ("presence", {"per": "district", "places": ["S", "Sør"]}, [("places", "S")]),
        ("together", {"hosts": ["service:torg", "service:tog", "accounts"]}, [("hosts", "service:tog")]),
        ("distribution", {"tolerance_points": 5, "shares": ["Nord=60", "Vest=40"]}, [("shares", "Vest")]),
        ("centre_within", {"limit_min": 5}, []),
    ],
)
def test_unknown_references_name_parameter_and_value(
    name: str, parameters: dict[str, object], unknown: list[tuple[str, str]]
) -> None:
    assert unknown_references(RULES[name].model_validate(parameters), INVENTORY) == unknown
