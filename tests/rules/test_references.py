"""Ids in parameters that nobody has heard of."""

from typing import get_args

import pytest
from pydantic import ValidationError

from localisation.rules import RULES
from localisation.rules.base import Rule
from localisation.rules.parameters import Refers, UnitSelectors
from localisation.rules.placement.apart import Apart
from localisation.rules.references import unknown_references
from tests.rules.relocation import hamlet
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
    found = unknown_references(RULES[name].model_validate(parameters), INVENTORY)
    assert [(u.parameter, u.word) for u in found] == unknown


def test_a_crew_is_one_of_the_place_s_crews() -> None:
    rule = RULES["crew_capacity"].model_validate({"crews": "movers, mover"})
    (found,) = unknown_references(rule, hamlet.INVENTORY)
    assert (found.parameter, found.word, found.known) == ("crews", "mover", ("movers",))
    assert [u.word for u in unknown_references(rule, INVENTORY)] == ["movers", "mover"]


def test_a_day_is_a_date_and_never_a_number() -> None:
    assert str(RULES["not_before"].model_validate({"day": "2020-01-31"})) == "day=datetime.date(2020, 1, 31)"
    assert RULES["finished_by"].model_validate({"day": ""}) == RULES["finished_by"]()
    for wrong in (20200131, 0, "31.1.2020", "2020-02-30", ""):
        with pytest.raises(ValidationError):
            RULES["not_before"].model_validate({"day": wrong})


@pytest.mark.parametrize("name", RULES)
def test_every_parameter_of_words_tells_what_they_refer_to(name: str) -> None:
    """Otherwise a misspelt id in a criteria list would be taken for granted."""
    assert not untold(RULES[name])


def untold(rule: type[Rule]) -> list[str]:
    """The parameters that hold words of any kind, without a type that tells what they refer to."""
    return [
        parameter
        for parameter, field in rule.model_fields.items()
        if (field.annotation is str or str in get_args(field.annotation))
        and not any(isinstance(m, Refers) for m in field.metadata)
    ]


class Beside(Apart):
    """A rule that nobody has thought of yet, with parameters of other names."""

    neighbours: UnitSelectors = ()
    house: str = ""
    rooms: tuple[str, ...] = ()


def test_a_new_rule_is_checked_whatever_its_parameters_are_called() -> None:
    rule = Beside.model_validate({"others": "accounts", "neighbours": "accounts, acounts"})
    (found,) = unknown_references(rule, INVENTORY)
    assert (found.parameter, found.word, found.refers) == ("neighbours", "acounts", Refers.UNITS)


def test_bare_words_are_found_out() -> None:
    assert untold(Beside) == ["house", "rooms"]
