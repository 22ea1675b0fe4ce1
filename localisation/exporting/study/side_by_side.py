"""Proposals of one scenario as a comparison, today's situation first."""

from collections.abc import Sequence
from dataclasses import dataclass

from localisation.comparing.compare import compare
from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A proposal with what it is called, in both languages, and the name of its file."""

    file: str
    name: str
    name_en: str
    proposal: Proposal
    assessment: Assessment


def side_by_side(instance: Instance, entries: Sequence[Entry], chosen: int = 0) -> Comparison:
    """All entries measured by the scenario's own criteria; `chosen` is the one that differences are told of."""
    own = compare((instance, result_of(instance, entries[chosen])))
    alternatives = tuple(
        Alternative(
            id=e.file,
            name=e.name,
            name_en=e.name_en,
            proposal=e.proposal,
            assessment=e.assessment,
            status=Status.FEASIBLE,
            runs=(),
        )
        for e in entries
    )
    today = own.alternatives[0]
    return Comparison(instance=instance, alternatives=(today, *alternatives), chosen=alternatives[chosen])


def result_of(instance: Instance, entry: Entry) -> Result:
    """The entry as a result of which nothing is proven: it is not the best by the scenario's goal, or need not be."""
    limits = instance.scenario.solve
    return Result(
        proposal=entry.proposal,
        assessment=entry.assessment,
        runs=tuple(
            LevelRun(status=Status.FEASIBLE, value=value, bound=None, seconds=0.0, engine="")
            for value in entry.assessment.goal
        ),
        seed=limits.seed,
        workers=limits.workers,
    )
