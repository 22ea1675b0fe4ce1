"""What is said of shared places: that nothing else fits only where that is proven."""

from dataclasses import replace
from pathlib import Path

import pytest

from localisation.domain.stacking.stack_plan import StackPlan, StackRun
from localisation.domain.vocabulary import SpaceKind, Status
from localisation.exporting.stack.page import spare_workplaces
from localisation.exporting.stack.stack_sentences import stack_sentences
from localisation.texts import LANGUAGES, Texts
from tests.exporting.stack.stacked_town import finished


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_public_climbs_is_said_by_building_and_called_the_least_only_where_proven(
    tmp_path: Path, language: str
):
    made, t = finished(tmp_path, language=language), Texts(language)
    inventory, (house, end) = made.instance.inventory, made.plan.buildings
    assert t("stack.report.visits_none") in stack_sentences(inventory, made.plan, t)
    far = replace(house, amounts=replace(house.amounts, visit_floors=1_200_000))
    said = stack_sentences(inventory, StackPlan(buildings=(far, end)), t)
    named = [f"{inventory.building['H'].name} ({t.number(1200)})"]
    assert t("stack.report.visits_some", visits=1200, buildings=named) in said
    unsure = replace(far, run=StackRun(status=Status.FEASIBLE, open_from="visit_floors"))
    said = stack_sentences(inventory, StackPlan(buildings=(unsure, end)), t)
    assert t("stack.report.visits_open", visits=1200, buildings=named) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_shared_places_are_said_to_be_needed_only_where_that_is_proven(tmp_path: Path, language: str):
    made, t = finished(tmp_path, language=language), Texts(language)
    one, other = (replace(b, parted=True) for b in made.plan.buildings)
    open_ended = StackRun(status=Status.FEASIBLE, open_from="floors_between")
    plan = StackPlan(buildings=(one, replace(other, run=open_ended)))
    said = stack_sentences(made.instance.inventory, plan, t)
    names = [made.instance.inventory.building[b.building].name for b in plan.buildings]
    assert t("stack.report.parted", buildings=[names[0]]) in said
    assert t("stack.report.parted_unproven", buildings=[names[1]]) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_fractions_of_places_and_rooms_are_explained_where_there_are_any(tmp_path: Path, language: str):
    made, t = finished(tmp_path, language=language), Texts(language)
    inventory, (house, end) = made.instance.inventory, made.plan.buildings
    said = t("stack.report.fractions")
    assert said not in stack_sentences(inventory, made.plan, t)
    fifth = replace(house.shares[0], spaces={SpaceKind.INTERVIEW: 120})
    broken = replace(house, shares=(fifth, *house.shares[1:]))
    assert said in stack_sentences(inventory, StackPlan(buildings=(broken, end)), t)
    # Where whole places are shared out, too, another sentence says so.
    assert said not in stack_sentences(inventory, StackPlan(buildings=(replace(broken, parted=True), end)), t)


def test_one_spare_workplace_is_spoken_of_as_one():
    t, holes = Texts("nb"), {"used": 9, "room": 10}
    assert t("stack.facts_spare", staff=9, spare=1, **holes) == "9 ansatte · 9 av 10 arbeidsplasser · 1 ledig"
    assert t("stack.facts_spare", staff=1, spare=2, **holes) == "1 ansatt · 9 av 10 arbeidsplasser · 2 ledige"
    assert [t("stack.spare", count=n) for n in (1, 2)] == ["1 ledig", "2 ledige"]


def test_spare_workplaces_in_all_are_rounded_as_everywhere_else(tmp_path: Path):
    plan = finished(tmp_path).plan
    house = plan.buildings[0]
    # Of 11 workplaces 7 are used; with 6.10 used, 4.90 are spare, which the report writes as 5.
    less = replace(house.shares[0], spaces={**house.shares[0].spaces, SpaceKind.WORKPLACE: 0})
    used = sum(s.spaces.get(SpaceKind.WORKPLACE, 0) for s in house.shares[1:])
    fitted = replace(less, spaces={**less.spaces, SpaceKind.WORKPLACE: 610 - used})
    stacked = StackPlan(buildings=(replace(house, shares=(fitted, *house.shares[1:])),))
    assert spare_workplaces(stacked) == 4.9
