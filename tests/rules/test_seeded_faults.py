"""The contract test is only worth something if it fails when it should: every fault seeded here must be caught.

A fault is a text put in place of another in a rule's own file, on the solver's side or the reader's; the changed
file is run as a module of its own, and the contract is tried on the rule it gives.
"""

import ast
import inspect
import sys
from types import ModuleType

import pytest

from localisation.rules import PLACEMENT_RULES, arrivals, nearest
from localisation.rules.base import Rule
from tests.rules.contract import disagreements

FAULTS: dict[str, list[tuple[str, str]]] = {
    "space_capacity": [
        ("wanted <= added", "wanted + 100 <= added"),
        ("need > 100 * space", "need >= 100 * space"),
        ("about=(building.id, kind.value)", "about=(kind.value, building.id)"),
        ("{u.id: u for u in given.units}", "{u.id: u for u in given.inventory.units}"),
        (" + 100 * taken", ""),
    ],
    "facilities": [
        ("facility in r.adds_facilities", "r.adds_facilities"),
        ("if building.step_free:", "if not building.step_free:"),
    ],
    "sites_per_unit": [
        ("sites >= unit.sites_min", "sites - 1 >= unit.sites_min"),
        ("unit.sites_max + 1)", "unit.sites_max)"),
        ("staff < unit.smallest_part", "staff <= unit.smallest_part"),
        (">= smallest", "+ 1 >= smallest"),
    ],
    "availability": [
        ("days // 7", "days // 8"),
        ("> weeks >=", ">= weeks >"),
        ("end < until", "end <= until"),
        ("ready > first", "ready >= first"),
        ("if r.id in proposal.refurbishments", "if r.id"),
        ("None if self.leases", "None if not self.leases"),
    ],
    "fixed_location": [(">= 1", ">= 0"), ("not in proposal", "in proposal")],
    "allowed_location": [
        ("if not self.holds(b)]\n        for", "if self.holds(b)]\n        for"),
        ("<= 0", "<= 1"),
        ("if not self.holds(given", "if self.holds(given"),
    ],
    "forbidden_location": [
        ("<= 0", ">= 0"),
        ("about=(unit.id, building.id)", "about=(building.id, unit.id)"),
        ("if self.holds(given", "if not self.holds(given"),
    ],
    "unchanged": [(".equals(today)", ".equals(1)"), ("!= {s", "== {s")],
    "together": [
        ("model.sits(unit.id, building.id) <= model.sits(host", "model.sits(unit.id, building.id) >= model.sits(host"),
        ("set(proposal.sites(unit.id)) -", "set(proposal.sites(unit.id)) &"),
    ],
    "near": [
        ("s <= 60 * self", "s < 60 * self"),
        ("t > self.limit_min * 60", "t >= self.limit_min * 60"),
        ("t is not None and not", "t is None or not"),
        ("in times.get(b, {})", "in times.get(buildings[0], {})"),
    ],
    "apart": [
        ("<= 1", "<= 2"),
        ("about=(unit.id, other.id)\n", "about=(other.id, unit.id)\n"),
        (".keys() & proposal", ".keys() - proposal"),
    ],
    "presence": [
        ("sites >= self.at_least", "sites - 1 >= self.at_least"),
        ("sites[place] < self", "sites[place] <= self"),
        ("]] += 1", "]] = 1"),
    ],
    "population_coverage": [
        ("<= 60 * self", "< 60 * self"),
        ("s <= self.limit_min", "s < self.limit_min"),
        ("count * (week - guest)", "count * week"),
        ("count * guest)", "count)"),
        ("counts[row.tobytes()] += number", "counts[row.tobytes()] = number"),
        ("100 * days[place] <", "100 * days[place] <="),
        ("(100 - self.share_percent)", "self.share_percent"),
        (" if self.receives(b) else []", ""),
        ("allowed = week * people", "allowed = people"),
        ("at_times, self.visiting_days", "at_times, WEEK_DAYS"),
        ("_beyond(model, both,", "_beyond(model, more,"),
    ],
    "centre_within": [("<= 60 * self", "< 60 * self"), ("min(times) > self", "max(times) > self")],
    "buildings_used": [(">= 1", ">= 0"), ("if not any(", "if not all(")],
    "buildings_closed": [("<= 0", "<= 1"), ("if building in proposal", "if building not in proposal")],
    "building_limit": [
        ("<= self.at_most, about", "<= self.at_most + 1, about"),
        ("> self.at_most else", ">= self.at_most else"),
        (
            "return model.used(building)\n        used",
            "return model.used(building)\n        return model.used(building)\n        used",
        ),
    ],
    "distribution": [
        ("lowest = -(", "lowest = 1 - ("),
        ("> self.tolerance_points:", ">= self.tolerance_points:"),
        ("there <= highest", "there <= highest + 1"),
        ("b.district == district", "b.centre == district"),
    ],
    "annual_cost": [(" - empty) + empty", ") + empty"), ("proposal.used(b.id)", "True")],
    "refurbishment_cost": [
        ("thousands(option.cost_nok))", "(option.cost_nok // 1000))"),
        (" if option.id in", " if option.id not in"),
    ],
    "moving_cost": [("building.id) * price", "building.id)"), ("cost += moved", "cost = moved")],
    "present_value": [
        ("(100 * thousands", "(thousands"),
        ("False, b.id in today", "False, b.id not in today"),
        ("value += moved", "value -= moved"),
        ("scenario.discount_permille)\n        today", "scenario.discount_permille + 1)\n        today"),
    ],
    "citizens_travel_time": [
        ("nearest(zone, both)", "nearest(zone, sites)"),
        ("in given.units:\n            sites", "in given.units[1:]:\n            sites"),
        ("ordinary, unit.sites_max == 1", "ordinary, True"),
        ("visiting, unit.sites_max == 1 and both == own", "visiting, unit.sites_max == 1"),
        ("visit_minutes(count - part", "visit_minutes(count"),
        (" if self.receives(b)}", "}"),
    ],
    "commute_change": [
        (" - unit.staff_today(b.id)", ""),
        ("staff * commute_minutes", "commute_minutes"),
        ("unit.service_area, b.id", "unit.service_area, unit.id"),
    ],
    "travel_co2": [
        ("visit_co2_kg(n - m,", "visit_co2_kg(n,"),
        ("kilograms += staff * ", "kilograms += "),
        ("visiting, journeys.metres.nearest(zone, own)", "visiting, journeys.seconds().nearest(zone, own)"),
        ("(m, lengths, norms)", "(m, 2 * lengths, norms)"),
        ("nearest(zone, both)", "nearest(zone, own)"),
        ("if unit.id in away else 0", "if self.visiting else 0"),
        ("if unit in guests else 0", "if unit not in guests else 0"),
        ("visiting, unit.sites_max == 1 and both == own", "visiting, unit.sites_max == 1"),
        (" if self.receives(b)}", "}"),
    ],
    "people_moved": [
        ("model.charge(arrivals(model, unit, building.id))", "model.charge(model.staff(unit.id, building.id))"),
        ("people_moved({s.building: s.staff for s in u.today}", "people_moved({}"),
    ],
    "separated_collaborations": [
        (".equals(1)", " >= 0"),
        ("for c in second) <= sits", "for c in second) <= 1"),
        ("if b != c else 0", ""),
        ("min(apart", "max(apart"),
        ("selected and pair", "selected or pair"),
    ],
    "extra_sites": [("model.charge(-1)", "model.charge(0)"), ("- 1 for", "- 0 for")],
    "leased_workplaces": [
        ("is Tenure.OWNED", "is not Tenure.LEASED"),
        ("(100 * need.per_site)", "need.per_site"),
        ("if building in", "if building not in"),
    ],
    "unused_space": [
        ("model.always(both <= model.refurbished(option.id))", "pass"),
        ("model.always(both >= used + model.refurbished(option.id) - 1)", "pass"),
        ("max(0, 100", "max(100, 100"),
        ("used * (100", "1 * (100"),
    ],
    "far_from_hub": [("> self.limit_m", ">= self.limit_m"), ("metres is not None and", "metres is None or")],
}

SHARED: list[tuple[ModuleType, str, str, str]] = [
    (nearest, "citizens_travel_time", "steps[closer] += following - cost", "steps[closer] += following"),
    (nearest, "citizens_travel_time", "closer |= 1 << i", "closer = 1 << i"),
    (nearest, "citizens_travel_time", "nearest += ranked[0][0]", "nearest = ranked[0][0]"),
    (nearest, "travel_co2", "costs.sum(axis=0)", "costs.max(axis=0)"),
    (arrivals, "people_moved", "unit.staff - today)", "unit.staff)"),
    (arrivals, "moving_cost", "building) * today)", "building))"),
    (arrivals, "present_value", "if today == 0 or", "if today >= 0 or"),
]

SEEDS = range(30)


def _changed(module: ModuleType, old: str, new: str) -> ModuleType:
    source = inspect.getsource(module)
    assert source.count(old) == 1, f"{old!r} is {source.count(old)} times in {module.__name__}: renew the fault"
    changed = ModuleType(module.__name__)
    exec(compile(source.replace(old, new), f"{module.__name__} with a fault", "exec"), changed.__dict__)
    return changed


def _caught(rule: type[Rule]) -> bool:
    try:
        return any(next(disagreements(rule, seed), None) for seed in SEEDS)
    except Exception:  # A fault that stops the rule is caught as well.
        return True


def _reached(tree: ast.Module, first: str) -> set[str]:
    """The functions of a rule's file that are called from this one, itself among them."""
    bodies = {f.name: f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)}
    found, left = set(), [first]
    while left:
        name = left.pop()
        if name in bodies and name not in found:
            found.add(name)
            calls = [n.func for n in ast.walk(bodies[name]) if isinstance(n, ast.Call)]
            left += [
                c.attr if isinstance(c, ast.Attribute) else c.id
                for c in calls
                if hasattr(c, "attr") or hasattr(c, "id")
            ]
    return found


def _sides(rule: type[Rule]) -> set[str]:
    """On which of its two sides, "solver" and "reader", a rule has a seeded fault; shared functions are neither."""
    source = inspect.getsource(sys.modules[rule.__module__])
    tree = ast.parse(source)
    solver = _reached(tree, "encode")
    reader = _reached(tree, "check") | _reached(tree, "measure")
    sides = set()
    for old, _ in FAULTS[rule.name]:
        first = source[: source.index(old)].count("\n") + 1
        for f in ast.walk(tree):
            if isinstance(f, ast.FunctionDef) and f.lineno <= first <= (f.end_lineno or 0):
                sides |= {"solver"} if f.name in solver - reader else set()
                sides |= {"reader"} if f.name in reader - solver else set()
    return sides


@pytest.mark.parametrize("name", PLACEMENT_RULES)
def test_every_rule_has_a_seeded_fault_on_either_side(name: str) -> None:
    assert _sides(PLACEMENT_RULES[name]) == {"solver", "reader"}


def test_no_fault_is_seeded_in_a_rule_that_is_gone() -> None:
    assert set(FAULTS) == set(PLACEMENT_RULES)


@pytest.mark.parametrize(("name", "old", "new"), [(n, *fault) for n, faults in FAULTS.items() for fault in faults])
def test_fault_in_a_rule_is_caught(name: str, old: str, new: str) -> None:
    changed = _changed(sys.modules[PLACEMENT_RULES[name].__module__], old, new)
    assert _caught(getattr(changed, PLACEMENT_RULES[name].__name__))


@pytest.mark.parametrize(("module", "name", "old", "new"), SHARED)
def test_fault_in_a_shared_formulation_is_caught(
    module: ModuleType, name: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (helper,) = (f for f in ("charge_nearest", "arrivals") if hasattr(module, f))
    monkeypatch.setattr(
        sys.modules[PLACEMENT_RULES[name].__module__], helper, getattr(_changed(module, old, new), helper)
    )
    assert _caught(PLACEMENT_RULES[name])
