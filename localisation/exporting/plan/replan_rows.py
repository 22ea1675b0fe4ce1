"""What a plan made anew changes in the one adopted before, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from localisation.domain.relocation.result import PlanResult
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.pictures.plan.step_dates import step_dates
from localisation.solving.schedule.activity_names import ActivityNames
from localisation.solving.schedule.replanning.difference import Change, difference
from localisation.solving.schedule.replanning.difference_sentences import difference_reasons
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplanRow:
    """A work or a move with other days, or another way, than before: first and last day then and now.

    `shift` is working days its end has been put off (negative: brought forward). `way_before` and `way_now` say how a
    move goes, straight or by way of which transit premises; both are "" where the way is as it was.
    """

    thing: str
    before: tuple[date, date]
    now: tuple[date, date]
    shift: int
    way_before: str
    way_now: str
    why: str


def replan_rows(run: FinishedPlan, t: Texts) -> tuple[ReplanRow, ...]:
    """Every work and move that is not as adopted, by its first day now; empty when there was no plan before."""
    if run.adopted is None:
        return ()
    result = run.result
    changes = run.differences if run.differences is not None else difference(run.instance, run.adopted, result)
    reasons = difference_reasons(run.instance, result.programme, changes, t.language)
    names = ActivityNames(run.instance.inventory, result.programme, t.language)
    return tuple(_row(result, names, t, c, why) for c, why in zip(changes, reasons, strict=True))


def rerouted(rows: Iterable[ReplanRow]) -> int:
    """How many moves go another way than before."""
    return sum(bool(row.way_now) for row in rows)


def _row(result: PlanResult, names: ActivityNames, t: Texts, change: Change, why: str) -> ReplanRow:
    other_way = change.old_via != change.new_via
    thing = names.thing(change.thing)
    return ReplanRow(
        thing=thing[:1].upper() + thing[1:],
        before=step_dates(result.programme.calendar, change.old),
        now=step_dates(result.programme.calendar, change.new),
        shift=change.new.end - change.old.end,
        way_before=_way(change.old_via, names, t) if other_way else "",
        way_now=_way(change.new_via, names, t) if other_way else "",
        why=why,
    )


def _way(via: str, names: ActivityNames, t: Texts) -> str:
    return t("plan.changes.by_way_of", building=names.building(via)) if via else t("plan.changes.straight")
