"""localisation verify: does a stored proposal still hold, and is it what was made? The solver is never loaded."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from localisation.cli.console import answers, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.failing import told
from localisation.cli.language import Language
from localisation.cli.options import argument, json_option, lang_option, option
from localisation.cli.own_help import command
from localisation.cli.print_changes import print_changes
from localisation.cli.scenario_path import scenario_path
from localisation.texts import Texts

if TYPE_CHECKING:
    from localisation.cli.verification import Verification


def register(app: typer.Typer, texts: Texts) -> None:
    """Add the command to the program."""

    @command(app, texts, "verify")
    def verify(
        proposal: Annotated[Path, argument(texts, "PROPOSAL.json|PLAN.json", "verify.proposal")],
        scenario: Annotated[
            str | None,
            option(texts, "--scenario", "verify.scenario", metavar="SCENARIO"),
        ] = None,
        as_json: Annotated[bool, json_option(texts)] = False,
        lang: Annotated[Language | None, lang_option(texts)] = None,
    ) -> None:
        with told(texts, as_json=as_json):
            raise typer.Exit(_verify(proposal, scenario, as_json, texts))


def _verify(path: Path, scenario: str | None, as_json: bool, texts: Texts) -> ExitCode:
    from localisation.cli.plan_verdict import is_plan, verify_stored_plan
    from localisation.cli.proposal_in_hand import structural_sentence
    from localisation.cli.stack_verdict import is_stack, verify_stored_stack
    from localisation.cli.verification import verify_file

    if is_plan(path):
        return verify_stored_plan(path, scenario_path(scenario) if scenario else None, as_json, texts)
    if is_stack(path):
        return verify_stored_stack(path, scenario_path(scenario) if scenario else None, as_json, texts)
    found = verify_file(path, scenario=scenario_path(scenario) if scenario else None)
    code = _verdict(found)
    if as_json:
        print_json(_as_json(found, code))
        return code
    out = answers()
    if found.assessment.structural:
        for fault in found.assessment.structural:
            out.print(f"✗ {structural_sentence(fault, texts)}", soft_wrap=True)
    else:
        _print_musts(found, out, texts)
        out.print(_weighted(found, texts))
    named = _names(found, texts)
    print_changes(found, out, texts, inputs=len(found.stored.inputs), named=named)
    out.print(texts(f"cli.verify.verdict.{code.name.lower()}"), style="bold")
    return code


def _verdict(found: "Verification") -> ExitCode:
    if found.assessment.broken_musts:
        return ExitCode.NO_PROPOSAL
    return ExitCode.OK if found.unchanged and not found.assessment.structural else ExitCode.INVALID_DATA


def _names(found: "Verification", texts: Texts) -> Callable[[str], str]:
    """Names of what may differ: criteria and alternatives."""
    from localisation.cli.criterion_named import criterion_named
    from localisation.exporting.naming import name_in

    alternatives = {a.id: name_in(a, texts.language) for a in found.stored.alternatives}
    rows = (r.criterion for r in found.assessment.results)
    return criterion_named(rows, texts.language, otherwise=lambda key: alternatives.get(key, key))


def _print_musts(found: "Verification", out: Console, texts: Texts) -> None:
    from localisation.cli.print_must import print_must
    from localisation.rules.sentence import Sentences

    sentences = Sentences(found.instance.inventory, texts.language)
    out.print(texts("cli.verify.musts"), style="bold")
    for result in found.assessment.results:
        if result.criterion.strength == "must":
            print_must(result, sentences, out, texts)


def _weighted(found: "Verification", texts: Texts) -> Table:
    from localisation.exporting.goal_levels import on_first
    from localisation.exporting.naming import name_in
    from localisation.exporting.shown import shown_amount, shown_unit

    table = Table(title=texts("cli.verify.weighted"), title_justify="left", show_footer=True)
    table.add_column(
        texts("cli.scores.criterion"), footer=texts("cli.scores.mean", where=on_first(found.instance, texts))
    )
    table.add_column(texts("cli.scores.unit"))
    table.add_column(texts("cli.verify.recorded"), justify="right")
    table.add_column(texts("cli.verify.found"), justify="right")
    table.add_column(texts("cli.verify.points"), footer=texts.number(found.assessment.points, 1), justify="right")
    recorded = {r.id: r for r in found.stored.results}
    for result in found.assessment.results:
        if result.criterion.strength != "weight":
            continue
        old, key = recorded.get(result.criterion.id), result.criterion.id
        table.add_row(
            name_in(result.criterion, texts.language),
            shown_unit(result.criterion, found.instance.inventory.place, texts),
            "-" if old is None else texts.number(old.amount_shown, 1),
            f"{'✗ ' if key in found.differing else ''}{texts.number(shown_amount(result), 1)}",
            "-" if result.points is None else texts.number(result.points, 1),
            style="red" if key in found.differing else None,
        )
    return table


def _as_json(found: "Verification", code: ExitCode) -> dict[str, object]:
    from localisation.exporting.proposal_file import result_row

    return {
        "status": code.name.lower(),
        "valid": found.assessment.valid,
        "broken_musts": [r.criterion.id for r in found.assessment.broken_musts],
        "structural": [list(b.about) for b in found.assessment.structural],
        "file_changed": found.file_changed,
        "inputs_changed": list(found.inputs_changed),
        "differing": list(found.differing),
        "points": found.assessment.points,
        "results": [result_row(r).model_dump(mode="json") for r in found.assessment.results],
    }
