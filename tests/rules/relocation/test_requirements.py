"""Requirements on who moves when, on paper: what breaks them, what just does not, and what the reader is told."""

from dataclasses import replace

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.occupancy import occupancy
from localisation.domain.relocation.plan import Plan, Run, Step
from localisation.domain.unit import SpaceNeed
from localisation.domain.vocabulary import SpaceKind, Strength
from localisation.rules import RELOCATION_RULES
from localisation.rules.relocation.base import RelocationRequirement
from localisation.rules.sentence import Sentences
from tests.rules.relocation.hamlet import AWAY, INSTANCE, INVENTORY, POINT, PROGRAMME, given, leg_steps, plan

GOOD = plan(work=0, accounts=1, point=3)
"""The square is extended on days 0-1; accounts is carried there on day 2 and the point out of it on day 4."""


def breached(rule: str, found: Plan, *units: str, **parameters: object) -> list[tuple[str, ...]]:
    made = RELOCATION_RULES[rule].model_validate(parameters)
    assert isinstance(made, RelocationRequirement)
    return [b.about for b in made.check(given(*units), found)]


def sentence(rule: str, found: Plan, language: str = "nb", **parameters: object) -> list[str]:
    row = Criterion.model_validate(
        {"id": "K", "name": "K", "rule": rule, "strength": Strength.INFO, "parameters": parameters}
    )
    made = RELOCATION_RULES[rule].model_validate(parameters)
    assert isinstance(made, RelocationRequirement)
    return [Sentences(INVENTORY, language).breach(row, b) for b in made.check(given(), found)]


def test_the_hall_holds_five_so_accounts_must_be_out_before_the_point_comes() -> None:
    assert breached("room_every_day", GOOD) == []
    assert breached("room_every_day", plan(accounts=1, point=2)) == [("hall", "workplace")]
    assert sentence("room_every_day", plan(accounts=1, point=2)) == [
        "Rådhuset, 12. mars 2020: behovet for arbeidsplasser er 9 plasser, men det er bare 5."
    ]


def test_the_square_holds_ten_only_when_it_is_extended() -> None:
    assert breached("room_every_day", plan(work=1, accounts=1, point=3)) == [("square", "workplace")]
    assert breached("room_every_day", GOOD, closed_percent=100) == [("square", "workplace")]


def test_a_fixed_need_counts_once_until_the_last_part_has_left() -> None:
    two = POINT.model_copy(update={"needs": (SpaceNeed(kind=SpaceKind.GARAGE, per_site=1),), "sites_max": 2})
    inventory = INVENTORY.with_units((two,))
    seats = (Placement(unit="point", building=b, staff=2) for b in ("barracks", "hall"))
    programme = programme_of(replace(INSTANCE, inventory=inventory), Proposal(placements=tuple(seats)))
    split = Plan(steps=leg_steps("point:square>barracks", 0) | leg_steps("point:square>hall", 4))
    found = occupancy(inventory, programme, split, "square", SpaceKind.GARAGE, {"point"})
    assert found.need == (100,) * 7 + (0,) * 3
    assert found.today == 100


def test_premises_are_used_within_their_days() -> None:
    assert breached("premises_available", GOOD) == []
    assert breached("premises_available", GOOD, leases_can_be_extended="nei") == [("square",)]
    assert breached("premises_available", plan(waits_from=4)) == []
    assert breached("premises_available", plan(waits_from=5)) == [("barracks",)]
    assert sentence("premises_available", plan(waits_from=5), "en") == [
        "Brakka is used on 18 March 2020, when it cannot be."
    ]


def test_nobody_moves_in_or_stays_where_works_go_on() -> None:
    assert breached("works_before_move_in", GOOD) == []
    assert breached("works_before_move_in", plan(accounts=0)) == [("accounts", "square")]
    assert breached("no_stay_during_works", GOOD) == [("square",)]
    assert breached("no_stay_during_works", GOOD, "accounts") == []
    assert breached("no_stay_during_works", GOOD, buildings="hall") == []


def test_there_is_one_crew_of_movers_and_one_more_on_overtime() -> None:
    both = plan(accounts=1, point=1)
    assert breached("crew_capacity", GOOD) == []
    assert breached("crew_capacity", both) == [("movers",)]
    assert breached("crew_capacity", both, crews="others") == []
    late = Plan(steps={**both.steps, f"move:{AWAY}": Step(start=2, end=3, overtime=True)})
    assert breached("crew_capacity", late) == []
    assert sentence("crew_capacity", both, "en") == ["Movers: on 11 March 2020, 2 are needed, but there are only 1."]


def test_a_crew_nobody_knows_has_no_hands() -> None:
    rule = RELOCATION_RULES["crew_capacity"]()
    assert isinstance(rule, RelocationRequirement)
    assert [b.about for b in rule.check(given(programme=replace(PROGRAMME, crews=())), GOOD)] == [("movers",)]


def test_five_people_leave_the_hall_on_one_day() -> None:
    assert breached("people_per_day", GOOD, at_most=5) == []
    assert breached("people_per_day", GOOD, at_most=4) == [("hall",), ("square",)]


@pytest.mark.parametrize(("minute", "broken"), [(0, []), (1, [("accounts",)])])
def test_twenty_cubic_metres_are_two_trips_of_eighty_minutes(minute: int, broken: list[tuple[str]]) -> None:
    found = replace(GOOD, runs={AWAY: Run(vehicle=0, minute=minute)})
    assert breached("vehicle_trips", found, vehicles=1, m3_per_trip=10, minutes_per_day=160) == broken


def test_a_move_without_a_van_is_not_carried() -> None:
    assert sentence("vehicle_trips", GOOD, vehicles=1, m3_per_trip=10) == [
        "Regnskap, flyttingen fra 11. mars 2020: det er ikke satt av noen flyttebil."
    ]


def test_the_point_arrives_two_days_after_accounts_and_right_after_it_is_cleared() -> None:
    assert breached("moves_together", GOOD, within_days=2) == []
    assert breached("moves_together", GOOD, within_days=1) == [("",)]
    assert breached("move_order", GOOD, "point", first="accounts") == []
    assert breached("move_order", GOOD, "point", first="accounts", gap_days=1) == [("point", "accounts")]


def test_days_are_counted_to_the_last_one_of_work_and_from_the_first_of_carrying() -> None:
    assert breached("finished_by", GOOD) == []
    assert breached("finished_by", GOOD, day="2020-03-15") == [("point",)]
    assert breached("not_before", GOOD, "point", day="2020-03-13") == []
    assert breached("not_before", GOOD, "point", day="2020-03-14") == [("point",)]


def test_payroll_is_left_alone_on_its_day() -> None:
    assert sentence("stop_periods", GOOD) == ["Regnskap forstyrres 12. mars 2020, i stopperioden Lønnskjøring."]
    assert sentence("stop_periods", GOOD, "en") == [
        "Regnskap is disturbed on 12 March 2020, in the stop period Payroll."
    ]
    assert breached("stop_periods", plan(accounts=4)) == []


def test_a_way_through_the_barracks_closes_the_point_twice() -> None:
    assert breached("service_open", GOOD, "point", at_most_days=2) == []
    assert breached("service_open", plan(waits_from=4), "point", at_most_days=3) == [("point", "hall")]
    assert breached("transit_moves", plan(waits_from=4), at_most=0) == [("point",)]
    assert breached("transit_moves", plan(waits_from=4)) == []


def test_someone_is_open_in_the_south_all_the_time_but_not_in_the_north() -> None:
    assert breached("open_in_each", GOOD) == [("Nord",)]
    assert breached("open_in_each", GOOD, per="centre") == [("N",)]
    assert breached("open_in_each", GOOD, "point") == []  # it has no place in the same district before and after
    assert sentence("open_in_each", GOOD, "en") == [
        "In Nord no site is open on 11 March 2020; the number of such days is 4."
    ]


def test_the_lease_of_the_square_is_given_up_over_a_weekend() -> None:
    stay = Proposal(
        placements=tuple(Placement(unit=u, building="hall", staff=n) for u, n in (("accounts", 5), ("point", 4)))
    )
    programme = programme_of(INSTANCE, stay)
    found = Plan(steps=leg_steps("point:square>hall", 3))  # carried on Friday the 13th, cleared on Monday the 16th
    rule = RELOCATION_RULES["lease_overlap"]
    for at_most, broken in ((4, []), (3, [("square",)])):
        made = rule.model_validate({"at_most_days": at_most})
        assert isinstance(made, RelocationRequirement)
        assert [b.about for b in made.check(given(programme=programme), found)] == broken


def test_one_work_at_a_time() -> None:
    second = replace(PROGRAMME.activity["work:extension"], id="work:roof")
    programme = replace(PROGRAMME, activities=(*PROGRAMME.activities, second))
    rule = RELOCATION_RULES["works_one_at_a_time"]()
    assert isinstance(rule, RelocationRequirement)
    for start, broken in ((2, []), (1, [("square",)])):
        found = Plan(steps={**GOOD.steps, "work:roof": Step(start=start, end=start + 2)})
        assert [b.about for b in rule.check(given(programme=programme), found)] == broken
