"""The best placement that can be carried out, against brute force over all placements."""

from dataclasses import replace
from datetime import date

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, Crew, Logistics, SwingSpace
from localisation.domain.scenario import PlanSettings, SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.coupling import coupled as coupled_module
from localisation.solving.schedule.coupling.coupled import NothingCarriedOut, place_and_plan
from localisation.solving.schedule.coupling.part_of_move import part_of_move
from localisation.solving.schedule.model.search import search
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.schedule.verify import assess_plan
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess
from tests.solving.sample import building, criterion, every_proposal, inventory
from tests.solving.sample import instance as placed

WEIGHT = Strength.WEIGHT
PLACING = (
    criterion("K-plass", "space_capacity"),
    criterion("K-steder", "sites_per_unit"),
    criterion("V-u", "forbidden_location", WEIGHT, weight=30, units=("u",), parameters={"buildings": ("A", "C")}),
    criterion("V-v", "forbidden_location", WEIGHT, weight=20, units=("v",), parameters={"buildings": ("B", "C")}),
    criterion("V-flyttet", "people_moved", WEIGHT, weight=10, best=0, worst=15),
    criterion("V-bygg", "refurbishment_cost", WEIGHT, weight=5, best=0, worst=4_000),
)
ROOM = criterion("F-rom", "room_every_day")
WORKS = criterion("F-bygg", "works_before_move_in")
LOGISTICS = Logistics(
    crews=(Crew(id="movers", name="Flyttere", size=1),),
    norms=(ActivityNorm(kind=ActivityKind.MOVE, crew="movers", hands=1, min_days=1),),
)


def case(
    *relocation: Criterion, placing: tuple[Criterion, ...] = PLACING, until: date = date(2020, 1, 31), **stock: object
) -> Instance:
    base = placed(*placing, stock=inventory(**({"logistics": LOGISTICS} | stock)))
    settings = PlanSettings(start=date(2020, 1, 6), until=until, solve=SolveLimits(time_limit_s=20, workers=1))
    scenario = base.scenario.model_copy(update={"planning": settings})
    return replace(base, scenario=scenario, relocation_criteria=relocation)


def best_by_brute_force(question: Instance) -> tuple[int, ...] | None:
    """The goal of the best lawful placement with a plan; works only in buildings that are used."""
    sensible = [p for p in every_proposal(question) if p.used("A") or not p.refurbishments]
    lawful = sorted((a.goal, i) for i, p in enumerate(sensible) if (a := assess(question, p)).valid)
    return next((goal for goal, i in lawful if can_be_carried_out(question, sensible[i])), None)


def can_be_carried_out(question: Instance, proposal: Proposal) -> bool:
    """Whether there is a plan that the independent check accepts; the solver alone says so where there is none."""
    programme = programme_of(question, proposal)
    schedule = build_schedule(question, programme).schedule
    found = search(schedule.network, SolveLimits(workers=1), seconds=20)
    assert found.status in (Status.OPTIMAL, Status.INFEASIBLE)
    return found.values is not None and assess_plan(question, programme, schedule.plan(found.values)).valid


def test_a_swap_without_anywhere_to_wait_is_sent_back():
    # u (4) and v (5) would change places, but neither A nor B (6 places each) can hold both.
    question = case(ROOM)
    found = place_and_plan(question)
    assert found.result.status is Status.OPTIMAL
    assert found.result.assessment.goal == best_by_brute_force(question)
    (first, *_) = found.rejected
    assert (first.result.proposal.sites("u"), first.result.proposal.sites("v")) == ({"B": 4}, {"A": 5})
    assert first.proven
    assert set(first.units) == {"u", "v"}
    assert found.placement_points == first.points > found.result.assessment.points
    assert "Enhet u, Enhet v" in first.why["nb"]
    assert "«F-rom»" in first.why["nb"]
    assert "would have been enough" in first.why["en"]
    assert all(not r.no_good.forbids(found.result.proposal) for r in found.rejected)


def test_with_transit_premises_the_same_swap_is_carried_out():
    hut = building("D", "N", 200, 4)
    question = case(
        ROOM,
        buildings=(*inventory().buildings, hut),
        logistics=LOGISTICS.model_copy(update={"swing_space": (SwingSpace(building="D"),)}),
        placing=(*PLACING, criterion("K-D", "buildings_closed", parameters={"buildings": ("D",)})),
    )
    found = place_and_plan(question)
    assert found.rejected == ()
    assert found.plan.plan.via["u:A>B"] == "D"


def test_a_refit_that_ends_after_the_deadline_is_sent_back():
    # v in A (10 places after eight weeks of works) beside u is what the placement wants; the plan has four weeks.
    placing = (
        *PLACING[:2],
        criterion("V-v", "forbidden_location", WEIGHT, weight=20, units=("v",), parameters={"buildings": ("B", "C")}),
        criterion("V-u", "forbidden_location", WEIGHT, weight=30, units=("u",), parameters={"buildings": ("B", "C")}),
    )
    question = case(ROOM, WORKS, placing=placing)
    found = place_and_plan(question)
    assert found.rejected[0].result.proposal.refurbishments == {"A+"}
    assert "A+" not in found.result.proposal.refurbishments
    assert found.result.assessment.goal == best_by_brute_force(question)
    assert "siste dag" in found.rejected[0].why["nb"]
    later = case(ROOM, WORKS, placing=placing, until=date(2020, 4, 30))
    assert place_and_plan(later).rejected == ()


@pytest.mark.parametrize("number", range(4))
def test_no_cut_rules_out_a_placement_that_can_be_carried_out(number):
    deadline = criterion("F-frist", "finished_by", parameters={"day": "2020-01-0" + str(6 + number)})
    crew = criterion("F-lag", "crew_capacity")
    open_always = criterion("F-apent", "open_in_each", parameters={"per": "centre"})
    question = case(ROOM, crew, deadline, *((open_always,) if number % 2 else ()))
    best = best_by_brute_force(question)
    if best is None:
        with pytest.raises(NothingCarriedOut) as error:
            place_and_plan(question)
        assert error.value.exhausted
        rejected = error.value.rejected
    else:
        found = place_and_plan(question)
        rejected = found.rejected
        assert found.result.assessment.goal == best
    cut_off = [p for p in every_proposal(question) if any(r.no_good.forbids(p) for r in rejected)][::7]
    assert not any(can_be_carried_out(question, p) for p in cut_off)


def test_those_who_crowd_a_building_today_do_not_belong_to_the_part_of_whoever_comes():
    # Six people sit in C with 5 places; they make it no easier for u to come there.
    crowded = (*inventory().buildings[:2], building("C", "S", 10_000, 5))
    question = case(ROOM, buildings=crowded)
    stay = {p.unit: p for p in question.inventory.today.placements}
    there = Proposal(placements=(replace(stay["u"], building="C"), stay["v"], stay["w"]))
    assert part_of_move(question, there, ["u"]).units == {"u"}


def test_a_must_that_fewer_could_make_harder_is_left_out_of_a_part():
    open_always = criterion("F-apent", "open_in_each", units=("u", "v"), parameters={"per": "centre"})
    question = case(ROOM, open_always)
    today = question.inventory.today
    assert [c.id for c in part_of_move(question, today, ["u"]).instance.relocation_criteria] == ["F-rom"]
    assert len(part_of_move(question, today, ["u", "v"]).instance.relocation_criteria) == 2


def test_when_no_placement_can_be_carried_out_all_that_were_tried_are_told():
    # Everyone must leave today's building, and nothing may be carried.
    placing = (
        *PLACING[:2],
        criterion("K-u", "forbidden_location", units=("u",), parameters={"buildings": ("A",)}),
    )
    never = criterion("F-aldri", "not_before", parameters={"day": "2025-01-01"})
    with pytest.raises(NothingCarriedOut) as error:
        place_and_plan(case(never, placing=placing))
    assert error.value.exhausted
    assert all(r.proven for r in error.value.rejected)


def test_a_plan_not_found_in_time_is_no_proof(monkeypatch):
    tried = []

    def slow(question: Instance, proposal: Proposal, **more: object):
        tried.append(proposal)
        if len(tried) == 1:
            raise StoppedEmpty()
        return solve_plan(question, proposal, **more)

    monkeypatch.setattr(coupled_module, "solve_plan", slow)
    found = place_and_plan(case(placing=(*PLACING[:2], *PLACING[4:]), until=date(2020, 4, 30)))
    assert [r.proven for r in found.rejected] == [False]
    assert found.result.status is Status.FEASIBLE
    assert found.result.runs[0].bound == 0
    assert "ikke bevist" in found.rejected[0].why["nb"]


def test_rounds_are_limited():
    with pytest.raises(NothingCarriedOut) as error:
        place_and_plan(case(ROOM), rounds=1)
    assert not error.value.exhausted
