"""What a change does to the instance, and nothing else."""

from fractions import Fraction

from localisation.domain.vocabulary import Strength
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change, Kind
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.verify import assess, structural_faults
from tests.solving.frontier.test_solve_frontier import fixed
from tests.solving.sample import criterion, every_proposal, instance, inventory

CASE = fixed(10)


def test_more_rent_changes_the_cost_by_that_share_and_nothing_else():
    # B costs 500 000 a year in rent, 20 % more is 600 000; A's 100 000 and C's 150 000 in running cost stay.
    case = instance(criterion("kost", "annual_cost", Strength.WEIGHT, weight=1, best=0, worst=1_000))
    dearer = changed_instance(case, Change(kind=Kind.RENT, factor=Fraction(6, 5)))
    today = case.inventory.today
    amounts = [assess(c, today).result("kost").amount for c in (case, dearer)]
    assert amounts[1] - amounts[0] == 100
    assert dearer.inventory.building["A"] == case.inventory.building["A"]


def test_more_staff_sit_on_the_same_sites_today_and_in_the_proposal():
    # 4, 5 and 6 become 4, 6 and 7 (4.4, 5.5 and 6.6, halves up); w's two sites of 2 and 4 get 2 and 5.
    case = instance(criterion("flytt", "people_moved", Strength.WEIGHT, weight=1, best=0, worst=15))
    grown = changed_instance(case, Change(kind=Kind.STAFF, factor=Fraction(11, 10)))
    assert [u.staff for u in grown.inventory.units] == [4, 6, 7]
    split = next(p for p in every_proposal(case) if p.sites("w") == {"B": 2, "C": 4} and p.sites("v") == {"B": 5})
    more = carried(split, grown)
    assert not structural_faults(grown, more)
    assert more.sites("w") == {"B": 2, "C": 5}
    assert carried(grown.inventory.today, grown) == grown.inventory.today
    assert assess(grown, grown.inventory.today).result("flytt").amount == 0


def test_longer_journeys_change_seconds_only():
    case = instance(criterion("flytt", "people_moved", Strength.WEIGHT, weight=1, best=0, worst=15), stock=inventory())
    slower = changed_instance(case, Change(kind=Kind.TRAVEL, factor=Fraction(6, 5))).travel
    assert slower.zone_m == case.travel.zone_m
    before = case.travel.zone_s["2"]["A"]
    assert slower.zone_s["2"]["A"] == (12 * before + 5) // 10


def test_weights_are_halved_and_dropped_without_rounding():
    weights = {c.id: c.weight for c in CASE.criteria if c.weight}
    half = changed_instance(CASE, Change(kind=Kind.WEIGHT, factor=Fraction(1, 2), criterion="together"))
    assert {c.id: c.weight for c in half.criteria if c.weight} == {k: 2 * w for k, w in weights.items()} | {
        "together": 5
    }
    none = changed_instance(CASE, Change(kind=Kind.WEIGHT, factor=Fraction(0), criterion="together"))
    assert "together" not in {c.id for c in none.criteria}
