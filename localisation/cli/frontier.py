"""localisation frontier: what two or three measures cost each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import area_option, argument, json_option, lang_option, limit_options, option
from localisation.cli.own_help import command
from localisation.texts import Texts

if TYPE_CHECKING:
    import threading

    from localisation.cli.studied_source import StudiedSource
    from localisation.domain.scenario import SolveLimits
    from localisation.solving.frontier.axis import Axis
    from localisation.solving.frontier.frontier import Frontier

_TIMES = 10
"""Without --time-limit a frontier may take this many times what the scenario gives one proposal."""


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "frontier")
    def frontier(
        source: Annotated[str, argument(texts, "SOURCE", "frontier.source")],
        out: Annotated[Path, option(texts, "--out", "frontier.out", metavar="DIR")],
        by: Annotated[str | None, option(texts, "--by", "frontier.by", metavar="ID,ID[,ID]")] = None,
        points: Annotated[int | None, option(texts, "--points", "frontier.points", metavar="N", min=2)] = None,
        time_limit: Annotated[
            int | None, option(texts, "--time-limit", "frontier.time_limit", metavar="S", min=1)
        ] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        names = tuple(name.strip() for name in (by or "").split(",") if name.strip())
        given = {k: v for k, v in {"workers": workers, "seed": seed}.items() if v is not None}
        with told(texts, as_json=as_json):
            _frontier(source, out, names, points, time_limit, given, area, as_json, texts)


def _frontier(
    source: str,
    out: Path,
    names: tuple[str, ...],
    points: int | None,
    time_limit: int | None,
    given: dict[str, int],
    area: str | None,
    as_json: bool,
    texts: Texts,
) -> None:
    from localisation.cli.frontier_answer import frontier_json, say_frontier
    from localisation.cli.or_refuse import or_refuse
    from localisation.cli.solve_all import limits_of
    from localisation.cli.studied_source import studied_source
    from localisation.exporting.frontier.exports import OUR_FILES, write_frontier
    from localisation.exporting.frontier.finished_frontier import FinishedFrontier
    from localisation.exporting.output_folder import output_folder
    from localisation.solving.frontier.axes import AxesUnusable, axes_of

    studied = studied_source(source, area, texts)
    instance = studied.instance
    try:
        axes = axes_of(instance, names)
    except AxesUnusable as error:
        in_english = {c.group: c.group_en for c in instance.criteria if c.group_en and texts.language == "en"}
        known = [in_english.get(name, name) for name in error.known]
        sentence = texts(f"frontier.fault.{error.cause}", name=error.name, known=known)
        raise typer.BadParameter(sentence, param_hint="--by") from error
    limits = limits_of(instance, given)
    seconds = time_limit or _TIMES * limits.time_limit_s
    with (
        output_folder(out, ours=OUR_FILES) as folder,
        interrupts(lambda: messages().print(texts("cli.propose.stopping"))) as stop,
    ):
        with or_refuse(instance, texts, as_json=as_json):
            found = _watched(studied, axes, points, seconds, limits, stop, texts)
        messages().print(texts("cli.propose.writing"))
        run = FinishedFrontier(
            frontier=found,
            language=texts.language,
            scenario=studied.scenario,
            area=studied.area,
            home=out,
            given=Path(source) if studied.stored else None,
        )
        files = [(out / name).as_posix() for name in write_frontier(folder, run)]
    if as_json:
        print_json(frontier_json(run, files))
        return
    say_frontier(answers(), found, files, texts)


def _watched(
    studied: "StudiedSource",
    axes: "tuple[Axis, ...]",
    points: int | None,
    seconds: int,
    limits: "SolveLimits",
    stop: "threading.Event",
    texts: Texts,
) -> "Frontier":
    from localisation.cli.background import in_background
    from localisation.cli.step_line import StepLine
    from localisation.exporting.naming import name_in
    from localisation.solving.frontier.solve_frontier import FrontierProgress, solve_frontier

    instance, known = studied.instance, [studied.stored] if studied.stored else []
    name = name_in(instance.scenario, texts.language)
    first = texts("frontier.cli.building", name=name, seconds="{seconds}")
    with StepLine(messages(), first) as line:

        def heard(news: FrontierProgress) -> None:
            left = "" if news.gap is None else texts("frontier.cli.open", gap=texts.number(100 * news.gap, 1))
            counts = {"points": news.points, "questions": news.questions}
            line.told(texts("frontier.cli.progress", name=name, open=left, seconds="{seconds}", **counts))

        return in_background(
            lambda: solve_frontier(
                instance,
                axes,
                points=points,
                seconds=seconds,
                known=known,
                limits=limits,
                on_progress=heard,
                stop=stop,
            ),
            meanwhile=line.draw,
        )
