"""localisation times: travel times as tables and maps."""

from pathlib import Path
from typing import Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.failing import told
from localisation.cli.language import Language
from localisation.cli.options import json_option, lang_option, option, scenario_argument
from localisation.cli.own_help import command
from localisation.cli.scenario_path import scenario_path
from localisation.texts import Texts


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "times")
    def times(
        scenario: Annotated[str, scenario_argument(texts)],
        out: Annotated[Path, option(texts, "--out", "times.out", metavar="DIR")],
        to: Annotated[list[str] | None, option(texts, "--to", "times.to", metavar="ID")] = None,
        no_maps: Annotated[bool, option(texts, "--no-maps", "times.no_maps")] = False,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        with told(texts, as_json=as_json):
            _times(scenario, out, tuple(dict.fromkeys(to or ())), not no_maps, as_json, texts)


def _times(scenario: str, out: Path, to: tuple[str, ...], maps: bool, as_json: bool, texts: Texts) -> None:
    from rich.progress import BarColumn, Progress, TextColumn

    from localisation.cli.travel_basis import mode_table, travel_json
    from localisation.exporting.output_folder import output_folder
    from localisation.exporting.travel.mix_words import mix_words
    from localisation.exporting.travel.travel_files import file_names, map_jobs, write_travel
    from localisation.reading.scenario import read_scenario

    console = messages()
    console.print(texts("cli.times.reading"))
    instance = read_scenario(scenario_path(scenario))
    unknown = [b for b in to if b not in instance.inventory.building]
    if unknown:
        known = ", ".join(instance.inventory.building)
        raise typer.BadParameter(texts("cli.times.unknown", name=unknown[0], known=known), param_hint="--to")
    jobs = map_jobs(instance, to, texts) if maps else ()
    names = file_names(jobs)
    with (
        output_folder(out, ours=names) as folder,
        Progress(TextColumn("{task.description}", markup=False), BarColumn(), console=console, transient=True) as bar,
    ):
        task = bar.add_task(texts("cli.times.matrix"), total=max(1, len(jobs)))

        def show(done: int, of: int, name: str) -> None:
            text = texts("cli.times.drawing", done=done, of=of, name=name)
            bar.update(task, completed=done, description=text)
            if name and not console.is_terminal:
                console.print(text)

        rows = write_travel(instance, folder, jobs, texts, show)
    files = [(out / name).as_posix() for name in names]
    if as_json:
        print_json({"status": "ok", "rows": rows, "files": files, "travel": travel_json(instance)})
        return
    answers().print(mode_table(instance, texts))
    for sentence in mix_words(instance, texts):
        answers().print(sentence)
    answers().print(texts("cli.times.done", rows=rows, maps=len(jobs)))
    for file in files:
        answers().print(f"  {file}", soft_wrap=True)
