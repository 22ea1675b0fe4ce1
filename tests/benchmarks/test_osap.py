"""Office space allocation said with our rules: on every allocation of a tiny case the goal is the file's own cost."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from benchmarks.osap import ALLOCATION, NOT_SHARING, Demand, Offices, osap_cost, read_osap
from benchmarks.osap_stated import cost_offset, cost_units, osap_instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.solve import solve
from localisation.solving.verify import assess

TINY = """NoOfEntities:    4

ENTITIES
      0      0          10
      1      0          10
      2      0         5.5
      3      1           8

ROOMS
      0      0          12      2   0   1
      1      0        20.5      3   0   1   2
      2      0           6      2   1   2
      3      1           9      1   3

CONSTRAINTS
      0      0      0      0      0
      1      1      0      1      0
      2      3      0      1     -1
      3      3      1      2     -1
      4      4      0      0      1
      5      5      0      0      2
      6      6      1      3     -1
      7      7      0      1      2
      8      8      0      0      2
      9      9      0      0      1
     10      9      1      3      2
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Offices:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY)
    return read_osap(path)


def allocation(*rooms: int) -> Proposal:
    placed = (Placement(unit=f"e{i}", building=f"r{k}", staff=1) for i, k in enumerate(rooms))
    return Proposal(placements=tuple(sorted(placed)), refurbishments=frozenset())


def test_the_sections_are_read_in_tenths_of_a_square_metre(tiny: Offices) -> None:
    assert tiny.entities == (100, 100, 55, 80)
    assert tiny.rooms == (120, 205, 60, 90)
    assert tiny.floor == (0, 0, 0, 1)
    assert tiny.adjacent[1] == {0, 1, 2}
    assert tiny.demands[6] == Demand(kind=NOT_SHARING, hard=True, first=3, second=-1)
    assert len(tiny.demands) == 11


def test_a_cost_one_can_redo_on_paper(tiny: Offices) -> None:
    """Entities in rooms 0, 1, 2 and 3 waste 2 + 10.5 + 0.5 + 1 = 14 m2.

    Broken: same room (10) and away from, on the same floor (10).
    """
    assert osap_cost(tiny, allocation(0, 1, 2, 3)) == Fraction(34)


def test_overuse_counts_twice_and_empty_rooms_are_wasted(tiny: Offices) -> None:
    """All but entity 3 in room 0: 25.5 in 12 is 13.5 too many, 27 m2; empty: 20.5 + 6; entity 3 wastes 1: 54.5.

    Broken: not in room 0 (10), not the same room (10), away from (10).
    """
    assert osap_cost(tiny, allocation(0, 0, 0, 3)) == Fraction("84.5")


def test_a_broken_hard_constraint_has_no_cost(tiny: Offices) -> None:
    assert osap_cost(tiny, allocation(0, 1, 3, 3)) is None


def test_on_every_allocation_our_goal_is_the_cost(tiny: Offices) -> None:
    instance, unit, offset = osap_instance(tiny), cost_units(tiny), cost_offset(tiny)
    lawful = 0
    for rooms in product(range(4), repeat=4):
        found, cost = assess(instance, allocation(*rooms)), osap_cost(tiny, allocation(*rooms))
        assert found.valid == (cost is not None), rooms
        if cost is not None:
            lawful += 1
            assert found.goal[0] / unit + offset == pytest.approx(float(cost), abs=0.001), rooms
    assert 10 < lawful < 100


def test_the_proven_best_is_the_best_of_all(tiny: Offices) -> None:
    best = min(c for rooms in product(range(4), repeat=4) if (c := osap_cost(tiny, allocation(*rooms))) is not None)
    result = solve(osap_instance(tiny), limits=SolveLimits(time_limit_s=20, workers=1))
    assert result.status is Status.OPTIMAL
    assert osap_cost(tiny, result.proposal) == best


def test_a_soft_demand_not_to_share_is_refused(tiny: Offices) -> None:
    soft = (Demand(kind=NOT_SHARING, hard=False, first=0, second=-1),)
    with pytest.raises(ValueError, match="cannot be said"):
        osap_instance(replace(tiny, demands=soft))


def test_a_case_without_demands_is_waste_alone(tiny: Offices) -> None:
    bare = replace(tiny, demands=(Demand(kind=ALLOCATION, hard=True, first=0, second=1),))
    assert osap_cost(bare, allocation(1, 0, 2, 3)) == Fraction(14)
    found = assess(osap_instance(bare), allocation(1, 0, 2, 3))
    assert found.goal[0] / cost_units(bare) + cost_offset(bare) == pytest.approx(14, abs=0.001)
