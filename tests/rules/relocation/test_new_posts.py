"""New posts, which nobody moves into, are filled when their building is ready for them."""

from dataclasses import replace
from datetime import date

import pytest

from localisation.domain.building import Building
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import PlanGiven, Programme
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import Tenure
from localisation.rules import RELOCATION_RULES
from localisation.rules.relocation.base import RelocationRequirement
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.solve import solve_plan
from tests.rules.relocation.hamlet import BACK, BUILDINGS, DESKS, INSTANCE, INVENTORY, POINT, leg_steps
from tests.solving.sample import criterion

ARCHIVE = Unit(id="archive", name="Arkiv", service_area="stab", staff=6, needs=DESKS)
"""Six new posts: nobody of the archive sits anywhere today."""
BOTH = Proposal(
    placements=(
        Placement(unit="archive", building="square", staff=6),
        Placement(unit="point", building="hall", staff=4),
    ),
    refurbishments=frozenset({"extension"}),
)


def hamlet(*criteria: str, buildings: tuple[Building, ...] = BUILDINGS, units: tuple[Unit, ...] = ()) -> Instance:
    fields = {name: getattr(INVENTORY, name) for name in type(INVENTORY).model_fields}
    inventory = Inventory(**(fields | {"units": units or (ARCHIVE, POINT), "buildings": buildings}))
    rows = tuple(criterion(rule, rule) for rule in criteria)
    return replace(INSTANCE, inventory=inventory, relocation_criteria=rows)


def filled(programme: Programme, plan: Plan) -> list[tuple[str, int]]:
    """The building and the first day of each stay of new posts."""
    return [(s.building, plan.presence(programme, s)[0]) for s in plan.stays(programme) if s.new]


def test_new_posts_are_filled_after_the_works_and_after_the_last_who_leave() -> None:
    programme = programme_of(hamlet(), BOTH, Changes(days={"work:extension": 2}))
    work = {"work:extension": Step(start=3, end=5)}
    assert filled(programme, Plan(steps=work | leg_steps(BACK, 0))) == [("square", 5)]
    assert filled(programme, Plan(steps=work | leg_steps(BACK, 4))) == [("square", 7)]


@pytest.mark.parametrize("rule", ["room_every_day", "no_stay_during_works"])
def test_an_extension_can_be_built_for_new_posts(rule: str) -> None:
    proposal = replace(BOTH, placements=BOTH.placements[:1])
    found = solve_plan(hamlet(rule, units=(ARCHIVE,)), proposal)
    assert found.assessment.valid
    assert filled(found.programme, found.plan) == [("square", found.plan.steps["work:extension"].end)]


def test_a_unit_that_grows_where_it_is_stays_with_those_it_has() -> None:
    grown = POINT.model_copy(update={"staff": 9})
    proposal = Proposal(
        placements=(Placement(unit="point", building="square", staff=9),), refurbishments=frozenset({"extension"})
    )
    programme = programme_of(hamlet(units=(grown,)), proposal)
    assert [(s.staff, s.new) for s in programme.stays] == [(4, False), (5, True)]
    assert solve_plan(hamlet("room_every_day", units=(grown,)), proposal).assessment.valid


@pytest.mark.parametrize(("day", "first", "broken"), [(18, 7, []), (20, 9, []), (21, 10, [("square",)])])
def test_new_posts_wait_for_the_premises(day: int, first: int, broken: list[tuple[str]]) -> None:
    late = tuple(
        b.model_copy(update={"available_from": date(2020, 3, day)}) if b.id == "square" else b for b in BUILDINGS
    )
    instance = hamlet(buildings=late, units=(ARCHIVE,))
    proposal = Proposal(placements=BOTH.placements[:1])
    programme = programme_of(instance, proposal)
    assert filled(programme, Plan(steps={})) == [("square", first)]
    rule = RELOCATION_RULES["premises_available"]()
    assert isinstance(rule, RelocationRequirement)
    given = PlanGiven(instance=instance, programme=programme, units=(ARCHIVE,))
    assert [b.about for b in rule.check(given, Plan(steps={}))] == broken
    instance = replace(instance, relocation_criteria=(criterion("lokaler", "premises_available"),))
    if not broken:
        assert solve_plan(instance, proposal).assessment.valid
    else:
        with pytest.raises(NoPlan):
            solve_plan(instance, proposal)


def test_a_lease_taken_up_for_new_posts_is_paid_while_it_is_made_ready() -> None:
    leased = tuple(b.model_copy(update={"tenure": Tenure.LEASED}) for b in BUILDINGS)
    instance = hamlet(buildings=leased, units=(ARCHIVE,))
    proposal = replace(BOTH, placements=BOTH.placements[:1])
    programme = programme_of(instance, proposal, Changes(days={"work:extension": 2}))
    rule = RELOCATION_RULES["lease_overlap"].model_validate({"at_most_days": 1})
    assert isinstance(rule, RelocationRequirement)
    (breach,) = rule.check(
        PlanGiven(instance=instance, programme=programme, units=(ARCHIVE,)),
        Plan(steps={"work:extension": Step(start=3, end=5)}),  # Thursday and Friday; filled on Monday
    )
    assert (breach.about, breach.holes) == (("square",), {"count": 4})
