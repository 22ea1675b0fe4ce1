"""What if: the answer is that of a fresh solve of the changed question, and of trying every proposal there is."""

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.collisions import Collisions, Correction
from localisation.solving.no_proposal import NoProposal
from localisation.solving.robustness.first_answer import first_answer
from localisation.solving.robustness.what_if import what_if
from localisation.solving.robustness.wish import Wish, WishUnusable
from localisation.solving.solve import solve
from localisation.solving.verify import assess
from tests.solving.frontier.test_solve_frontier import MEASURES, fixed, lawful, town
from tests.solving.sample import criterion, every_proposal

HARD = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
CASE = fixed(10)


def wishes(data: st.DataObject, case: Instance) -> Wish:
    unit, building = (data.draw(st.sampled_from(keys)) for keys in ("uvxy", "ABCD"))
    weighed = st.sampled_from(sorted(MEASURES))
    return data.draw(
        st.sampled_from(
            [
                Wish(asked=(Asked(unit=unit, building=building),)),
                Wish(asked=(Asked(unit=unit, building=building, there=False),)),
                Wish(weights={data.draw(weighed): data.draw(st.integers(0, 90))}),
                Wish(dropped=frozenset({data.draw(st.sampled_from([c.id for c in case.criteria]))})),
                Wish(asked=(Asked(unit=unit, building=building),), dropped=frozenset({data.draw(weighed)})),
            ]
        )
    )


@HARD
@given(data=st.data())
@pytest.mark.parametrize("told_how", [False, True])
def test_the_answer_is_that_of_a_fresh_solve_of_the_changed_question(told_how: bool, data: st.DataObject):
    case = town(lambda low, high: data.draw(st.integers(low, high)))
    if not lawful(case):
        return
    best = solve(case)
    before = best.proposal
    wish = wishes(data, case)
    changed = wish.applied(case)
    told = []
    found = what_if(case, before, wish, runs=best.runs if told_how else (), on_first=told.append)
    goals = [a.goal for a in lawful(changed)]
    assert found.assessment == assess(changed, before)
    if not goals:
        assert found.refused is not None
        with pytest.raises(NoProposal):
            solve(changed)
        return
    assert found.found is not None
    assert found.found.assessment.goal == solve(changed).assessment.goal == min(goals)
    assert found.found.assessment == assess(changed, found.found.proposal)
    assert found.found.status is Status.OPTIMAL
    assert found.better_by == 0
    for one in wish.asked:
        assert one.met_by(found.found.proposal)
    # Of all that are equally good, none moves fewer people.
    good = [p for p in every_proposal(case) if (a := assess(changed, p)).valid and a.goal == min(goals)]
    fewest = min(difference(before, p, Differ.PEOPLE) for p in good)
    assert found.fewest
    assert difference(before, found.found.proposal, Differ.PEOPLE) == fewest
    # What was said at once is lawful, and never better than the answer.
    assert all(a.valid and a.goal >= found.found.assessment.goal for a in told)
    if found.assessment.goal == min(goals) and found.assessment.valid:
        assert found.moved == ()


def test_the_first_answer_moves_only_who_is_in_the_way():
    # Whoever sits neither where the unit comes from nor where it goes stays in the same buildings.
    case = fixed(10)
    before = solve(case).proposal
    for unit in "uvxy":
        for building in "ABCD":
            wish = Wish(asked=(Asked(unit=unit, building=building),))
            changed = wish.applied(case)
            first = first_answer(changed, before, wish, limits=case.scenario.solve)
            if first is None:
                continue
            assert assess(changed, first).valid
            spoken = {building, *before.sites(unit)}
            for other in "uvxy":
                if other != unit and not spoken & set(before.sites(other)):
                    assert first.sites(other).keys() == before.sites(other).keys()


def test_a_stop_answers_with_what_was_said_at_once():
    stop = threading.Event()
    before = solve(CASE).proposal
    wish = Wish(weights={"annual_cost": 31})
    found = what_if(CASE, before, wish, on_first=lambda _: stop.set(), stop=stop)
    assert found.found is not None
    assert found.found.proposal == before
    assert found.better_by is None


@pytest.mark.parametrize(
    ("wish", "cause"),
    [
        (Wish(), "nothing"),
        (Wish(weights={"K-plass": 3}), "not_weighted"),
        (Wish(weights={"annual_cost": 3}, dropped=frozenset({"annual_cost"})), "twice"),
        (Wish(dropped=frozenset(MEASURES)), "nothing_weighs"),
    ],
)
def test_a_wish_that_cannot_be_carried_out_is_refused(wish: Wish, cause: str):
    with pytest.raises(WishUnusable) as error:
        wish.applied(CASE)
    assert error.value.cause == cause


def test_what_forbids_it_is_told_without_the_wish_itself():
    shut = criterion("stengt", "buildings_closed", parameters={"buildings": ("A",)})
    case = replace(CASE, criteria=(*CASE.criteria, shut))
    before = next(p for p in every_proposal(case) if assess(case, p).valid)
    found = what_if(case, before, Wish(asked=(Asked(unit="u", building="A"),)))
    assert found.found is None
    assert found.refused is not None
    assert {c for one in found.refused.conflicts for c, _ in one.demands} == {"stengt"}


def test_what_forbids_it_is_told_without_the_wish_where_no_conflict_is_found_either(monkeypatch: pytest.MonkeyPatch):
    whole = Collisions.each
    monkeypatch.setattr(Collisions, "each", lambda self: (one for one in whole(self) if isinstance(one, Correction)))
    shut = criterion("stengt", "buildings_closed", parameters={"buildings": ("A",)})
    case = replace(CASE, criteria=(*CASE.criteria, shut))
    before = next(p for p in every_proposal(case) if assess(case, p).valid)
    refused = what_if(case, before, Wish(asked=(Asked(unit="u", building="A"),))).refused
    assert refused is not None
    assert refused.ways_out
    assert {r.criterion for way in refused.ways_out for r in way.reliefs} == {"stengt"}


def test_a_wish_takes_no_criterions_id():
    row = criterion("asked", "buildings_closed", parameters={"buildings": ("A",)})
    case = replace(CASE, criteria=(*CASE.criteria, row, row.model_copy(update={"id": "asked-1"})))
    wish = Wish(asked=(Asked(unit="u", building="B"), Asked(unit="v", building="C")))
    changed = wish.applied(case)
    assert len({c.id for c in changed.criteria}) == len(changed.criteria) == len(case.criteria) + 2
    assert changed.criteria[-2:] == wish.musts(case)


def test_a_lock_that_already_holds_is_proven_at_once_by_what_was_proven_before(monkeypatch: pytest.MonkeyPatch):
    best = solve(CASE)
    there = next(iter(best.proposal.sites("x")))

    def never(*_: object, **__: object) -> None:
        raise AssertionError("solved for nothing")

    monkeypatch.setattr("localisation.solving.robustness.what_if.solve", never)
    found = what_if(CASE, best.proposal, Wish(asked=(Asked(unit="x", building=there),)), runs=best.runs)
    assert found.found is not None
    assert found.found.status is Status.OPTIMAL
    assert found.moved == ()
    # With another weight the old proof says nothing, and it must be solved.
    with pytest.raises(AssertionError, match="for nothing"):
        what_if(CASE, best.proposal, Wish(weights={"annual_cost": 31}), runs=best.runs)
