"""What a scenario says of itself: dates, goal, comparison and how to solve."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from localisation.domain.criterion import Criterion
from localisation.domain.scenario import LEAST_MEMORY_MB, MOST_CONFLICTS, MOST_WORKERS, SolveLimits
from localisation.domain.vocabulary import Engine, Strength
from localisation.reading.problems import Problems, nearest
from localisation.reading.scenario_files import ScenarioFiles
from localisation.reading.toml_table import Key, checked

SETTINGS = (
    Key("id", str, required=True),
    Key("name", str, required=True),
    Key("name_en", str),
    Key("description", str),
    Key("description_en", str),
    Key("extends", str),
    Key("place", str, required=True),
    Key("criteria", list, required=True),
    Key("reference", bool),
    Key("start", date, required=True),
    Key("in_place_by", date, required=True),
    Key("needed_until", date, required=True),
    Key("horizon_years", int, low=1, high=100),
    Key("discount_permille", int, low=0, high=200),
    Key("compare_with", list),
    Key("drop", list),
)
GOAL = (Key("kind", str), Key("order", list), Key("slack_percent", int, low=0, high=100))
SOLVE = (
    Key("time_limit_s", int, low=1),
    Key("deterministic_limit", int, low=1),
    Key("workers", int, low=1, high=MOST_WORKERS),
    Key("memory_mb", int, low=LEAST_MEMORY_MB),
    Key("seed", int),
)
CONFLICTS = Key("conflicts", int, low=1, high=MOST_CONFLICTS)
ENGINE = Key("engine", str, choices=tuple(Engine))
PLAN = (Key("start", date), Key("until", date), *SOLVE, Key("goal", dict))
TRAVEL = (Key("visits", dict), Key("commute", dict), Key("longest_min", dict))
SCENARIO_KEYS = {
    "scenario": SETTINGS,
    "goal": GOAL,
    "solve": (*SOLVE, CONFLICTS, ENGINE),
    "plan": PLAN,
    "travel": TRAVEL,
}
"""The tables of a scenario whose keys are known beforehand."""
TABLES = ("scenario", "goal", "weights", "change", "add", "buildings", "locks", "solve", "plan", "travel")
_KEPT = ("id", "name", "name_en", "description", "description_en", "reference", "horizon_years", "discount_permille")
_DATES = ("start", "in_place_by", "needed_until")


def settings(files: ScenarioFiles, problems: Problems) -> dict[str, Any]:
    """The checked [scenario] table, with `solve` as `SolveLimits`."""
    for part in files.parts:
        for table in part.values:
            if table not in TABLES:
                suggestion = nearest(table, TABLES)
                code = "unknown_key_like" if suggestion else "unknown_key"
                problems.error(code, part.at(table), key=table, suggestion=suggestion, known=TABLES)
    found = checked(files.merged, "scenario", SETTINGS, problems, files.at)
    for key in ("criteria", "compare_with", "drop"):
        if not all(isinstance(v, str) for v in found.get(key, [])):
            problems.error("wrong_kind", files.at("scenario", key), key=key, kind="toml_list", value=str(found[key]))
            found[key] = []
    days = [found.get(key) for key in _DATES]
    for (first, second), key in zip(pairwise(days), _DATES[1:], strict=True):
        if first and second and second < first:
            at = files.at("scenario", key)
            problems.error("dates_backwards", at, id=key, begin=first, end=second)
    found["solve"] = SolveLimits(**checked(files.merged, "solve", (*SOLVE, ENGINE), problems, files.at))
    return found


def scenario_fields(found: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that the domain's scenario keeps."""
    kept = {key: found[key] for key in (*_KEPT, *_DATES, "solve") if key in found}
    return {**kept, "compare_with": tuple(found.get("compare_with", ()))}


def goal(
    files: ScenarioFiles,
    criteria: tuple[Criterion, ...],
    problems: Problems,
    table: str = "goal",
    others: tuple[Criterion, ...] = (),
) -> dict[str, Any]:
    """The goal's levels and slack: no levels for a weighted sum, the order for a lexicographic goal.

    `criteria` are those the goal of this table may name, `others` those of the other stage.
    """
    found = checked(files.merged, table, GOAL, problems, files.at)
    kind = found.get("kind", "lexicographic" if found.get("order") else "weighted")
    if kind not in ("weighted", "lexicographic"):
        problems.error("goal_kind", files.at(table, "kind"), kind=kind)
        return {}
    if kind == "weighted":
        return {}
    order = found.get("order", [])
    at = files.at(table, "order")
    levels = [level if isinstance(level, list) else [level] for level in order]
    if not levels or any(not level for level in levels):
        problems.error("goal_without_order", at)
        return {}
    weighted = {c.id for c in criteria if c.strength is Strength.WEIGHT}
    seen: set[str] = set()
    for name in (str(name) for level in levels for name in level):
        if name in {c.id for c in others}:
            problems.error("goal_other_stage", at, criterion=name, goal=table)
        elif name not in {c.id for c in criteria}:
            suggestion = nearest(name, (c.id for c in criteria))
            problems.error(
                "unknown_criterion_like" if suggestion else "unknown_criterion", at, id=name, suggestion=suggestion
            )
        elif name not in weighted:
            problems.error("goal_not_weighted", at, criterion=name)
        elif name in seen:
            problems.error("goal_twice", at, criterion=name)
        seen.add(name)
    left_out = tuple(sorted(weighted - seen))
    if left_out:
        problems.warning("goal_leaves_out", at, criteria=left_out)
    return {
        "levels": tuple(tuple(str(name) for name in level) for level in levels),
        "level_slack_percent": found.get("slack_percent", 0),
    }
