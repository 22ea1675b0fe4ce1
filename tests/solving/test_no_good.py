"""What is ruled out is never proposed, and nothing else is lost."""

import pytest

from localisation.domain.vocabulary import Status, Strength
from localisation.solving.no_good import NoGood, no_good_of
from localisation.solving.solve import NothingLeft, solve
from localisation.solving.verify import assess
from tests.solving.sample import criterion, every_proposal, instance

CAPACITY = criterion("K-plass", "space_capacity")
MOVED = criterion("V-flyttet", "people_moved", Strength.WEIGHT, weight=1, best=0, worst=15)
COST = criterion("V-kost", "refurbishment_cost", Strength.WEIGHT, weight=1, best=0, worst=10_000)
SITES = criterion("K-steder", "sites_per_unit")
CASE = instance(CAPACITY, SITES, MOVED, COST)


def allowed(no_goods: list[NoGood]) -> list[tuple[tuple[int, ...], object]]:
    """Every lawful proposal that nothing forbids, with its goal, by brute force; no empty building is refurbished."""
    sensible = (p for p in every_proposal(CASE) if p.used("A") or not p.refurbishments)
    left = [p for p in sensible if not any(c.forbids(p) for c in no_goods)]
    return [(a.goal, p) for p in left if (a := assess(CASE, p)).valid]


@pytest.mark.parametrize(
    ("units", "buildings"), [(("u", "v", "w"), ("A", "B", "C")), (("w",), ()), (("u",), ("A",)), ((), ("A",))]
)
def test_cut_after_cut_the_best_of_what_is_left_is_found(units, buildings):
    no_goods: list[NoGood] = []
    for _ in range(4):
        wanted = allowed(no_goods)
        if not wanted:
            with pytest.raises(NothingLeft):
                solve(CASE, no_goods=no_goods)
            return
        result = solve(CASE, no_goods=no_goods)
        assert result.status is Status.OPTIMAL
        assert result.assessment.goal == min(goal for goal, _ in wanted)
        assert not any(no_good.forbids(result.proposal) for no_good in no_goods)
        no_goods.append(no_good_of(CASE.inventory, result.proposal, units, buildings))


def test_a_cut_rules_out_one_split_of_staff_and_not_its_neighbour():
    no_good = NoGood(seats={"w": {"A": 2, "C": 4}}, options={})
    forbidden = [p for p in every_proposal(CASE) if no_good.forbids(p)]
    assert {tuple(sorted(p.sites("w").items())) for p in forbidden} == {(("A", 2), ("C", 4))}


def test_when_everything_is_ruled_out_it_is_said_so():
    everything = [no_good_of(CASE.inventory, p, ("u", "v", "w"), ("A",)) for _, p in allowed([])]
    with pytest.raises(NothingLeft):
        solve(CASE, no_goods=everything)


def test_works_are_kept_where_the_proposal_without_them_is_ruled_out():
    today_without = NoGood(seats={"u": {"A": 4}, "v": {"B": 5}, "w": {"C": 6}}, options={"A+": False})
    result = solve(instance(CAPACITY, SITES, MOVED), no_goods=[today_without])
    assert result.proposal.refurbishments == {"A+"}
