"""alternatives.json: every alternative with its whole proposal, and what is proven."""

from pathlib import Path
from typing import Literal

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Status
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.stored_kind import StoredKind
from localisation.exporting.study.stored_entry import Basis, StoredEntry, as_json, basis_of, stored_entry
from localisation.solving.alternatives.all_optimal import AllOptimal


class AlternativeRow(Frozen):
    """One alternative. `least` is its difference to the nearest of those before it, `at_most` what that could be.

    Both are null for the best and for optimal ones; `proven` is then that it is optimal. `lost_points` are against the
    best of the file, below 0 when better, on the first goal level, and `lost_on_later_levels` on each after it;
    `behind_points` is how far it may be from the best possible on the first (null: unknown).
    """

    name: str
    name_en: str
    least: int | None
    at_most: int | None
    proven: bool
    lost_points: float
    behind_points: float | None
    lost_on_later_levels: tuple[float, ...] = ()
    proposal: StoredEntry


class AlternativesFile(Frozen):
    """Stored alternatives, the best first. `complete`: proven that there are no others.

    `within_goal` is how many goal units (10^9 to a point) each level may lose more than the best, and `asked` how many
    alternatives were asked for (null: all optimal ones). `given`: that is a stored proposal that was asked about.
    `best_open_points`: by how much another could score higher (null: unknown).
    """

    schema_version: Literal[1] = 1
    kind: Literal[StoredKind.ALTERNATIVES] = StoredKind.ALTERNATIVES
    basis: Basis
    sought: Literal["near", "optimal"]
    within_goal: int
    asked: int | None = None
    differ: Literal["people", "sites"]
    best_status: Status
    best_gap: float | None
    best_open_points: float | None
    given: bool
    complete: bool
    stopped: bool
    alternatives: tuple[AlternativeRow, ...]
    differences: tuple[tuple[int, ...], ...]


def alternatives_file(run: FinishedAlternatives) -> AlternativesFile:
    """The alternatives as they are stored."""
    found, best = run.found, run.best
    optimal = isinstance(found, AllOptimal)
    sure = best.status is Status.OPTIMAL
    facts: list[tuple[int | None, int | None, bool]] = [(None, None, sure)]
    if isinstance(found, AllOptimal):
        facts += [(None, None, sure) for _ in found.proposals[1:]]
    else:
        facts += [(a.least, a.at_most, a.proven) for a in found.alternatives]
    return AlternativesFile(
        basis=basis_of(run.instance, run.scenario, run.area, run.home),
        sought="optimal" if optimal else "near",
        within_goal=0 if isinstance(found, AllOptimal) else found.within_goal,
        asked=None if isinstance(found, AllOptimal) else found.asked,
        differ=run.differ.value,
        best_status=run.status,
        best_gap=max((r.gap for r in best.runs if r.gap is not None), default=None),
        best_open_points=run.best_open,
        given=run.given,
        complete=found.complete if isinstance(found, AllOptimal) else found.no_more,
        stopped=found.stopped,
        alternatives=tuple(
            AlternativeRow(
                name=e.name,
                name_en=e.name_en,
                least=least,
                at_most=at_most,
                proven=proven,
                lost_points=run.lost(e.assessment),
                behind_points=run.behind(e.assessment),
                lost_on_later_levels=tuple(run.lost_later(e.assessment).values()),
                proposal=stored_entry(e.file, e.proposal, e.assessment),
            )
            for e, (least, at_most, proven) in zip(run.entries, facts, strict=True)
        ),
        differences=tuple(tuple(line) for line in run.differences()),
    )


def write_alternatives_file(path: Path, run: FinishedAlternatives) -> None:
    """Write alternatives.json."""
    path.write_text(as_json(alternatives_file(run)), "utf-8")
