"""A finished plan on standard output: in a few sentences, or for a machine."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.sent_back import sent_back
from localisation.exporting.plan.summary import plan_summary
from localisation.texts import Texts


def plan_sentences(run: FinishedPlan, texts: Texts) -> Iterator[str]:
    """What there is to do, when it is done and how good the plan is; then why better placements were sent back."""
    yield from plan_summary(run, texts).told
    for line in sent_back(run.rejected, texts):
        yield texts("cli.plan.sent_back", line=line)


def shown_files(files: Sequence[str]) -> list[str]:
    """The files one by one; those that fill a folder of their own as the folder and their number."""
    folders = Counter(str(Path(f).parent) for f in files)
    home = min(folders, key=len)
    own = [f for f in files if str(Path(f).parent) == home]
    return [*own, *(f"{folder}/ ({count})" for folder, count in folders.items() if folder != home)]


def plan_rows(run: FinishedPlan) -> dict[str, object]:
    """Status, levels, criteria, and every move with its days."""
    result = run.result
    calendar, plan = result.programme.calendar, result.plan
    moves = []
    for leg in plan.legs(result.programme):
        first, ready = plan.steps[leg.first], plan.steps[leg.ready]
        moves.append(
            {
                "unit": leg.unit,
                "origin": leg.origin,
                "destination": leg.destination,
                "staff": leg.staff,
                "begins": calendar.days[first.start].isoformat(),
                "in_place": calendar.days[ready.end - 1].isoformat(),
            }
        )
    return {
        "status": result.status.value,
        "stopped": result.stopped,
        "valid": result.assessment.valid,
        "points": result.assessment.points,
        "first_plan_s": result.first_plan_s,
        "runs": [{"status": r.status, "gap": r.gap, "seconds": r.seconds, "engine": r.engine} for r in result.runs],
        "criteria": [{"id": r.criterion.id, "amount": r.amount, "met": r.met} for r in result.assessment.results],
        "moves": moves,
        "rejected": [{"points": r.points, "why": dict(r.why)} for r in run.rejected],
    }
