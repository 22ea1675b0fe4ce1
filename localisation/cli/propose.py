"""localisation propose: solve, check again, and write everything a reader needs."""

import threading
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from localisation.cli.console import answers, messages, print_json
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import (
    area_option,
    engine_option,
    json_option,
    lang_option,
    limit_options,
    option,
    scenario_argument,
)
from localisation.cli.own_help import command
from localisation.cli.scenario_path import scenario_path
from localisation.domain.scenario import MOST_CONFLICTS
from localisation.domain.vocabulary import Engine
from localisation.texts import Texts

_STACK_S = 20
"""Seconds the floors may take."""
_STOPPED_STACK_S = 3
"""Seconds they may take when the search for the proposal was stopped."""


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    seconds, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "propose")
    def propose(
        scenario: Annotated[str, scenario_argument(texts)],
        out: Annotated[Path, option(texts, "--out", "propose.out", metavar="DIR")],
        time_limit: Annotated[int | None, seconds] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        engine: Annotated[Engine | None, engine_option(texts)] = None,
        conflicts: Annotated[
            int | None, option(texts, "--conflicts", "propose.conflicts", metavar="N", min=1, max=MOST_CONFLICTS)
        ] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed, "engine": engine, "conflicts": conflicts}
        with told(texts, as_json=as_json):
            _propose(scenario, out, {k: v for k, v in given.items() if v is not None}, area, as_json, texts)


def _propose(
    scenario: str, out: Path, limits: dict[str, int | str], area: str | None, as_json: bool, texts: Texts
) -> None:
    from localisation.cli.score_table import score_rows, score_table
    from localisation.cli.solve_all import solve_others, solve_watched
    from localisation.cli.stack_watched import stack_watched
    from localisation.comparing.comparable import require_comparable
    from localisation.comparing.compare import compare
    from localisation.comparing.reasons import reasons
    from localisation.exporting.exports import OUR_FILES, write_all
    from localisation.exporting.finished import Finished
    from localisation.exporting.output_folder import output_folder
    from localisation.reading.scenario import read_scenario

    path = scenario_path(scenario)
    instance = read_scenario(path, area=area)
    named = {Path(other).resolve(): Path(other) for other in instance.scenario.compare_with}
    rivals = [read_scenario(other, area=area) for key, other in named.items() if key != path.resolve()]
    require_comparable([instance, *rivals])
    console = messages()
    with (
        output_folder(out, ours=OUR_FILES) as folder,
        interrupts(lambda: console.print(texts("cli.propose.stopping"))) as stop,
    ):
        result = solve_watched(instance, limits, stop=stop, texts=texts, as_json=as_json)
        theirs = {key: value for key, value in limits.items() if key != "conflicts"}
        others = solve_others(rivals, theirs, stop=stop, texts=texts)
        comparison = compare((instance, result), others)
        stack = stack_watched(
            instance.inventory,
            result.proposal,
            seconds=_STOPPED_STACK_S if stop.is_set() else _STACK_S,
            stop=threading.Event() if stop.is_set() else stop,
            texts=texts,
        )
        console.print(texts("cli.propose.writing"))
        run = Finished(
            comparison=comparison,
            result=result,
            reasons=reasons(instance, result.proposal),
            language=texts.language,
            scenario=path,
            area=area,
            home=out,
            stack=stack if stack.buildings else None,
        )
        files = [(out / name).as_posix() for name in write_all(folder, run)]
    if as_json:
        runs = [{"status": r.status, "gap": r.gap, "seconds": r.seconds, "engine": r.engine} for r in result.runs]
        print_json(
            {
                "status": result.status.value,
                "stopped": result.stopped,
                "points": result.assessment.points,
                "runs": runs,
                "alternatives": score_rows(comparison),
                "files": files,
            }
        )
        return
    _say_how_it_went(answers(), score_table(comparison, texts), result.status.value, result.stopped, files, texts)


def _say_how_it_went(out: Console, table: Any, status: str, stopped: bool, files: list[str], texts: Texts) -> None:
    out.print(table)
    out.print(texts(f"workbook.status.{status}"))
    if stopped:
        out.print(texts("cli.propose.was_stopped"))
    out.print(texts("cli.propose.files"))
    for file in files:
        out.print(f"  {file}", soft_wrap=True)
