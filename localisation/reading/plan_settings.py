"""What a scenario says of who moves when: between which days, the goal, and how to solve."""

from datetime import timedelta
from typing import Any

from localisation.domain.criterion import Criterion
from localisation.domain.scenario import PlanSettings, SolveLimits
from localisation.reading.problems import Problems
from localisation.reading.scenario_files import ScenarioFiles
from localisation.reading.scenario_settings import PLAN, SOLVE, goal
from localisation.reading.toml_table import checked

GOAL = "plan.goal"
_ROOM = timedelta(days=365)


def plan_settings(
    files: ScenarioFiles,
    found: dict[str, Any],
    placement: tuple[Criterion, ...],
    relocation: tuple[Criterion, ...],
    problems: Problems,
) -> PlanSettings | None:
    """The [plan] table; None when the scenario has none, or something is wrong with its days.

    `found` is the checked [scenario]: the days count from its start until a year after everyone is to be in place,
    unless [plan] says otherwise. `relocation` are the criteria the goal may name.
    """
    if "plan" not in files.merged.values:
        return None
    written = checked(files.merged, "plan", PLAN, problems, files.at)
    start, until = written.get("start", found.get("start")), written.get("until")
    if until is None and "in_place_by" in found:
        until = found["in_place_by"] + _ROOM
    if start is None or until is None:
        return None
    if until < start:
        at = files.at("plan", "until" if "until" in written else "start")
        problems.error("dates_backwards", at, id=at.column, begin=start, end=until)
        return None
    limits = {key.name: written[key.name] for key in SOLVE if key.name in written}
    usual = PlanSettings(start=start, until=until).solve
    return PlanSettings(
        start=start,
        until=until,
        solve=SolveLimits.model_validate(usual.model_dump() | limits),
        **(goal(files, relocation, problems, GOAL, placement) if "goal" in written and not problems.errors else {}),
    )
