"""The recommendation under a change, held against every proposal that is known and not only what was sought there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.robustness.tried import Tried
from localisation.solving.verify import assess

Assessed = tuple[Proposal, Assessment]


def rejudged(instance: Instance, tried: Tried, proposals: Iterable[Proposal]) -> Tried:
    """The trial with the best of the known proposals, reckoned under its change, in place of what is worse.

    `proposals` are of the instance as it is. Raises `Disagreement` as `held_against` does.
    """
    changed = changed_instance(instance, tried.change)
    known = [carried(p, changed) for p in proposals]
    return held_against(tried, [(p, assess(changed, p)) for p in known])


def held_against(tried: Tried, known: Sequence[Assessed]) -> Tried:
    """The trial with the best of the known proposals that meet the musts under its change, where that is better.

    What is proven stays so. Raises `Disagreement` when a known proposal contradicts what a solver has proven, on
    whichever goal level.
    """
    lawful = [(p, a) for p, a in known if a.valid]
    if lawful and tried.refused:
        raise Disagreement("the solver says that no proposal meets the musts, but one is known that does")
    if lawful and tried.found is None:
        proposal, assessment = min(lawful, key=lambda one: one[1].goal)
        tried = replace(tried, found=_unsolved(proposal, assessment))
    for _ in lawful:
        found = tried.found
        assert found is not None
        ahead = [(p, a) for p, a in lawful if _decided(a, found.runs) is not None]
        if not ahead:
            break
        tried = replace(tried, found=_instead(found, *min(ahead, key=lambda one: one[1].goal)))
    return tried


def _decided(assessment: Assessment, runs: Sequence[LevelRun]) -> int | None:
    """The goal level on which a proposal is better than what was found, by more than a proof may err; None if none.

    A level that gave up its slack counts with what it had reached.
    """
    for level, (mine, run) in enumerate(zip(assessment.goal, runs, strict=True)):
        assert run.value is not None
        if mine < run.value - run.given_up - PROOF_TOLERANCE:
            return level
        if mine > run.value + PROOF_TOLERANCE:
            return None
    return None


def _instead(found: Result, proposal: Proposal, assessment: Assessment) -> Result:
    """The result with a better proposal; bounds of the levels after the one that it is better on no longer hold.

    Nor does the bound of that level when it is refuted: an engine's raises `Disagreement`, unless the proposal goes
    further on a level before than what the bound was proven for (by what a proof may err); one that follows from
    other trials is let go.
    """
    decided = _decided(assessment, found.runs)
    assert decided is not None
    runs, within = list[LevelRun](), True
    for level, (mine, run) in enumerate(zip(assessment.goal, found.runs, strict=True)):
        assert run.value is not None
        if level < decided:
            within = within and mine <= run.value
            runs.append(replace(run, value=mine, given_up=max(0, mine - (run.value - run.given_up))))
            continue
        refuted = run.bound is not None and mine < run.bound - PROOF_TOLERANCE
        if level == decided and refuted and run.engine and within:
            raise Disagreement(f"level {level + 1}: the bound is {run.bound}, a known proposal has {mine}")
        if level == decided and run.bound is not None and not refuted:
            runs.append(replace(run, value=mine, given_up=0))
        else:
            runs.append(replace(run, value=mine, given_up=0, bound=None, status=Status.FEASIBLE))
    return replace(found, proposal=proposal, assessment=assessment, runs=tuple(runs))


def _unsolved(proposal: Proposal, assessment: Assessment) -> Result:
    """A proposal that no search was made for."""
    runs = tuple(
        LevelRun(status=Status.FEASIBLE, value=value, bound=None, seconds=0.0, engine="") for value in assessment.goal
    )
    return Result(proposal=proposal, assessment=assessment, runs=runs, seed=0, workers=0)
