"""localisation check: is the input whole, and does it look right?"""

from dataclasses import asdict
from typing import Annotated

import typer

from localisation.cli.capacity import capacities, capacity_table
from localisation.cli.console import answers, print_json
from localisation.cli.criterion_basis import criterion_json, criterion_table
from localisation.cli.failing import told
from localisation.cli.findings import as_rows, print_findings
from localisation.cli.language import Language
from localisation.cli.magnitudes import magnitude_table, magnitudes
from localisation.cli.options import area_option, json_option, lang_option, scenario_argument
from localisation.cli.own_help import command
from localisation.cli.scenario_path import scenario_path
from localisation.cli.travel_basis import mode_table, travel_json
from localisation.exporting.travel.mix_words import mix_words
from localisation.texts import Texts


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "check")
    def check(
        scenario: Annotated[str, scenario_argument(texts)],
        area: Annotated[str | None, area_option(texts)] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        with told(texts, as_json=as_json):
            _check(scenario, area, as_json, texts)


def _check(scenario: str, area: str | None, as_json: bool, texts: Texts) -> None:
    from localisation.reading.findings import suspicious
    from localisation.reading.scenario import read_scenario

    instance = read_scenario(scenario_path(scenario), area=area)
    findings = suspicious(instance)
    if as_json:
        print_json(
            {
                "status": "ok",
                "findings": as_rows(findings, texts),
                "magnitudes": magnitudes(instance),
                "capacity": [asdict(c) for c in capacities(instance)],
                "travel": travel_json(instance),
                "criteria": criterion_json(instance),
            }
        )
        return
    out = answers()
    out.print(magnitude_table(instance, texts))
    out.print(capacity_table(instance, texts))
    out.print(mode_table(instance, texts))
    for sentence in (texts("travel.basis.bicycle"), *mix_words(instance, texts)):
        out.print(sentence)
    out.print(criterion_table(instance, texts))
    print_findings(findings, texts, out)
    out.print(texts("cli.check.ok", warnings=sum(p.severity == "warning" for p in findings)))
