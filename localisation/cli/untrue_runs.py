"""What a stored answer says of its own solve, held against what can be known without solving again."""

from collections.abc import Sequence

from localisation.domain.assessment import Assessment, LevelRun, status_of
from localisation.domain.vocabulary import Status
from localisation.exporting.proposal_file_schema import RunRow
from localisation.solving.engines.outcome import PROOF_TOLERANCE


def untrue_runs(
    rows: Sequence[RunRow], status: Status, assessment: Assessment, *, levels: int, slack_percent: int | Sequence[int]
) -> tuple[str, ...]:
    """Which of "runs", "value", "bound", "gap" and "status" cannot be as recorded; empty when all may be true.

    `levels` is how many there must be; `slack_percent` is one for all of them or one for each. The bound itself can
    only be found by solving: it is believed as far as value, gap and status agree with it.
    """
    runs = tuple(LevelRun(**r.model_dump(exclude={"gap"})) for r in rows)
    solved = list(zip(assessment.goal, runs, strict=False))
    percents = [slack_percent] * len(runs) if isinstance(slack_percent, int) else list(slack_percent)[: len(runs)]
    slacks = [*percents[:-1], 0]
    faults = {
        "runs": len(runs) != levels,
        "value": any(run.value != value for value, run in solved)
        or any(not _may_give_up(run, value, percent) for (value, run), percent in zip(solved, slacks, strict=False)),
        "bound": any(run.bound is not None and value < run.bound for value, run in solved),
        "gap": any(row.gap != run.gap for row, run in zip(rows, runs, strict=True)),
        "status": status is not status_of(runs) or any(not _may_end_so(run, value) for value, run in solved),
    }
    return tuple(key for key, fault in faults.items() if fault)


def _may_give_up(run: LevelRun, value: int, slack_percent: int) -> bool:
    """Whether the slack allows what later levels took of this one."""
    return 0 <= run.given_up <= abs(value - run.given_up) * slack_percent // 100


def _may_end_so(run: LevelRun, value: int) -> bool:
    """Whether the status follows: proven best needs a bound at the value that was reached."""
    if run.status is Status.OPTIMAL:
        return run.bound is not None and value - run.given_up - run.bound <= PROOF_TOLERANCE
    return run.status is Status.FEASIBLE
