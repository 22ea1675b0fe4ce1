"""What a stored proposal says of its own solve, held against what can be known without solving again."""

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status
from localisation.exporting.proposal_file_schema import ProposalFile
from localisation.solving.outcome import PROOF_TOLERANCE


def untrue_runs(stored: ProposalFile, instance: Instance, proposal: Proposal, assessment: Assessment) -> list[str]:
    """Which of "runs", "value", "bound", "gap" and "status" cannot be as recorded; empty when all may be true.

    The bound itself can only be found by solving: it is believed as far as value, gap and status agree with it.
    """
    runs = tuple(LevelRun(**r.model_dump(exclude={"gap"})) for r in stored.runs)
    levels = list(zip(assessment.goal, runs, strict=False))
    result = Result(proposal=proposal, assessment=assessment, runs=runs, seed=stored.seed, workers=stored.workers)
    slacks = [instance.scenario.level_slack_percent] * (len(runs) - 1) + [0]
    faults = {
        "runs": len(runs) != (0 if instance.scenario.reference else len(assessment.goal)),
        "value": any(run.value != value for value, run in levels)
        or any(not _may_give_up(run, value, percent) for (value, run), percent in zip(levels, slacks, strict=False)),
        "bound": any(run.bound is not None and value < run.bound for value, run in levels),
        "gap": any(row.gap != run.gap for row, run in zip(stored.runs, runs, strict=True)),
        "status": stored.status is not result.status or any(not _may_end_so(run, value) for value, run in levels),
    }
    return [key for key, fault in faults.items() if fault]


def _may_give_up(run: LevelRun, value: int, slack_percent: int) -> bool:
    """Whether the slack allows what later levels took of this one."""
    return 0 <= run.given_up <= abs(value - run.given_up) * slack_percent // 100


def _may_end_so(run: LevelRun, value: int) -> bool:
    """Whether the status follows: proven best needs a bound at the value that was reached."""
    if run.status is Status.OPTIMAL:
        return run.bound is not None and value - run.given_up - run.bound <= PROOF_TOLERANCE
    return run.status is Status.FEASIBLE
