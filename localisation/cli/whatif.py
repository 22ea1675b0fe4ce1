"""localisation whatif: what becomes of a proposal when one or a few things are otherwise."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from localisation.cli.console import answers, messages, print_json
from localisation.cli.exit_codes import ExitCode
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
    from localisation.domain.assessment import Result
    from localisation.domain.instance import Instance
    from localisation.solving.robustness.what_if import WhatIf
    from localisation.solving.robustness.wish import Wish

_SECONDS = 10


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    _, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "whatif")
    def whatif(
        source: Annotated[str, argument(texts, "SOURCE", "whynot.source")],
        lock: Annotated[list[str] | None, option(texts, "--lock", "whatif.lock", metavar="UNIT = BUILDING")] = None,
        forbid: Annotated[
            list[str] | None, option(texts, "--forbid", "whatif.forbid", metavar="UNIT = BUILDING")
        ] = None,
        weight: Annotated[list[str] | None, option(texts, "--weight", "whatif.weight", metavar="CRITERION=N")] = None,
        drop: Annotated[list[str] | None, option(texts, "--drop", "whatif.drop", metavar="CRITERION")] = None,
        out: Annotated[Path | None, option(texts, "--out", "whatif.out", metavar="DIR")] = None,
        time_limit: Annotated[int, option(texts, "--time-limit", "whatif.time_limit", metavar="S", min=1)] = _SECONDS,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        engine: Annotated[Engine | None, engine_option(texts)] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed, "engine": engine}
        with told(texts, as_json=as_json):
            _whatif(
                source,
                {"lock": lock or [], "forbid": forbid or [], "weight": weight or [], "drop": drop or []},
                out,
                {k: v for k, v in given.items() if v is not None},
                area,
                as_json,
                texts,
            )


def _whatif(
    source: str,
    wishes: dict[str, list[str]],
    out: Path | None,
    given: dict[str, int | str],
    area: str | None,
    as_json: bool,
    texts: Texts,
) -> None:
    from localisation.cli.studied_source import studied_source
    from localisation.cli.whatif_answer import say_what_if, what_if_json
    from localisation.cli.wished import wished

    studied = studied_source(source, area, texts)
    instance = studied.instance
    wish = wished(instance, **wishes, texts=texts)
    _usable(wish, studied, texts)
    with interrupts(lambda: messages().print(texts("cli.whynot.stopping"))) as stop:
        own = {k: v for k, v in given.items() if k != "time_limit_s"}
        best = studied.stored or _solved(instance, wish, own, stop, as_json, texts)
        found = _watched(studied, best, wish, given, stop, as_json, texts)
        found = replace(found, from_today=studied.stored is None and not best.assessment.valid)
    files: list[str] = []
    if out and found.found is not None:
        from localisation.exporting.output_folder import output_folder
        from localisation.exporting.robustness.what_if_files import OUR_FILES, write_what_if

        with output_folder(out, ours=OUR_FILES) as folder:
            names = write_what_if(
                folder, found, instance, texts.language, scenario=studied.scenario, area=studied.area, home=out
            )
        files = [(out / name).as_posix() for name in names]
    stored = source if studied.stored is not None else None
    if as_json:
        print_json(what_if_json(instance, found, stored, files, texts))
    else:
        say_what_if(answers(), instance, found, stored, files, texts)
    if found.refused is not None:
        raise typer.Exit(ExitCode.NO_PROPOSAL)
    if found.found is None:
        raise typer.Exit(ExitCode.STOPPED)


def _solved(
    instance: "Instance",
    wish: "Wish",
    given: dict[str, int | str],
    stop: "threading.Event",
    as_json: bool,
    texts: Texts,
) -> "Result":
    """The best of the scenario; where it has none and a criterion is to be left out, today's situation."""
    from localisation.cli.or_refuse import or_refuse
    from localisation.cli.solve_all import limits_of, watched
    from localisation.domain.assessment import Result
    from localisation.solving.no_proposal import NoProposal
    from localisation.solving.verify import assess

    with or_refuse(instance, texts, as_json=as_json):
        try:
            return watched(instance, given, stop, texts)
        except NoProposal:
            if not wish.dropped:
                raise
    limits, today = limits_of(instance, given), instance.inventory.today
    assessment = assess(instance, today)
    return Result(proposal=today, assessment=assessment, runs=(), seed=limits.seed, workers=limits.workers)


def _usable(wish: "Wish", studied: "StudiedSource", texts: Texts) -> None:
    from localisation.exporting.naming import name_in
    from localisation.solving.robustness.wish import WishUnusable

    try:
        wish.applied(studied.instance)
    except WishUnusable as error:
        names = {c.id: name_in(c, texts.language) for c in studied.instance.criteria}
        sentence = texts(f"whatif.fault.{error.cause}", name=names.get(error.criterion, ""), id=error.criterion)
        raise typer.BadParameter(sentence) from error


def _watched(
    studied: "StudiedSource",
    best: "Result",
    wish: "Wish",
    given: dict[str, int | str],
    stop: "threading.Event",
    as_json: bool,
    texts: Texts,
) -> "WhatIf":
    from localisation.cli.background import in_background
    from localisation.cli.or_refuse import or_refuse
    from localisation.cli.progress import ProgressLine
    from localisation.cli.solve_all import limits_of
    from localisation.domain.assessment import Assessment
    from localisation.exporting.goal_levels import on_first
    from localisation.exporting.naming import name_in
    from localisation.solving.robustness.what_if import what_if

    instance = studied.instance
    where = on_first(wish.applied(instance), texts)

    def at_once(first: Assessment) -> None:
        points = texts.number(first.points, 2)
        messages().print(texts("whatif.at_once", points=points, where=where), soft_wrap=True)

    with (
        or_refuse(instance, texts, as_json=as_json),
        ProgressLine(messages(), texts, name_in(instance.scenario, texts.language)) as line,
    ):
        return in_background(
            lambda: what_if(
                instance,
                best.proposal,
                wish,
                runs=best.runs,
                limits=limits_of(instance, given),
                on_first=at_once,
                on_progress=line.told,
                stop=stop,
            ),
            meanwhile=line.draw,
        )
