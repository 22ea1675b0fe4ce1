"""Solving one scenario and those it is compared with, watched and stoppable."""

import threading
from collections.abc import Mapping, Sequence

from localisation.cli.background import in_background
from localisation.cli.console import messages
from localisation.cli.or_refuse import or_refuse
from localisation.cli.progress import ProgressLine
from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.exporting.naming import name_in
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.texts import Texts


def limits_of(instance: Instance, given: Mapping[str, int | str]) -> SolveLimits:
    """The scenario's own limits, with those given on the command line in their place."""
    return SolveLimits.model_validate(instance.scenario.solve.model_dump() | dict(given))


def solve_watched(
    instance: Instance, given: Mapping[str, int | str], *, stop: threading.Event, texts: Texts, as_json: bool
) -> Result:
    """The result of one scenario. Says why and leaves with 4 or 5 when there is none."""
    with or_refuse(instance, texts, as_json=as_json):
        return watched(instance, given, stop, texts)


def solve_others(
    instances: Sequence[Instance], given: Mapping[str, int | str], *, stop: threading.Event, texts: Texts
) -> list[tuple[Instance, Result]]:
    """The results of the scenarios to compare with; one that has none, or comes after a stop, is left out and named.

    Each has its own limits, except those given. Today's situation is only measured and is never left out.
    """
    found = []
    for instance in instances:
        name = name_in(instance.scenario, texts.language)
        if stop.is_set() and not instance.scenario.reference:
            messages().print(texts("cli.propose.left_out_stopped", name=name))
            continue
        try:
            found.append((instance, watched(instance, given, stop, texts)))
        except (NoProposal, StoppedEmpty):
            messages().print(texts("cli.propose.left_out", name=name))
    return found


def watched(instance: Instance, given: Mapping[str, int | str], stop: threading.Event, texts: Texts) -> Result:
    """The result of one scenario, its progress told. Raises `NoProposal` and `StoppedEmpty`."""
    limits = limits_of(instance, given)
    if instance.scenario.reference:
        return solve(instance, limits=limits)
    with ProgressLine(messages(), texts, name_in(instance.scenario, texts.language)) as line:
        return in_background(
            lambda: solve(instance, limits=limits, on_progress=line.told, stop=stop), meanwhile=line.draw
        )
