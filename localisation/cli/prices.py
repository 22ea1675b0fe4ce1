"""localisation prices: what each must costs."""

import threading
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
    from localisation.domain.assessment import Result
    from localisation.domain.instance import Instance
    from localisation.solving.explaining.price import Prices


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "prices")
    def prices(
        source: Annotated[str, argument(texts, "SOURCE", "prices.source")],
        out: Annotated[Path | None, option(texts, "--out", "prices.out", metavar="DIR")] = None,
        time_limit: Annotated[
            int | None, option(texts, "--time-limit", "prices.time_limit", metavar="S", min=1)
        ] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed}
        with told(texts, as_json=as_json):
            _prices(source, out, {k: v for k, v in given.items() if v is not None}, area, as_json, texts)


def _prices(
    source: str, out: Path | None, given: dict[str, int], area: str | None, as_json: bool, texts: Texts
) -> None:
    from contextlib import nullcontext

    from localisation.cli.prices_answer import prices_json, say_prices
    from localisation.cli.studied_source import studied_source
    from localisation.exporting.explained.finished_prices import FinishedPrices
    from localisation.exporting.explained.price_exports import PRICE_FILES, write_prices
    from localisation.exporting.output_folder import output_folder

    studied = studied_source(source, area, texts)
    files: list[str] = []
    with (
        output_folder(out, ours=PRICE_FILES) if out else nullcontext() as folder,
        interrupts(lambda: messages().print(texts("cli.prices.stopping"))) as stop,
    ):
        found = _watched(studied.instance, studied.stored, given, stop, as_json, texts)
        run = FinishedPrices(
            instance=studied.instance,
            found=found,
            language=texts.language,
            scenario=studied.scenario,
            area=studied.area,
            home=out or Path(),
        )
        if folder and out:
            messages().print(texts("cli.propose.writing"))
            files = [(out / name).as_posix() for name in write_prices(folder, run)]
    if as_json:
        print_json(prices_json(run, files))
        return
    say_prices(answers(), run, files, texts)


def _watched(
    instance: "Instance",
    stored: "Result | None",
    given: dict[str, int],
    stop: threading.Event,
    as_json: bool,
    texts: Texts,
) -> "Prices":
    from localisation.cli.background import in_background
    from localisation.cli.or_refuse import or_refuse
    from localisation.cli.solve_all import limits_of
    from localisation.cli.step_line import StepLine
    from localisation.exporting.naming import name_in
    from localisation.solving.explaining.price_musts import price_musts

    names = {c.id: name_in(c, texts.language) for c in instance.criteria}
    scenario = name_in(instance.scenario, texts.language)

    def line_of(done: int, of: int, dropped: tuple[str, ...]) -> str:
        key = "whole" if not dropped else "one" if len(dropped) == 1 else "group"
        name = names[dropped[0]] if dropped else ""
        said = texts(f"cli.prices.progress.{key}", name=name, count=len(dropped))
        return texts("cli.prices.progress.line", scenario=scenario, done=done, of=of, now=said, seconds="{seconds}")

    with (
        or_refuse(instance, texts, as_json=as_json),
        StepLine(messages(), texts("cli.prices.progress.start", scenario=scenario)) as line,
    ):
        return in_background(
            lambda: price_musts(
                instance,
                stored=stored,
                limits=limits_of(instance, given),
                on_step=lambda done, of, dropped: line.told(line_of(done, of, dropped)),
                stop=stop,
            ),
            meanwhile=line.draw,
        )
