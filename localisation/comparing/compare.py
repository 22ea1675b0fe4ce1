"""Alternatives brought under one criteria list, today's situation first."""

from collections.abc import Sequence

from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.solving.verify import assess

Solved = tuple[Instance, Result]


def compare(chosen: Solved, others: Sequence[Solved] = ()) -> Comparison:
    """The chosen alternative and the others, all measured by the chosen scenario's criteria.

    Alternative 0 is the reference scenario among the others, or else today's situation as the inventory has it.
    """
    instance = chosen[0]
    own = _alternative(instance, chosen)
    rest = [_alternative(instance, solved) for solved in others if solved[0].scenario.id != instance.scenario.id]
    references = [a for a in [own, *rest] if a.status is Status.HELD]
    if not references:
        references = [_today(instance)]
    ordered = [references[0], *(a for a in [own, *rest] if a is not references[0])]
    return Comparison(instance=instance, alternatives=tuple(ordered), chosen=own)


def _alternative(instance: Instance, solved: Solved) -> Alternative:
    scenario, result = solved[0].scenario, solved[1]
    same = solved[0] is instance
    return Alternative(
        id=scenario.id,
        name=scenario.name,
        name_en=scenario.name_en,
        proposal=result.proposal,
        assessment=result.assessment if same else assess(instance, result.proposal),
        status=result.status,
        runs=result.runs,
        seed=result.seed,
        workers=result.workers,
        stopped=result.stopped,
    )


def _today(instance: Instance) -> Alternative:
    proposal = instance.inventory.today
    return Alternative(
        id="0",
        name="Dagens situasjon",
        name_en="Today",
        proposal=proposal,
        assessment=assess(instance, proposal),
        status=Status.HELD,
        runs=(),
    )
