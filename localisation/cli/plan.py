"""localisation plan: who moves when, for a scenario to solve or a proposal that is there."""

from pathlib import Path
from typing import Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import argument, json_option, lang_option, limit_options, option
from localisation.cli.own_help import command
from localisation.texts import Texts

PROPOSAL = "proposal.json"
"""Written beside the plan when the placement was found with it."""


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "plan")
    def plan(
        source: Annotated[str, argument(texts, "SCENARIO|PROPOSAL.json", "plan.source")],
        out: Annotated[Path, option(texts, "--out", "plan.out", metavar="DIR")],
        simulate: Annotated[int, option(texts, "--simulate", "plan.simulate", metavar="N", min=0)] = 0,
        time_limit: Annotated[int | None, option(texts, "--time-limit", "plan.time_limit", metavar="S", min=1)] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed}
        with told(texts, as_json=as_json):
            _plan(source, out, simulate, {k: v for k, v in given.items() if v is not None}, as_json, texts)


def _plan(name: str, out: Path, draws: int, limits: dict[str, int], as_json: bool, texts: Texts) -> None:
    from localisation.cli.plan_source import plan_source
    from localisation.cli.plan_watched import planned, simulated
    from localisation.cli.plan_words import plan_rows, plan_sentences, shown_files
    from localisation.cli.proposal_in_hand import not_whole
    from localisation.exporting.naming import name_in
    from localisation.exporting.output_folder import output_folder
    from localisation.exporting.plan.exports import PLAN_FILES, write_plan_files
    from localisation.exporting.plan.finished_plan import FinishedPlan, RejectedPlacement
    from localisation.exporting.proposal_file import write_proposal

    source = plan_source(name)
    console = messages()
    if source.unfit is not None:
        console.print(not_whole(source.unfit, name, texts), soft_wrap=True)
        raise typer.Exit(ExitCode.INVALID_DATA)
    if not source.unchanged:
        console.print(texts("cli.plan.changed", file=name), soft_wrap=True)
    if source.broken_musts:
        musts = [name_in(c, texts.language) for c in source.broken_musts]
        console.print(texts("cli.plan.unlawful", file=name, musts=musts), soft_wrap=True)
    with (
        output_folder(out, ours=(*PLAN_FILES, PROPOSAL)) as folder,
        interrupts(lambda: console.print(texts("cli.propose.stopping"))) as stop,
    ):
        found = planned(source, limits, stop=stop, texts=texts, as_json=as_json)
        simulation = simulated(source.instance, found.plan, draws, limits, texts=texts) if draws else None
        console.print(texts("cli.propose.writing"))
        finished = FinishedPlan(
            instance=source.instance,
            scenario=source.scenario,
            area=source.area,
            home=out,
            language=texts.language,
            result=found.plan,
            placement_points=found.placement_points,
            rejected=tuple(
                RejectedPlacement(proposal=r.result.proposal, points=r.points, why=r.why) for r in found.rejected
            ),
            simulation=simulation,
        )
        names = write_plan_files(folder, finished)
        if found.placement:
            write_proposal(folder / PROPOSAL, source.instance, found.placement, scenario=source.scenario, home=out)
            names = (*names, PROPOSAL)
        files = [(out / name).as_posix() for name in names]
    if as_json:
        print_json({**plan_rows(finished), "files": files})
        return
    for line in plan_sentences(finished, texts):
        answers().print(line, soft_wrap=True)
    answers().print(texts("cli.propose.files"))
    for file in shown_files(files):
        answers().print(f"  {file}", soft_wrap=True)
