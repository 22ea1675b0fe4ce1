"""Sentences a reader meets, with names for ids and figures as the language writes them."""

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Requirement
from localisation.rules.hole import listed
from localisation.rules.sentence import Sentences
from localisation.rules.statement import rule_of
from tests.rules.village import INVENTORY, given, proposal

TODAY = proposal("hall", "square")


def criterion(rule: str, *units: str, **parameters: object) -> Criterion:
    return Criterion.model_validate(
        {"id": "K", "name": "K", "rule": rule, "units": units, "strength": Strength.INFO, "parameters": parameters}
    )


def breach(row: Criterion, found: Proposal, language: str = "nb") -> list[str]:
    rule = rule_of(row)
    assert isinstance(rule, Requirement)
    return [Sentences(INVENTORY, language).breach(row, b) for b in rule.check(given(*row.units), found)]


def test_a_full_building() -> None:
    found = proposal("square", "square")
    assert breach(criterion("space_capacity"), found) == [
        "Torget: behovet for arbeidsplasser er 9 plasser, men det er bare 4."
    ]
    assert breach(criterion("space_capacity"), found, "en") == [
        "Torget: 9 places are needed (workplaces), but there are only 4."
    ]


def test_a_coverage_in_a_district() -> None:
    row = criterion("population_coverage", "service:torg", share_percent=90, limit_min=3, per="district")
    assert breach(row, TODAY) == [
        "I Nord har 0,0 % av innbyggerne (0 av 30) høyst 3 minutters reise; det skal være minst 90 %."
    ]
    assert Sentences(INVENTORY).explanation(row) == (
        "Minst 90 % av innbyggerne i hver kommunedel skal ha høyst 3 minutter til et sted for "
        "enheter med tjenesten torg med scenarioets fordeling av reisemåter."
    )


def test_a_date_and_a_missing_facility() -> None:
    row = criterion("availability", leases_can_be_extended="nei")
    assert breach(row, TODAY) == [
        "Torget kan ikke brukes av Innbyggertorget fra 26. februar 2020 til 1. januar 2030: klart 1. januar 2020, "
        "siste dag 31. desember 2024."
    ]
    assert breach(criterion("facilities"), proposal("square", "hall")) == [
        "Regnskap trenger trinnfri adkomst, men det finnes ikke i Torget."
    ]


def test_where_lists_buildings_centres_and_districts_by_name() -> None:
    row = criterion("allowed_location", "accounts", buildings="square", centres="S", districts="Sør")
    assert breach(row, TODAY) == ["Regnskap holder til i Rådhuset, utenfor de tillatte stedene (Torget, Sørbyen, Sør)."]


def test_a_place_is_a_centre_a_district_or_the_whole() -> None:
    assert breach(criterion("presence", "point", per="centre"), TODAY) == [
        "I Nordbyen er antall steder 0, men det skal være minst 1."
    ]
    assert breach(criterion("presence", "point", at_least=2), TODAY, "en") == [
        "In the whole area the number of sites is 1, but it shall be at least 2."
    ]


def test_presence_in_given_places_names_them() -> None:
    row = criterion("presence", "point", per="centre", places=["N", "S"], at_least=2)
    assert Sentences(INVENTORY).explanation(row) == (
        "Antall steder for Innbyggertorget skal være minst 2 for hvert av stedene: Nordbyen, Sørbyen."
    )


def test_names_with_commas_are_kept_apart_by_semicolons() -> None:
    assert listed(["Plan", "Regnskap"]) == "Plan, Regnskap"
    assert listed(["Plan, bygg", "Regnskap"]) == "Plan, bygg; Regnskap"


def test_a_measure_has_no_breach() -> None:
    row = criterion("annual_cost")
    (found,) = rule_of(criterion("fixed_location", "point", buildings="hall")).check(given("point"), TODAY)  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="annual_cost is a measure"):
        Sentences(INVENTORY).breach(row, found)
