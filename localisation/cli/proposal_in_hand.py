"""A stored proposal that something is asked of: checked, with what is wrong with it told."""

import typer

from localisation.cli.console import messages
from localisation.cli.exit_codes import ExitCode
from localisation.cli.verification import Verification
from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.texts import Texts


def require_whole(found: Verification, name: str, texts: Texts) -> None:
    """Tell of inputs that have changed and of musts that are broken; leave with 3 when the proposal is not whole."""
    if found.assessment.structural:
        messages().print(texts("cli.plan.not_whole", file=name), markup=False)
        raise typer.Exit(ExitCode.INVALID_DATA)
    if not found.unchanged:
        messages().print(texts("cli.whynot.changed", file=name), markup=False)
    if found.assessment.broken_musts:
        musts = [name_in(r.criterion, texts.language) for r in found.assessment.broken_musts]
        messages().print(texts("cli.whynot.unlawful", file=name, musts=musts), markup=False)


def require_solvable(instance: Instance, texts: Texts) -> None:
    """Leave with 2 when it is today's situation, which is only measured."""
    if instance.scenario.reference:
        messages().print(texts("cli.whynot.reference"), markup=False, soft_wrap=True)
        raise typer.Exit(ExitCode.USAGE)
