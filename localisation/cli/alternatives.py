"""localisation alternatives: other proposals that are nearly as good, or just as good."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import area_option, argument, json_option, lang_option, limit_options, option
from localisation.cli.own_help import command
from localisation.solving.alternatives.difference import Differ
from localisation.texts import Texts

if TYPE_CHECKING:
    import threading

    from localisation.cli.wanted_alternatives import WantedAlternatives
    from localisation.domain.assessment import Result
    from localisation.domain.instance import Instance
    from localisation.solving.alternatives.all_optimal import AllOptimal
    from localisation.solving.alternatives.near_best import NearBests

_WITHIN, _COUNT, _MOST = 5.0, 4, 50
_TIMES = 10
"""Without --time-limit the search after the best may take this many times what the scenario gives one proposal."""


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)
    key = "alternatives"

    @command(app, texts, "alternatives")
    def alternatives(
        source: Annotated[str, argument(texts, "SOURCE", f"{key}.source")],
        out: Annotated[Path, option(texts, "--out", f"{key}.out", metavar="DIR")],
        within: Annotated[float, option(texts, "--within", f"{key}.within", metavar="P", min=0, max=100)] = _WITHIN,
        count: Annotated[int, option(texts, "--count", f"{key}.count", metavar="K", min=1, max=100)] = _COUNT,
        differ: Annotated[Differ, option(texts, "--differ", f"{key}.differ")] = Differ.PEOPLE,
        every: Annotated[bool, option(texts, "--all-optimal", f"{key}.all_optimal")] = False,
        most: Annotated[int, option(texts, "--most", f"{key}.most", metavar="N", min=1, max=1000)] = _MOST,
        time_limit: Annotated[
            int | None, option(texts, "--time-limit", f"{key}.time_limit", metavar="S", min=1)
        ] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        from localisation.cli.wanted_alternatives import WantedAlternatives

        given = {k: v for k, v in {"workers": workers, "seed": seed}.items() if v is not None}
        wanted = WantedAlternatives(
            within=within, count=count, differ=differ, every=every, most=most, seconds=time_limit, given=given
        )
        with told(texts, as_json=as_json):
            _alternatives(source, out, wanted, area, as_json, texts)


def _alternatives(
    source: str, out: Path, wanted: "WantedAlternatives", area: str | None, as_json: bool, texts: Texts
) -> None:
    from localisation.cli.alternatives_answer import alternatives_json, say_alternatives
    from localisation.cli.proposal_in_hand import require_lawful
    from localisation.cli.solve_all import solve_watched
    from localisation.cli.studied_source import studied_source
    from localisation.exporting.alternatives.exports import OUR_FILES, write_alternatives
    from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
    from localisation.exporting.output_folder import output_folder

    studied = studied_source(source, area, texts)
    instance = studied.instance
    if studied.stored is not None:
        require_lawful(studied.stored.assessment, source, texts, as_json=as_json)
    limit = {} if wanted.seconds is None else {"time_limit_s": wanted.seconds}
    with (
        output_folder(out, ours=OUR_FILES) as folder,
        interrupts(lambda: messages().print(texts("cli.propose.stopping"))) as stop,
    ):
        given = limit | dict(wanted.given)
        best = studied.stored or solve_watched(instance, given, stop=stop, texts=texts, as_json=as_json)
        found = _watched(instance, best, wanted, stop, texts)
        messages().print(texts("cli.propose.writing"))
        run = FinishedAlternatives(
            instance=instance,
            best=best,
            found=found,
            differ=wanted.differ,
            language=texts.language,
            scenario=studied.scenario,
            area=studied.area,
            home=out,
            given=studied.stored is not None,
        )
        files = [(out / name).as_posix() for name in write_alternatives(folder, run)]
    if as_json:
        print_json(alternatives_json(run, files))
        return
    say_alternatives(answers(), run, files, texts)


def _watched(
    instance: "Instance", best: "Result", wanted: "WantedAlternatives", stop: "threading.Event", texts: Texts
) -> "NearBests | AllOptimal":
    from localisation.cli.background import in_background
    from localisation.cli.solve_all import limits_of
    from localisation.cli.step_line import StepLine
    from localisation.exporting.naming import name_in
    from localisation.rules.goal import GOAL_UNITS
    from localisation.solving.alternatives.all_optimal import all_optimal
    from localisation.solving.alternatives.near_best import near_best

    limits = limits_of(instance, wanted.given)
    seconds = wanted.seconds or _TIMES * limits.time_limit_s
    name = name_in(instance.scenario, texts.language)

    def line_of(count: int) -> str:
        return texts("alternatives.cli.progress", name=name, count=count, seconds="{seconds}")

    def work() -> "NearBests | AllOptimal":
        if wanted.every:
            return all_optimal(
                instance, best, most=wanted.most, seconds=seconds, limits=limits, on_found=heard, stop=stop
            )
        return near_best(
            instance,
            best,
            within_goal=round(wanted.within * GOAL_UNITS),
            count=wanted.count,
            differ=wanted.differ,
            seconds=seconds,
            limits=limits,
            on_found=heard,
            stop=stop,
        )

    with StepLine(messages(), line_of(0)) as line:

        def heard(count: int) -> None:
            line.told(line_of(count))

        return in_background(work, meanwhile=line.draw)
