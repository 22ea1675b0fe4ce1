"""What is named of a conflict plays a part in it, also where too little was found out to make it minimal."""

from dataclasses import dataclass, field
from random import Random
from typing import Any, cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localisation.domain.proposal import Proposal
from localisation.solving.explaining.collisions import Collisions, Correction
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.explaining.diagnosis import Conflict
from localisation.solving.explaining.minimal_conflict import minimal_conflict
from localisation.solving.explaining.trials import Trials, Verdict
from tests.solving.explaining.cases import LIMITS, Demands, all_broken, case, every_minimal_conflict, holds
from tests.solving.sample import criterion, instance

SEEDS = st.integers(0, 10_000)
WISHES: list[Demand] = [(f"krav {i}", ()) for i in range(6)]
BREAKS = st.lists(st.frozensets(st.sampled_from(WISHES), min_size=1), min_size=1, max_size=12, unique=True)
"""What each of some proposals breaks."""


@dataclass(frozen=True)
class Listed:
    """Trials by a list of what each proposal breaks; its cores are all that was tried, and some it cannot tell."""

    broken: set[Demands]
    untold: float
    rng: Random = field(default_factory=lambda: Random(1))
    left: float = 1.0

    def together(self, demands: list[Demand], **_: object) -> Verdict:
        if self.rng.random() < self.untold:
            return Verdict()
        if holds(frozenset(demands), self.broken):
            return Verdict(witness=Proposal(placements=()))
        return Verdict(core=tuple(demands))

    def confirmed(self, _: list[Demand]) -> bool:
        return True


@given(BREAKS, st.sampled_from((0.0, 0.3)))
@settings(max_examples=300, deadline=None)
def test_a_core_of_everything_becomes_a_conflict_of_which_all_that_is_named_is_needed(
    breaks: list[Demands], untold: float
):
    broken = set(breaks)
    assert not holds(frozenset(WISHES), broken)
    trials = cast(Any, Listed(broken, untold))
    found = minimal_conflict(trials, WISHES, dict.fromkeys(WISHES, 1))
    within = [c for c in every_minimal_conflict(broken) if c <= set(found.demands)]
    assert within
    assert all(set(found.told) <= c for c in within)
    if found.minimal:
        assert within == [frozenset(found.demands)]
    assert found.minimal or untold


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_where_no_conflict_is_confirmed_a_name_is_told_only_of_what_every_one_of_them_needs(seed: int):
    place, proposals = case(seed)
    broken = all_broken(place, proposals)
    assume(frozenset() not in broken)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Trials, "confirmed", lambda *_: False)
        found = diagnose(place, LIMITS)
    for conflict in found.conflicts:
        assert not conflict.minimal
        for one in every_minimal_conflict(broken):
            assert set(conflict.told) <= one or not one <= set(conflict.demands)


@dataclass
class After:
    """A stop that is pressed after it has been asked for so many times."""

    left: int

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


@given(SEEDS, st.integers(0, 40))
@settings(max_examples=40, deadline=None)
def test_whoever_stops_is_told_only_what_is_known_for_certain(seed: int, asked: int):
    place, proposals = case(seed)
    broken = all_broken(place, proposals)
    assume(frozenset() not in broken)
    found = diagnose(place, LIMITS, stop=After(asked))
    assert all(way.cheapest for way in found.ways_out)
    for conflict in found.conflicts:
        for one in every_minimal_conflict(broken):
            assert set(conflict.told) <= one or not one <= set(conflict.demands)


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_where_no_conflict_is_found_what_is_enough_alone_is_told_as_part_of_every_one(seed: int):
    place, proposals = case(seed)
    broken = all_broken(place, proposals)
    assume(frozenset() not in broken)
    whole = Collisions.each
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Collisions, "each", lambda self: (one for one in whole(self) if isinstance(one, Correction)))
        found = diagnose(place, LIMITS)
    assert not found.conflicts
    assert set(found.in_every_conflict) == {d for w in found.ways_out if len(w.demands) == 1 for d in w.demands}
    assert all(set(found.in_every_conflict) <= conflict for conflict in every_minimal_conflict(broken))


def test_a_minimal_conflict_comes_before_one_of_which_nothing_is_known(monkeypatch: pytest.MonkeyPatch):
    place = instance(
        criterion("ja", "fixed_location", units=("u",), parameters={"buildings": ("A",)}),
        criterion("nei", "forbidden_location", units=("u",), parameters={"buildings": ("A",)}),
    )
    known = diagnose(place, LIMITS)
    whole, vague = Collisions.each, Conflict(demands=(("ja", ("u", "A")),), minimal=False)
    monkeypatch.setattr(Collisions, "each", lambda self: (vague, *whole(self)))
    assert diagnose(place, LIMITS, most=1).conflicts == known.conflicts[:1]
