"""Alternatives brought under one criteria list, today's situation first."""

from collections.abc import Sequence

from localisation.comparing.comparable import NotComparable, require_comparable
from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.solving.verify import assess
from localisation.texts import Texts

Solved = tuple[Instance, Result]


def compare(chosen: Solved, others: Sequence[Solved] = ()) -> Comparison:
    """The chosen alternative and the others, all measured by the chosen scenario's criteria.

    Alternative 0 is the reference scenario among the others, or else today's situation as the inventory has it.
    Raises `NotComparable` for two with one id, other places, and proposals that are none in the chosen one's data.
    """
    instance = chosen[0]
    require_comparable([instance, *(other for other, _ in others)])
    own = _alternative(instance, chosen)
    rest = [_alternative(instance, solved) for solved in others]
    references = [a for a in [own, *rest] if a.status is Status.HELD]
    if not references:
        references = [_today(instance)]
    ordered = [references[0], *(a for a in [own, *rest] if a is not references[0])]
    return Comparison(instance=instance, alternatives=tuple(ordered), chosen=own)


def _alternative(instance: Instance, solved: Solved) -> Alternative:
    scenario, result = solved[0].scenario, solved[1]
    assessment = result.assessment if solved[0] is instance else assess(instance, result.proposal)
    if assessment.structural:
        raise NotComparable("not_whole", instance, solved[0])
    return Alternative(
        id=scenario.id,
        name=scenario.name,
        name_en=scenario.name_en,
        proposal=result.proposal,
        assessment=assessment,
        status=_status(scenario.reference, result),
        runs=result.runs,
        seed=result.seed,
        workers=result.workers,
        stopped=result.stopped,
        files=solved[0].files,
    )


def _status(reference: bool, result: Result) -> Status:
    """Only today's situation is held; of a stored proposal nothing may be known any longer."""
    if reference or result.status is not Status.HELD:
        return result.status
    return Status.FEASIBLE


def _today(instance: Instance) -> Alternative:
    proposal = instance.inventory.today
    return Alternative(
        id="0",
        name=Texts("nb")("report.today_name"),
        name_en=Texts("en")("report.today_name"),
        proposal=proposal,
        assessment=assess(instance, proposal),
        status=Status.HELD,
        runs=(),
    )
