"""The contract test of moves is only worth something if it fails when it should: every fault seeded here is caught.

A fault is a text put in place of another in a rule's own file, on the solver's side or the reader's; the changed
file is run as a module of its own, and the contract is tried on the rule it gives.
"""

import ast
import inspect
import sys
from types import ModuleType

import pytest

from localisation.domain.relocation import leases, occupancy
from localisation.rules import RELOCATION_RULES, filled, latest, lease_spans, soonest, staying
from localisation.rules.base import Rule
from tests.rules.relocation.contract import disagreements

FAULTS: dict[str, list[tuple[str, str]]] = {
    "room_every_day": [
        ("max(0, today - 100 * spaces)", "0"),
        ("start=model.start(work.id), end=horizon, demand=-100", "start=model.end(work.id), end=horizon, demand=-100"),
        ("demand=100 * adds", "demand=adds"),
        ("max(0, spaces - loss)", "spaces"),
        ("shared and not s.waiting else 0", "False else 0"),
        ("end=end, demand=fixed))", "end=end, demand=2 * fixed))"),
        ("if not s.since]", "if s.until]"),
        ("if day < begun", "if day <= begun"),
        ("max(over) > 0", "max(over) >= 0"),
        ("[*begins, *comes]", "begins"),
        ("min([*works, *come]", "min([*works]"),
    ],
    "premises_available": [
        ("own.start >= given.index(first)", "own.end >= given.index(first)"),
        ("given.index(last + timedelta(days=1)), (stay", "given.index(last), (stay"),
        ("start < bisect_left", "start <= bisect_left"),
        ("bisect_right(days, last)", "bisect_left(days, last)"),
        ("about, there)\n            if activity", "about)\n            if activity"),
        ("plan.presence(given.programme, stay), first", "plan.open(given.programme, stay), first"),
    ],
    "works_before_move_in": [
        ("model.start(leg.move) >= model.end(work.id)", "model.start(leg.move) >= model.start(work.id)"),
        ("arrives < ready", "arrives <= ready"),
        ("when=model.takes_place(leg.move)", "when=model.takes_place(work.id)"),
    ],
    "works_one_at_a_time": [
        ("blocks, 1, about", "blocks, 2, about"),
        ("if w.building == building and w.days", "if w.days"),
        ("start < min(", "start <= min("),
    ],
    "no_stay_during_works": [
        ("model.require(own.start >= end,", "model.require(own.start >= start,"),
        ("model.require(start >= own.end,", "model.require(end >= own.end,"),
        ("if not work.days or", "if"),
        ("start=start, end=end, demand=1)], 1,", "start=start, end=end, demand=1)], 2,"),
        ("not self.buildings or stay.building in", "stay.building in"),
        (" or stay.new", ""),
    ],
    "crew_capacity": [
        ("when=there - overtime", "when=there"),
        ("(extra, overtime_size)", "(extra, size)"),
        ("hands > size and", "hands >= size and"),
        ("c.overtime_size if extra else c.size", "c.size if extra else c.size"),
    ],
    "people_per_day": [
        ("-(-leg.staff // max(", "(leg.staff // max("),
        ("there, self.at_most, about", "there, self.at_most + 1, about"),
        ("people[leg.origin, day] += ", "people[leg.origin, day] = "),
        ("(leg.origin, leg.destination)", "(leg.destination,)"),
    ],
    "vehicle_trips": [
        ("model.vehicle(leg.id) <= self.vehicles - 1", "model.vehicle(leg.id) <= self.vehicles"),
        ("model.minute(leg.id) <= self.minutes_per_day - 1", "model.minute(leg.id) <= self.minutes_per_day"),
        ("leg.destination, other.origin", "leg.origin, other.origin"),
        ("trips * (2 *", "trips * (1 *"),
        ("model.always(ways[3] <= 1 - model.takes_place(second.move))", "pass"),
        ("vehicles[0] - vehicles[1] >= 1", "vehicles[0] - vehicles[1] >= 0"),
        ("about = (second.unit,)", "about = (first.unit,)"),
        ("begin < finish + to_it", "begin < finish"),
        ("end > step.end", "end >= step.end"),
    ],
    "moves_together": [
        ("route.legs[-1].move", "route.legs[0].move"),
        ("apart <= self.within_days", "apart < self.within_days"),
    ],
    "move_order": [
        ("end + self.gap_days", "end + 0"),
        ("model.start(route.legs[0].move)", "model.start(route.legs[-1].move)"),
        ("< self.gap_days", "<= self.gap_days"),
        ("if other != move.unit", "if other"),
        ("plan.steps[leg.cleared].end", "plan.steps[leg.ready].end"),
    ],
    "not_before": [
        (">= first, about", ">= first + 1, about"),
        ("leaves[unit.id] < self.day", "leaves[unit.id] <= self.day"),
        (", when=goes)", ")"),
    ],
    "finished_by": [
        ("timedelta(days=1)", "timedelta(days=0)"),
        ("day <= last", "day < last"),
    ],
    "stop_periods": [
        ("demand=1, when=there", "demand=1"),
        ("run[-1] + 1", "run[-1]"),
        ("step.start : step.end", "step.start : step.end + 1"),
        ("activity.unit in units and", "activity.unit and"),
    ],
    "prompt_steps": [
        ("model.start(leg.move) - model.end(leg.pack)", "model.end(leg.pack) - model.start(leg.move)"),
        ("model.start(step) - model.end(leg.move)", "model.end(step) - model.end(leg.move)"),
        ("if gap > most", "if gap >= most"),
        ("plan.steps[leg.clean].start", "plan.steps[leg.clean].end"),
        ("if leg.unit not in units", "if leg.unit in units"),
    ],
    "service_open": [
        ("closed <= self", "closed < self"),
        ("closed > self", "closed >= self"),
        ("plan.steps[leg.ready].end", "plan.steps[leg.move].end"),
    ],
    "open_in_each": [
        ("len(new) - 1, about", "len(new), about"),
        ("since = model.start(stay.open_until)", "since = model.end(stay.open_until)"),
        ("model.end(stay.open_from)", "model.start(stay.open_from)"),
        ("not s.new for s in there)", "not s.new for s in stays)"),
        ("open_days.setdefault(place, set()).update(", "open_days.setdefault(place, set()).intersection_update("),
    ],
    "transit_moves": [
        ("* (len(route.legs) - 1)", "* len(route.legs)"),
        ("waits.count(u.id) > self", "waits.count(u.id) >= self"),
    ],
    "lease_overlap": [
        ("days <= self.at_most_days,", "days <= self.at_most_days + 1,"),
        ("days > self", "days >= self"),
    ],
    "completion_time": [
        ("in task.after}", "in task.after} | {task.id for task in tasks}"),
        ("route.legs[-1].ready", "route.legs[-1].move"),
        ("max(ends, default=0)", "sum(ends)"),
    ],
    "time_in_place": [
        ('f"in place {move.id}") * move.staff', 'f"in place {move.id}")'),
        ("plan.steps[leg.ready].end", "plan.steps[leg.move].end"),
        ("route.legs[-1].ready", "route.legs[0].ready"),
    ],
    "double_rent": [
        ("model.charge(days * thousands(given", "model.charge(thousands(given"),
        ("model.always(first <= last)", "pass"),
        ("amount += days * thousands", "amount += thousands"),
        ("thousands(12 * swing", "thousands(swing"),
    ],
    "people_in_transit": [
        ("if route.via:", "if True:"),
        ("if s.waiting and", "if"),
    ],
    "visits_lost": [
        ('f"closed {move.id}") * visits', 'f"closed {move.id}")'),
        ("- plan.steps[leg.move].start", "- plan.steps[leg.first].start"),
    ],
    "overtime": [("activity.days * hands))", "hands))"), ("activity.days * hands for", "hands for")],
    "budget_overrun": [
        ("days[0] + 1 if days[0] else 0", "days[0] if days[0] else 0"),
        ("end <= days[-1] + 1", "end <= days[-1]"),
        ("model.always(total(booked) >= model.takes_place(activity.id))", "pass"),
        ("max(0, step.end - 1)", "min(step.end, len(given.programme.calendar) - 1)"),
        ("1000 * budget", "budget"),
        ("model.always(dearer >= here, when=overtime)", "pass"),
        ("activity.overtime_nok if step.overtime else 0", "activity.overtime_nok if not step.overtime else 0"),
    ],
    "plan_deviation": [
        ("model.always(days >= adopted - start, when=when)", "pass"),
        ("adopted, move.id) * move.staff", "adopted, move.id)"),
        ("r.legs[0].move), model", "r.legs[-1].move), model"),
        ("abs(min(own) - adopted)", "abs(max(own) - adopted)"),
        ("amount += abs(start - before.get(work.id, start))", "amount += 0"),
    ],
}

SHARED: list[tuple[ModuleType, str, str, str, str]] = [
    (latest, "latest", "time_in_place", "helper >= time, when=when", "helper >= time"),
    (latest, "latest", "move_order", "helper >= time", "helper >= time - 1"),
    (latest, "earliest", "moves_together", "helper <= time", "helper <= time + 1"),
    (soonest, "soonest", "lease_overlap", "model.always(choice <= when)", "pass"),
    (soonest, "soonest", "double_rent", "helper >= time, when=choice", "helper >= time - 1, when=choice"),
    (lease_spans, "lease_spans", "double_rent", "begin += [", "_ = ["),
    (lease_spans, "lease_spans", "lease_overlap", "model.start(s.open_until)", "model.end(s.open_until)"),
    (leases, "overlap_days", "lease_overlap", "plan.steps[s.until].end for", "plan.steps[s.until].start for"),
    (
        leases,
        "overlap_days",
        "double_rent",
        "if s.building == building and s.until)",
        "if s.building == building and s.until and not s.waiting)",
    ),
    (lease_spans, "lease_spans", "double_rent", "for s in leaving]", "for s in there]"),
    (filled, "filled", "open_in_each", "if not stay.after:", "if True:"),
    (leases, "transit_days", "double_rent", "max(end for", "min(end for"),
    (staying, "staying", "room_every_day", "model.end(stay.until)", "model.start(stay.until)"),
    (staying, "staying", "premises_available", "model.goes(stay.move, stay.via) if stay", "ALWAYS if stay"),
    (occupancy, "occupancy", "room_every_day", "step.end if adds > 0", "step.start if adds > 0"),
    (occupancy, "occupancy", "room_every_day", "(0 if stay.waiting else fixed)", "fixed"),
]

SEEDS = range(90)


def _changed(module: ModuleType, old: str, new: str) -> ModuleType:
    source = inspect.getsource(module)
    assert source.count(old) == 1, f"{old!r} is {source.count(old)} times in {module.__name__}: renew the fault"
    changed = ModuleType(module.__name__)
    sys.modules[f"{module.__name__} with a fault"] = changed
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


@pytest.mark.parametrize("name", RELOCATION_RULES)
def test_every_rule_has_a_seeded_fault_on_either_side(name: str) -> None:
    assert _sides(RELOCATION_RULES[name]) == {"solver", "reader"}


def test_no_fault_is_seeded_in_a_rule_that_is_gone() -> None:
    assert set(FAULTS) == set(RELOCATION_RULES)


@pytest.mark.parametrize(("name", "old", "new"), [(n, *fault) for n, faults in FAULTS.items() for fault in faults])
def test_fault_in_a_rule_is_caught(name: str, old: str, new: str) -> None:
    changed = _changed(sys.modules[RELOCATION_RULES[name].__module__], old, new)
    assert _caught(getattr(changed, RELOCATION_RULES[name].__name__))


@pytest.mark.parametrize(("module", "helper", "name", "old", "new"), SHARED)
def test_fault_in_what_rules_share_is_caught(
    module: ModuleType, helper: str, name: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = getattr(_changed(module, old, new), helper)
    for user in (RELOCATION_RULES[name].__module__, "localisation.rules.lease_spans"):
        if hasattr(sys.modules[user], helper):
            monkeypatch.setattr(sys.modules[user], helper, changed)
    assert _caught(RELOCATION_RULES[name])
