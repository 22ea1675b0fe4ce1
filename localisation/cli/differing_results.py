"""What a stored answer says of its criteria, held against what is measured now."""

from collections.abc import Sequence

from localisation.domain.assessment import Assessment
from localisation.exporting.proposal_file import result_row
from localisation.exporting.proposal_file_schema import ResultRow

ROUNDING = 1e-6
"""Points are decimal fractions: this is all two computers may differ by."""


def differing_results(
    rows: Sequence[ResultRow], goal: tuple[int, ...], points: float, assessment: Assessment
) -> list[str]:
    """Criteria (and "goal" and "points") that are recorded otherwise than found."""
    recorded = {r.id: r for r in rows}
    found = {r.criterion.id: result_row(r) for r in assessment.results}
    differing = [key for key in {**recorded, **found} if not _same(recorded.get(key), found.get(key))]
    if goal != assessment.goal:
        differing.append("goal")
    if abs(points - assessment.points) > ROUNDING:
        differing.append("points")
    return differing


def _same(recorded: ResultRow | None, found: ResultRow | None) -> bool:
    if recorded is None or found is None:
        return False
    close = abs((recorded.points or 0) - (found.points or 0)) <= ROUNDING
    same_kind = (recorded.points is None) == (found.points is None)
    rest = {"points", "amount_shown"}
    return close and same_kind and recorded.model_dump(exclude=rest) == found.model_dump(exclude=rest)
