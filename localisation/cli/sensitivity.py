"""localisation sensitivity: what may change before another proposal is better than the recommendation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.failing import told
from localisation.cli.interrupts import interrupts
from localisation.cli.language import Language
from localisation.cli.options import (
    area_option,
    argument,
    engine_option,
    json_option,
    lang_option,
    limit_options,
    option,
)
from localisation.cli.own_help import command
from localisation.domain.vocabulary import Engine
from localisation.texts import Texts

if TYPE_CHECKING:
    import threading

    from localisation.cli.studied_source import StudiedSource
    from localisation.cli.wanted_robustness import WantedRobustness
    from localisation.domain.assessment import Result
    from localisation.solving.robustness.known import Known
    from localisation.solving.robustness.robustness import Robustness

_SECONDS, _DRAWS, _MOST_DRAWS = 10, 200, 100_000


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)
    key = "sensitivity"

    @command(app, texts, "sensitivity")
    def sensitivity(
        source: Annotated[str, argument(texts, "SOURCE", "whynot.source")],
        out: Annotated[Path, option(texts, "--out", f"{key}.out", metavar="DIR")],
        draws: Annotated[int, option(texts, "--draws", f"{key}.draws", metavar="N", min=1, max=_MOST_DRAWS)] = _DRAWS,
        refine: Annotated[bool, option(texts, "--refine", f"{key}.refine")] = False,
        time_limit: Annotated[int, option(texts, "--time-limit", f"{key}.time_limit", metavar="S", min=1)] = _SECONDS,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        engine: Annotated[Engine | None, engine_option(texts)] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        from localisation.cli.wanted_robustness import WantedRobustness

        given = {k: v for k, v in {"workers": workers, "seed": seed, "engine": engine}.items() if v is not None}
        wanted = WantedRobustness(draws=draws, refine=refine, seconds=time_limit, given=given)
        with told(texts, as_json=as_json):
            _sensitivity(source, out, wanted, area, as_json, texts)


def _sensitivity(
    source: str, out: Path, wanted: "WantedRobustness", area: str | None, as_json: bool, texts: Texts
) -> None:
    from localisation.cli.known_proposals import known_proposals
    from localisation.cli.sensitivity_answer import robustness_json, say_robustness
    from localisation.cli.solve_all import solve_watched
    from localisation.cli.studied_source import studied_source
    from localisation.exporting.output_folder import output_folder
    from localisation.exporting.robustness.exports import OUR_FILES, write_robustness
    from localisation.exporting.robustness.finished_robustness import FinishedRobustness

    studied = studied_source(source, area, texts)
    with (
        output_folder(out, ours=OUR_FILES) as folder,
        interrupts(lambda: messages().print(texts("cli.propose.stopping"))) as stop,
    ):
        instance = studied.instance
        best = studied.stored or solve_watched(instance, wanted.given, stop=stop, texts=texts, as_json=as_json)
        known = known_proposals(studied, best, wanted.given, stop=stop, texts=texts)
        _say_first(studied, known, texts)
        study = _watched(studied, best, known, wanted, stop, texts)
        messages().print(texts("cli.propose.writing"))
        run = FinishedRobustness(
            study=study,
            seconds=wanted.seconds,
            language=texts.language,
            scenario=studied.scenario,
            area=studied.area,
            home=out,
        )
        files = [(out / name).as_posix() for name in write_robustness(folder, run)]
    if as_json:
        print_json(robustness_json(run, files))
        return
    say_robustness(answers(), run, files, texts)


def _say_first(studied: "StudiedSource", known: "list[Known]", texts: Texts) -> None:
    """What is known at once: the weight that may change least, among the proposals there are before any is sought."""
    from localisation.exporting.robustness.robustness_words import range_sentence
    from localisation.pictures.robustness.range_words import most_sensitive
    from localisation.solving.robustness.weight_range import weight_ranges

    ranges = weight_ranges(studied.instance, known)
    count = sum(one.competes for one in known)
    if ranges and count > 1:
        closest = most_sensitive(ranges)
        if closest is None:
            told = texts("sensitivity.cli.first_none", count=count)
        else:
            told = texts("sensitivity.cli.first", count=count, sentence=range_sentence(closest, texts))
        messages().print(told, soft_wrap=True)


def _watched(
    studied: "StudiedSource",
    best: "Result",
    known: "list[Known]",
    wanted: "WantedRobustness",
    stop: "threading.Event",
    texts: Texts,
) -> "Robustness":
    from localisation.cli.background import in_background
    from localisation.cli.solve_all import limits_of
    from localisation.cli.step_line import StepLine
    from localisation.exporting.naming import name_in
    from localisation.exporting.robustness.change_words import change_text
    from localisation.solving.robustness.change import Change
    from localisation.solving.robustness.study_robustness import study_robustness

    instance = studied.instance
    limits = limits_of(instance, {**wanted.given, "time_limit_s": wanted.seconds})

    def line_of(done: int, of: int, change: str) -> str:
        name = name_in(instance.scenario, texts.language)
        return texts("sensitivity.cli.progress", name=name, done=done, of=of, change=change, seconds="{seconds}")

    def named(change: Change) -> tuple[str, str]:
        nb, en = (t("sensitivity.met", change=change_text(change, instance, t)) for t in (Texts("nb"), Texts("en")))
        return nb, en

    with StepLine(messages(), line_of(0, 0, "…")) as line:

        def heard(done: int, of: int, change: Change) -> None:
            line.told(line_of(done, of, change_text(change, instance, texts)))

        return in_background(
            lambda: study_robustness(
                instance,
                best,
                known,
                draws=wanted.draws,
                seed=limits.seed,
                limits=limits,
                name_met=named,
                refine=wanted.refine,
                on_step=heard,
                stop=stop,
            ),
            meanwhile=line.draw,
        )
