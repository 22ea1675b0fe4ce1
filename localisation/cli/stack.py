"""localisation stack: who sits on which floor of each building."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import area_option, argument, json_option, lang_option, option
from localisation.cli.own_help import command
from localisation.cli.scenario_path import scenario_path
from localisation.texts import Texts

if TYPE_CHECKING:
    from localisation.domain.instance import Instance
    from localisation.domain.proposal import Proposal

_SECONDS = 60


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "stack")
    def stack(
        source: Annotated[str, argument(texts, "PROPOSAL.json|SCENARIO", "stack.source")],
        out: Annotated[Path, option(texts, "--out", "stack.out", metavar="DIR")],
        time_limit: Annotated[int | None, option(texts, "--time-limit", "stack.time_limit", metavar="S", min=1)] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        with told(texts, as_json=as_json):
            _stack(source, out, time_limit or _SECONDS, area, as_json, texts)


def _stack(source: str, out: Path, seconds: int, area: str | None, as_json: bool, texts: Texts) -> None:
    from localisation.cli.stack_answer import say_stack, stack_json
    from localisation.cli.stack_watched import stack_watched
    from localisation.exporting.output_folder import output_folder
    from localisation.exporting.stack.exports import STACK_FILES, write_stack
    from localisation.exporting.stack.finished_stack import FinishedStack

    with (
        output_folder(out, ours=STACK_FILES) as folder,
        interrupts(lambda: messages().print(texts("cli.propose.stopping"))) as stop,
    ):
        instance, proposal, scenario, own_area = _asked(source, area, stop, as_json, texts)
        plan = stack_watched(instance.inventory, proposal, seconds=seconds, stop=stop, texts=texts)
        if not plan.buildings:
            _leave(texts("stack.cli.nothing"), "stopped", ExitCode.STOPPED, as_json)
        messages().print(texts("cli.propose.writing"))
        run = FinishedStack(
            instance=instance,
            proposal=proposal,
            plan=plan,
            language=texts.language,
            scenario=scenario,
            area=own_area,
            home=out,
        )
        files = [(out / name).as_posix() for name in write_stack(folder, run)]
    if as_json:
        print_json(stack_json(run, files))
        return
    say_stack(answers(), run, files, texts)


def _asked(
    source: str, area: str | None, stop: threading.Event, as_json: bool, texts: Texts
) -> "tuple[Instance, Proposal, Path, str | None]":
    """The proposal to stack with the scenario it is of: a stored one as it stands, or a scenario's best."""
    from localisation.cli.proposal_in_hand import not_whole
    from localisation.cli.solve_all import solve_watched
    from localisation.cli.verification import proposal_of, verify_file
    from localisation.reading.scenario import read_scenario

    if Path(source).suffix.lower() != ".json":
        path = scenario_path(source)
        instance = read_scenario(path, area=area)
        return instance, solve_watched(instance, {}, stop=stop, texts=texts, as_json=as_json).proposal, path, area
    found = verify_file(Path(source))
    if found.assessment.structural:
        _leave(not_whole(found, source, texts), "invalid_data", ExitCode.INVALID_DATA, as_json)
    if not found.unchanged:
        messages().print(texts("stack.cli.changed"), soft_wrap=True)
    return found.instance, proposal_of(found.stored), found.scenario, found.stored.scenario.area


def _leave(sentence: str, status: str, code: ExitCode, as_json: bool) -> None:
    if as_json:
        print_json({"status": status, "messages": [sentence]})
    messages().print(sentence, soft_wrap=True)
    raise typer.Exit(code)
