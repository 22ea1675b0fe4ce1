"""However little time there is, a way out is one by the check; and what is left out of a model was decided."""

from itertools import product
from unittest.mock import patch

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import holds as solves
from localisation.solving.explaining.collisions import Collisions, Correction
from localisation.solving.explaining.demand import BOUND
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.explaining.diagnosis import Conflict
from localisation.solving.explaining.fewest import fewest
from localisation.solving.explaining.hardened import hardened
from localisation.solving.explaining.merged import merged
from localisation.solving.explaining.musts import Musts
from localisation.solving.explaining.relaxable import relaxable
from localisation.solving.explaining.trials import Trials
from tests.solving.explaining.cases import LIMITS, all_broken, case, every_minimal_conflict, minimal
from tests.solving.sample import criterion, instance

SEEDS = st.integers(0, 10_000)
FAR = 1e12


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_when_time_ends_after_the_first_conflict_there_is_a_way_out_all_the_same(seed: int):
    place, proposals = case(seed)
    assume(frozenset() not in all_broken(place, proposals))
    collisions = Collisions(relaxable(place), LIMITS, None, FAR)
    told = collisions.each()
    assert isinstance(next(told), Conflict)
    collisions.hurry(0.0)
    (way,) = told
    assert isinstance(way, Correction)
    assert Musts(place).broken(way.proposal) == set(way.demands)


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_a_way_out_whose_amounts_are_told_as_found_is_as_cheap(seed: int):
    place, proposals = case(seed)
    broken = all_broken(place, proposals)
    assume(frozenset() not in broken)
    quick, whole = diagnose(place, LIMITS, quiet_s=0).ways_out[0], diagnose(place, LIMITS).ways_out[0]
    costs = relaxable(place).costs
    assert quick.cheapest
    assert quick.demands in minimal(broken)
    assert sum(costs[d] for d in quick.demands) == sum(costs[d] for d in whole.demands)


@given(SEEDS, st.data())
@settings(max_examples=40, deadline=None)
def test_what_may_give_way_is_let_go_only_if_the_others_can_hold(seed: int, data: st.DataObject):
    place, proposals = case(seed)
    broken = all_broken(place, proposals)
    loose = relaxable(place)
    giving = frozenset(data.draw(st.sets(st.sampled_from(sorted(loose.costs))))) if loose.costs else frozenset()
    able = [b for b in broken if b <= giving]
    found = fewest(loose, giving, (), LIMITS, seconds=20, stop=None)
    assert found.status is (Status.OPTIMAL if able else Status.INFEASIBLE)
    if found.values is not None:
        shown = Musts(place).broken(loose.placement.proposal(found.values))
        assert shown <= giving
        assert sum(loose.costs[d] for d in shown) == min(sum(loose.costs[d] for d in b) for b in able)


@given(SEEDS, st.data())
@settings(max_examples=40, deadline=None)
def test_a_model_where_most_must_hold_allows_what_the_whole_does(seed: int, data: st.DataObject):
    place, proposals = case(seed)
    loose = relaxable(place)
    giving = frozenset(data.draw(st.sets(st.sampled_from(sorted(loose.costs))))) if loose.costs else frozenset()
    hard = hardened(loose, giving)
    musts = Musts(place)
    for proposal in proposals[:20]:
        hint = loose.placement.hint(proposal)
        fits = all(hard.variables[v].low <= x <= hard.variables[v].high for v, x in hint.items())
        # What breaks only what may give way is within the bounds: they leave out nothing that may be.
        assert fits or not musts.broken(proposal) <= giving


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_where_no_conflict_shows_at_once_all_is_told_the_same(seed: int):
    place, proposals = case(seed, requirements=3)
    broken = all_broken(place, proposals)
    assume(frozenset() not in broken)
    with (
        patch.object(Trials, "quick_core", return_value=None),
        patch.object(Trials, "core_at_a_glance", return_value=None),
    ):
        found = diagnose(place, LIMITS, most=1_000, every=True)
    assert found.complete
    assert {frozenset(c.demands) for c in found.conflicts} == set(every_minimal_conflict(broken))
    assert {w.demands for w in found.ways_out} == minimal(broken)
    costs = [sum(relaxable(place).costs[d] for d in way.demands) for way in found.ways_out]
    assert costs == sorted(costs)


def test_a_budget_that_is_enough_alone_is_told_before_what_collides_with_it_is_known():
    # No proposal costs 10 thousand a year or less, and nothing else is in the way.
    place = instance(criterion("plass", "space_capacity"), criterion("ramme", "annual_cost", at_most=10))
    collisions = Collisions(relaxable(place), LIMITS, None, FAR)
    with (
        patch.object(Trials, "quick_core", return_value=None),
        patch.object(Trials, "core_at_a_glance", return_value=None),
    ):
        told = list(collisions.each())
    budget = (("ramme", BOUND),)
    first, second = told
    assert isinstance(first, Correction)
    assert (first.demands, first.cheapest, first.least) == (budget, True, True)
    assert isinstance(second, Conflict)
    assert second.demands == budget
    assert collisions.complete


def test_rows_that_forbid_one_thing_each_say_the_same_as_one():
    model = Model()
    a, b, c, broken = (model.new(name, 0, 1) for name in ("a", "b", "c", "broken"))
    about = ("allowed", ("u",))
    model.rows = [
        Row(Linear({a: 1}), None, 0, about, broken),
        Row(Linear({b: 2}), None, 0, about, broken),
        Row(Linear({a: 1, c: 1}), 1, None, about, broken),
        Row(Linear({c: 1}), None, 0),
    ]
    fewer = Model(variables=model.variables, rows=merged(model, model.rows))
    assert len(fewer.rows) == 3
    for values in product((0, 1), repeat=4):
        assert solves(model, list(values)) == solves(fewer, list(values))
