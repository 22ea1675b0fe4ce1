"""What localisation verify says of a stored plan."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from localisation.cli.console import answers, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.print_changes import print_changes
from localisation.exporting.stored_kind import StoredKind, kind_of
from localisation.texts import Texts

if TYPE_CHECKING:
    from localisation.cli.plan_verification import PlanVerification
    from localisation.solving.schedule.activity_names import ActivityNames


def is_plan(path: Path) -> bool:
    """Whether a file says of itself that it is a plan; what cannot be read is left to the reading of proposals."""
    return kind_of(path) is StoredKind.PLAN


def verify_stored_plan(path: Path, scenario: Path | None, as_json: bool, texts: Texts) -> ExitCode:
    """Check a plan day by day, and say what was found."""
    from localisation.cli.criterion_named import criterion_named
    from localisation.cli.plan_verification import verify_plan

    found = verify_plan(path, scenario=scenario)
    code = _verdict(found)
    if as_json:
        print_json(_as_json(found, code))
        return code
    out = answers()
    _print_broken_placement(found, out, texts)
    if found.assessment.structural:
        _print_faults(found, out, texts)
    else:
        _print_criteria(found, out, texts)
    _print_told(found, out, texts)
    rows = (r.criterion for r in found.assessment.results)
    named = criterion_named(rows, texts.language, otherwise=_names(found, texts).thing)
    print_changes(found, out, texts, inputs=len(found.stored.file.inputs), named=named)
    out.print(texts(f"cli.plan_verdict.{code.name.lower()}"), style="bold")
    return code


def _verdict(found: "PlanVerification") -> ExitCode:
    if found.broken_musts:
        return ExitCode.NO_PROPOSAL
    return ExitCode.OK if found.unchanged and not found.assessment.structural else ExitCode.INVALID_DATA


def _names(found: "PlanVerification", texts: Texts) -> "ActivityNames":
    from localisation.solving.schedule.activity_names import ActivityNames

    return ActivityNames(found.instance.inventory, found.stored.programme, texts.language)


def _print_broken_placement(found: "PlanVerification", out: Console, texts: Texts) -> None:
    """The musts on who sits where that do not hold when the plan has been carried out."""
    from localisation.cli.print_must import print_must
    from localisation.rules.sentence import Sentences

    sentences = Sentences(found.instance.inventory, texts.language)
    if found.placement.broken_musts:
        out.print(texts("cli.plan_verdict.placement"), style="bold", soft_wrap=True)
    for result in found.placement.broken_musts:
        print_must(result, sentences, out, texts)


def _print_faults(found: "PlanVerification", out: Console, texts: Texts) -> None:
    names = _names(found, texts)
    for fault in found.assessment.structural:
        kind, *about = fault.about
        if kind == "day_off":
            about[1] = texts.value(date.fromisoformat(about[1]))
        elif kind.startswith("placement_"):
            about = [name(key) for name, key in zip((names.unit, names.building), about, strict=False)]
        elif kind == "no_route":
            about[1] = names.building(about[1])
        holes = {"first": names.thing(about[0]), "second": names.thing(about[1]) if len(about) > 1 else ""}
        sentence = texts(f"cli.plan_fault.{kind}", **holes, **fault.holes)
        out.print(f"✗ {sentence[:1].upper()}{sentence[1:]}", style="red", soft_wrap=True)


def _print_criteria(found: "PlanVerification", out: Console, texts: Texts) -> None:
    from localisation.cli.print_must import print_must
    from localisation.exporting.naming import name_in
    from localisation.exporting.report_numbers import told
    from localisation.exporting.shown import shown_amount
    from localisation.rules.sentence import Sentences

    sentences = Sentences(found.instance.inventory, texts.language)
    for result in found.assessment.results:
        row = result.criterion
        differing = row.id in found.differing
        if row.strength == "must":
            print_must(result, sentences, out, texts, differing=differing)
            continue
        amount, unit = told(shown_amount(result), row, found.instance.inventory.place, texts)
        name = f"{name_in(row, texts.language)}: {amount} {unit}"
        out.print(f"  {'✗' if differing else '·'} {name}", style="red" if differing else None)


def _print_told(found: "PlanVerification", out: Console, texts: Texts) -> None:
    """What people said when the plan was made anew: it cannot be checked, only shown."""
    changes, normal, names = found.stored.changes, found.stored.normal_days, _names(found, texts)
    if changes is None:
        return
    if changes.as_of is not None:
        out.print(texts("cli.plan_verdict.told_as_of", day=changes.as_of, count=len(changes.kept)))
    for key, days in changes.days.items():
        if key in normal:
            line = texts("cli.plan_verdict.told_days", first=names.thing(key), days=days, normal=normal[key])
            out.print(line, soft_wrap=True)
    for key, day in changes.earliest.items():
        line = texts("cli.plan_verdict.told_earliest", first=names.thing(key), day=day)
        out.print(line, soft_wrap=True)


def _as_json(found: "PlanVerification", code: ExitCode) -> dict[str, object]:
    from localisation.exporting.proposal_file import result_row

    return {
        "status": code.name.lower(),
        "valid": found.valid,
        "broken_musts": [r.criterion.id for r in found.broken_musts],
        "structural": [list(b.about) for b in found.assessment.structural],
        "file_changed": found.file_changed,
        "inputs_changed": list(found.inputs_changed),
        "differing": list(found.differing),
        "told": _told_row(found),
        "points": found.assessment.points,
        "results": [result_row(r).model_dump(mode="json") for r in found.assessment.results],
    }


def _told_row(found: "PlanVerification") -> dict[str, object] | None:
    changes = found.stored.changes
    if changes is None:
        return None
    return {
        "as_of": changes.as_of.isoformat() if changes.as_of else None,
        "days": dict(changes.days),
        "earliest": {key: day.isoformat() for key, day in changes.earliest.items()},
        "kept": sorted(changes.kept),
    }
