"""Reads a scenario with everything it rests on: the one way in for all commands."""

from dataclasses import replace
from pathlib import Path

from localisation.domain.assumed import is_estimate
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.provenance import Figure, InputFile
from localisation.domain.scenario import Scenario
from localisation.domain.travel import mixed
from localisation.domain.vocabulary import Confidence
from localisation.reading.area import alone_name, only_area
from localisation.reading.cache_folder import cache_folder
from localisation.reading.changes import changed_rows
from localisation.reading.criteria import criteria_of
from localisation.reading.criterion_rows import Draft, read_criterion_rows
from localisation.reading.inventory import read_inventory
from localisation.reading.locks import building_uses, lock_criteria, locks, use_criteria
from localisation.reading.mode_mix import mode_mixes, refuse_unknown_modes
from localisation.reading.plan_settings import plan_settings
from localisation.reading.problems import Place, Problems
from localisation.reading.same_units import refuse_different_units
from localisation.reading.scenario_files import ScenarioFiles, read_scenario_files
from localisation.reading.scenario_settings import goal, scenario_fields, settings
from localisation.reading.travel.travel_modes import travel_modes
from localisation.rules import RELOCATION_RULES


def read_scenario(path: Path, *, area: str | None = None) -> Instance:
    """The scenario with inventory, criteria and travel times; `area` frees one service or priority area only.

    Paths of files are as seen from the working directory when `path` is. Raises `InvalidData` with
    every problem of every file.
    """
    problems = Problems()
    files = read_scenario_files(path, path.as_posix(), problems)
    found = settings(files, problems)
    read = None
    if "place" in found:
        read = read_inventory(Path(found["place"]), found["place"], problems)
    lists = tuple(dict.fromkeys(found.get("criteria", ())))
    read_lists = [read_criterion_rows(Path(name), name, problems) for name in lists]
    inventory = read.inventory if read else None
    drafts = changed_rows([row for rows, _ in read_lists for row in rows], files, problems)
    both = criteria_of(drafts, inventory, problems)
    criteria = tuple(c for c in both if c.rule not in RELOCATION_RULES)
    relocation = tuple(c for c in both if c.rule in RELOCATION_RULES)
    goals = goal(files, criteria, problems, others=relocation) if not problems.errors else {}
    mixes = mode_mixes(files, problems)
    planning = plan_settings(files, found, criteria, relocation, problems)
    if read and not problems.errors:
        refuse_different_units(relocation, read.inventory, Place(file=files.merged.file), problems)
    uses, locked = building_uses(files, inventory, problems), locks(files, inventory, problems)
    problems.raise_errors()
    assert read
    inventory = read.inventory
    criteria = (
        *criteria,
        *use_criteria(uses, inventory, files.merged.file),
        *lock_criteria(locked, inventory, files.merged.file),
    )
    if area:
        inventory, criteria = only_area(area, inventory, criteria, problems)
        problems.raise_errors()
    scenario = Scenario.model_validate(
        {**scenario_fields(found), **goals, **mixes, "planning": planning, "buildings": uses, "locks": locked}
    )
    if area and not scenario.reference:
        names = {
            "name": alone_name(scenario.name, area, inventory, "nb"),
            "name_en": alone_name(scenario.name_en or scenario.name, area, inventory, "en"),
        }
        scenario = scenario.model_copy(update=names)
    travel = travel_modes(inventory, read.travel, found["place"], cache_folder())
    refuse_unknown_modes(mixes, criteria, travel.modes, files, problems)
    problems.raise_errors()
    modes = {
        mode: replace(times, estimate=is_estimate(mode, travel.rests_on[mode], inventory.norms))
        for mode, times in travel.modes.items()
    }
    return Instance(
        inventory=inventory,
        criteria=criteria,
        relocation_criteria=relocation,
        scenario=scenario,
        travel=mixed(modes, scenario.visits_by, scenario.longest_min),
        commute=mixed(modes, scenario.commute_by, scenario.longest_min),
        modes=modes,
        rests_on=travel.rests_on,
        read_from=travel.read_from,
        roads_from=travel.roads_from,
        timetable_day=travel.timetable_day,
        figures=(*read.figures, *_bounds((*criteria, *relocation), drafts)),
        files=_files(files, [file for _, own in read_lists for file in own], (*read.files, *travel.files)),
        remarks=(*problems.remarks, *travel.remarks),
    )


def _bounds(criteria: tuple[Criterion, ...], drafts: list[Draft]) -> tuple[Figure, ...]:
    """The scales, bounds and weights of the criteria are figures too.

    A criterion may be documented; how much it weighs and where its scale ends are judgements, and count as estimates.
    """
    rows = {draft.id: draft.record for draft in drafts}
    places = {(key, column): rows[key].at(column) for key in rows for column in ("best", "worst", "at_most", "weight")}
    nowhere = Place()
    return tuple(
        Figure(
            table="criteria",
            row=c.id,
            column=key,
            value=str(value),
            confidence=c.confidence if key == "at_most" else Confidence.ESTIMATE,
            source=c.source,
            file=places.get((c.id, key), nowhere).file,
            sheet=places.get((c.id, key), nowhere).sheet,
            line=places.get((c.id, key), nowhere).row,
        )
        for c in criteria
        for key, value in (("best", c.best), ("worst", c.worst), ("at_most", c.at_most), ("weight", c.weight or None))
        if value is not None
    )


def _files(files: ScenarioFiles, lists: list[InputFile], inventory: tuple[InputFile, ...]) -> tuple[InputFile, ...]:
    own = [part.input for part in files.parts if part.input]
    return tuple({f.path: f for f in (*own, *lists, *inventory)}.values())
