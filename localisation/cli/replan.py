"""localisation replan: the plan made anew when reality is otherwise, moving as little as possible."""

from datetime import date
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


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "replan")
    def replan(
        plan: Annotated[Path, argument(texts, "PLAN.json", "replan.plan")],
        out: Annotated[Path, option(texts, "--out", "plan.out", metavar="DIR")],
        as_of: Annotated[str, option(texts, "--as-of", "replan.as_of", metavar="YYYY-MM-DD")],
        done: Annotated[list[str] | None, option(texts, "--done", "replan.done", metavar="NAME")] = None,
        delay: Annotated[list[str] | None, option(texts, "--delay", "replan.delay", metavar='"NAME +6w"')] = None,
        time_limit: Annotated[int | None, option(texts, "--time-limit", "plan.time_limit", metavar="S", min=1)] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed}
        limits = {k: v for k, v in given.items() if v is not None}
        with told(texts, as_json=as_json):
            _replan(plan, out, _day(as_of, texts), (tuple(done or ()), tuple(delay or ())), limits, as_json, texts)


def _day(text: str, texts: Texts) -> date:
    from localisation.reading.cells import CellFault, date_of

    try:
        return date_of(text)
    except CellFault as error:
        raise typer.BadParameter(texts("cli.replan.bad_day", day=text)) from error


def _replan(
    path: Path,
    out: Path,
    as_of: date,
    said: tuple[tuple[str, ...], tuple[str, ...]],
    limits: dict[str, int],
    as_json: bool,
    texts: Texts,
) -> None:
    from localisation.cli.plan_watched import plan_limits, watched
    from localisation.cli.plan_words import plan_rows, plan_sentences, shown_files
    from localisation.cli.stored_plan import stored_plan
    from localisation.exporting.output_folder import output_folder
    from localisation.exporting.plan.exports import PLAN_FILES, write_plan_files
    from localisation.exporting.plan.finished_plan import FinishedPlan
    from localisation.solving.schedule.replanning.difference_sentences import difference_sentences
    from localisation.solving.schedule.replanning.replan import changes_of
    from localisation.solving.schedule.replanning.replanned import replanned

    old = stored_plan(path)
    if old.faults:
        messages().print(texts("cli.replan.not_whole", file=path.as_posix()), soft_wrap=True)
        raise typer.Exit(ExitCode.INVALID_DATA)
    done, delays = said
    changes = changes_of(
        old.instance, old.programme, old.plan, as_of=as_of, done=done, delays=delays, language=texts.language
    ).on_top_of(old.changes)
    console = messages()
    with (
        output_folder(out, ours=PLAN_FILES) as folder,
        interrupts(lambda: console.print(texts("cli.propose.stopping"))) as stop,
    ):
        found = watched(
            old.instance,
            lambda tell: replanned(
                old.instance,
                old.proposal,
                old.plan,
                changes,
                limits=plan_limits(old.instance, limits),
                on_progress=tell,
                stop=stop,
            ),
            texts=texts,
            as_json=as_json,
        )
        console.print(texts("cli.propose.writing"))
        finished = FinishedPlan(
            instance=found.instance,
            result=found.result,
            scenario=old.scenario,
            area=old.file.scenario.area,
            language=texts.language,
            home=out,
            adopted=old.plan,
            differences=found.differences,
            today=as_of,
        )
        files = [(out / name).as_posix() for name in write_plan_files(folder, finished)]
    lines = difference_sentences(found.instance, found.result.programme, found.differences, texts.language)
    if not (done or delays or found.differences):
        lines = (texts("cli.replan.nothing_new"),)
    if as_json:
        print_json({**plan_rows(finished), "differences": list(lines), "files": files})
        return
    for line in (*plan_sentences(finished, texts), "", *lines):
        answers().print(line, soft_wrap=True)
    answers().print(texts("cli.propose.files"))
    for file in shown_files(files):
        answers().print(f"  {file}", soft_wrap=True)
