"""A stored proposal that something is asked of: checked, with what is wrong with it told."""

import typer

from localisation.cli.console import messages, print_json
from localisation.cli.exit_codes import ExitCode
from localisation.cli.verification import Verification
from localisation.domain.assessment import Assessment, Breach
from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.texts import Texts


def require_whole(found: Verification, name: str, texts: Texts) -> None:
    """Tell of inputs that have changed and of musts that are broken; leave with 3 when the proposal is not whole."""
    if found.assessment.structural:
        messages().print(not_whole(found, name, texts), soft_wrap=True)
        raise typer.Exit(ExitCode.INVALID_DATA)
    if not found.unchanged:
        messages().print(texts("cli.whynot.changed", file=name))
    if found.assessment.broken_musts:
        musts = [name_in(r.criterion, texts.language) for r in found.assessment.broken_musts]
        messages().print(texts("cli.whynot.unlawful", file=name, musts=musts))


def not_whole(found: Verification, name: str, texts: Texts) -> str:
    """Why a proposal cannot be used: the data have changed since, or the file was never whole."""
    first = structural_sentence(found.assessment.structural[0], texts)
    key = "outdated" if found.inputs_changed and not found.file_changed else "not_whole"
    return texts(f"cli.plan.{key}", file=name, first=first, files=found.inputs_changed)


def structural_sentence(fault: Breach, texts: Texts) -> str:
    """What is wrong with a proposal as a list of who sits where."""
    about = ", ".join(fault.about[1:])
    return texts(f"cli.verify.structural.{fault.about[0]}", about=about, **fault.holes)


def require_lawful(assessment: Assessment, name: str, texts: Texts, *, as_json: bool) -> None:
    """Leave with 4 when the proposal breaks musts: nothing can be said to be as good as what is not allowed."""
    if assessment.broken_musts:
        musts = [name_in(r.criterion, texts.language) for r in assessment.broken_musts]
        sentence = texts("cli.alternatives.unlawful", file=name, musts=musts)
        if as_json:
            print_json({"status": "no_proposal", "messages": [sentence]})
        messages().print(sentence, soft_wrap=True)
        raise typer.Exit(ExitCode.NO_PROPOSAL)


def require_solvable(instance: Instance, texts: Texts) -> None:
    """Leave with 2 when it is today's situation, which is only measured."""
    if instance.scenario.reference:
        messages().print(texts("cli.whynot.reference"), soft_wrap=True)
        raise typer.Exit(ExitCode.USAGE)
