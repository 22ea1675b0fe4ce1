"""localisation compare: alternatives side by side, today's situation first."""

from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
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
from localisation.cli.scenario_path import scenario_path
from localisation.domain.vocabulary import Engine
from localisation.texts import Texts

if TYPE_CHECKING:
    from localisation.domain.assessment import Result
    from localisation.domain.instance import Instance


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""
    seconds, workers_option, seed_option = limit_options(texts)

    @command(app, texts, "compare")
    def compare(
        scenarios: Annotated[list[str], argument(texts, "SCENARIO...", "compare.scenarios")],
        out: Annotated[Path | None, option(texts, "--out", "compare.out", metavar="FILE")] = None,
        time_limit: Annotated[int | None, seconds] = None,
        workers: Annotated[int | None, workers_option] = None,
        seed: Annotated[int | None, seed_option] = None,
        engine: Annotated[Engine | None, engine_option(texts)] = None,
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        if out and out.suffix not in (".csv", ".xlsx"):
            raise typer.BadParameter(texts("cli.compare.bad_out", file=str(out)))
        given = {"time_limit_s": time_limit, "workers": workers, "seed": seed, "engine": engine}
        with told(texts, as_json=as_json):
            _compare(scenarios, out, {k: v for k, v in given.items() if v is not None}, area, as_json, texts)


def _stored(name: str) -> bool:
    return Path(name).suffix.lower() == ".json"


def _named_apart(sources: "dict[str, tuple[Instance, Result | None]]") -> "dict[str, tuple[Instance, Result | None]]":
    """Stored proposals of one scenario, such as two alternatives, have their file in id and name."""
    ids = Counter(instance.scenario.id for instance, _ in sources.values())
    apart = dict(sources)
    for name, (instance, found) in sources.items():
        own = instance.scenario
        if found is not None and ids[own.id] > 1:
            file = "/".join(Path(name).parts[-2:])
            english = f"{own.name_en} ({file})" if own.name_en else ""
            words = {"id": f"{own.id} ({file})", "name": f"{own.name} ({file})", "name_en": english}
            apart[name] = replace(instance, scenario=own.model_copy(update=words)), found
    return apart


def _compare(
    scenarios: list[str], out: Path | None, limits: dict[str, int | str], area: str | None, as_json: bool, texts: Texts
) -> None:
    from localisation.cli.score_table import score_rows, score_table
    from localisation.cli.solve_all import solve_others, solve_watched
    from localisation.cli.studied_source import studied_source
    from localisation.comparing.comparable import require_comparable
    from localisation.comparing.compare import compare
    from localisation.exporting.comparison_file import write_comparison
    from localisation.exporting.output_file import output_file
    from localisation.reading.scenario import read_scenario

    named = {(Path(name) if _stored(name) else scenario_path(name)).resolve(): name for name in scenarios}
    sources: dict[str, tuple[Instance, Result | None]] = {}
    for path, name in named.items():
        if _stored(name):
            studied = studied_source(name, area, texts)
            sources[name] = studied.instance, studied.stored
        else:
            sources[name] = read_scenario(path, area=area), None
    sources = _named_apart(sources)
    instances = [instance for instance, _ in sources.values()]
    require_comparable(instances)
    chosen = next((i for i in instances if not i.scenario.reference), instances[0])
    with (
        output_file(out) if out else nullcontext() as file,
        interrupts(lambda: messages().print(texts("cli.propose.stopping"))) as stop,
    ):
        own: Result | None = None
        others: list[tuple[Instance, Result]] = []
        for instance, found in sources.values():
            if instance is chosen:
                own = found or solve_watched(instance, limits, stop=stop, texts=texts, as_json=as_json)
            elif found is not None:
                others.append((instance, found))
            else:
                others += solve_others([instance], limits, stop=stop, texts=texts)
        assert own is not None
        comparison = compare((chosen, own), others)
        if file:
            write_comparison(file, comparison, language=texts.language)
    if as_json:
        print_json({"criteria_of": chosen.scenario.id, "alternatives": score_rows(comparison)})
        return
    answers().print(score_table(comparison, texts))
    if out:
        answers().print(texts("cli.compare.written", file=str(out)))
