"""By how much each demand of a relaxed plan gives way."""

from collections.abc import Sequence

from localisation.domain.assessment import Assessment, Breach
from localisation.domain.instance import Instance
from localisation.rules.base import Measure, Requirement
from localisation.rules.statement import rule_of
from localisation.solving.engines.outcome import evaluate
from localisation.solving.explaining.demand import BOUND
from localisation.solving.schedule.diagnosis.diagnosis import Relief
from localisation.solving.schedule.diagnosis.elastic import Elastic
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.network import AtOnce, Source


def reliefs(
    instance: Instance, schedule: ScheduleModel, assessment: Assessment, found: Elastic | None, values: Sequence[int]
) -> tuple[Relief, ...]:
    """One for each demand that the independent check finds broken, with numbers where the model gives them."""
    told = []
    for result in assessment.broken_musts:
        key, rule = result.criterion.id, rule_of(result.criterion)
        if isinstance(rule, Measure):
            more = result.amount - (result.criterion.at_most or 0) * rule.raw_per_unit
            told.append(Relief(criterion=key, about=BOUND, kind="amount", amount=more))
            continue
        subjects = rule.speaks_of if isinstance(rule, Requirement) else ()
        told += [_relief(schedule, found, values, (key, b.about), subjects, b) for b in result.breaches]
    return tuple(told)


def _relief(
    schedule: ScheduleModel,
    found: Elastic | None,
    values: Sequence[int],
    source: Source,
    subjects: tuple[str, ...],
    breach: Breach,
) -> Relief:
    daily = _daily(schedule, values, source)
    if daily is not None:
        kind = "crew" if "crew" in subjects else "space" if "kind" in subjects else "at_once"
        over, days, first = daily
        amount = -(-over // 100) if kind == "space" else over
        return Relief(
            criterion=source[0], about=source[1], kind=kind, amount=amount, on_days=days, first_day=first, breach=breach
        )
    if found is not None and source in found.of_rows and _is_of_times(schedule, source):
        late = max(evaluate(given, list(values)) for given in found.of_rows[source])
        if late:
            return Relief(criterion=source[0], about=source[1], kind="days", amount=late, breach=breach)
    return Relief(criterion=source[0], about=source[1], breach=breach)


def _daily(schedule: ScheduleModel, values: Sequence[int], source: Source) -> tuple[int, int, int] | None:
    """The most that is taken too much on any day, on how many days, and the first; None when on no day."""
    worst, days, first = 0, set[int](), 0
    for scarce in schedule.network.at_once:
        if scarce.source == source:
            over = _over(scarce, values, schedule.network.days)
            days |= {day for day, n in enumerate(over) if n > 0}
            worst = max([worst, *over])
    first = min(days, default=0)
    return (worst, len(days), first) if days else None


def _over(scarce: AtOnce, values: Sequence[int], length: int) -> list[int]:
    taken = [-scarce.at_most] * length
    for taking in scarce.takings:
        if all((values[v] if v >= 0 else 1 - values[~v]) for v in taking.when):
            start, end = evaluate(taking.start, list(values)), evaluate(taking.end, list(values))
            for day in range(max(0, start), min(length, end)):
                taken[day] += taking.demand
    return taken


def _is_of_times(schedule: ScheduleModel, source: Source) -> bool:
    """Whether all the demand says is about single days: when something starts or ends, or what lies between."""
    tasks = schedule.network.tasks.values()
    times = {t.start for t in tasks} | {v for t in tasks for v in t.end.terms}
    rows = [r for r in schedule.network.rows if r.source == source]
    return all(
        r.expression.terms and all(v in times and abs(c) == 1 for v, c in r.expression.terms.items()) for r in rows
    )
