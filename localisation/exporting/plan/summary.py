"""The plan in one paragraph and a handful of figures."""

from localisation.domain.vocabulary import Confidence, Status, Strength
from localisation.exporting.gap_words import telling_gap
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.plan_facts import PlanFacts, plan_facts
from localisation.exporting.plan.points_lost import points_lost
from localisation.exporting.plan.proof import TELLING_POINTS
from localisation.exporting.plan.replan_rows import replan_rows, rerouted
from localisation.exporting.report_summary import HeadFigure, Summary
from localisation.pictures.money import currency, millions
from localisation.pictures.plan.short_date import short_date
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.schedule.simulation.simulation import PERCENTS
from localisation.texts import Texts


def plan_summary(run: FinishedPlan, t: Texts) -> Summary:
    """What there is to do, when it is done, how good the plan is known to be, and what it rests on."""
    facts = plan_facts(run.instance, run.result)
    estimated = any(f.confidence is Confidence.ESTIMATE for f in run.instance.figures)
    lead = _lead(run, facts, t)
    points = _points(run, facts, estimated, t) if facts.last else []
    return Summary(sentences=tuple(lead), points=tuple(points), figures=_figures(run, facts, estimated, t))


def _lead(run: FinishedPlan, facts: PlanFacts, t: Texts) -> list[str]:
    place, scenario = run.instance.inventory.place.name, run.instance.scenario
    counts = {key: t(f"plan.count.{key}", count=getattr(facts, key)) for key in ("moves", "people", "works")}
    told = [t("plan.summary.what", place=place, name=name_in(scenario, t.language), **counts)]
    if facts.first is None or facts.last is None:
        return [*told, t("plan.summary.nothing")]
    return [*told, t("plan.summary.when", first=facts.first, last=facts.last)]


def _points(run: FinishedPlan, facts: PlanFacts, estimated: bool, t: Texts) -> list[str]:
    """What a reader must know beside, each by itself."""
    scenario, told = run.instance.scenario, []
    if facts.in_place is not None:
        key = "in_time" if facts.in_place <= scenario.in_place_by else "late"
        told.append(t(f"plan.summary.{key}", day=facts.in_place, deadline=scenario.in_place_by))
    told += _sure(run, t)
    told.append(
        t(
            "plan.summary.transit" if facts.transit else "plan.summary.no_transit",
            people=t("plan.count.people", count=facts.transit),
        )
    )
    if facts.musts:
        told.append(
            t(f"plan.summary.musts_{'broken' if facts.broken else 'hold'}", broken=facts.broken, count=facts.musts)
        )
    if ways := rerouted(replan_rows(run, t)):
        told.append(t("plan.summary.rerouted", moves=ways))
    unmet = [
        name_in(r.criterion, t.language)
        for r in run.result.assessment.results
        if r.breaches and r.criterion.strength is not Strength.MUST
    ]
    if unmet:
        told.append(t("plan.summary.unmet", names="; ".join(unmet)))
    if lost := points_lost(run, t):
        told.append(t("plan.summary.lost", measures="; ".join(lost)))
    told += _levels(run, t)
    if run.rejected:
        told.append(t("plan.summary.rejected", points=t.number(run.rejected[0].points, 1)))
        if run.placement_points is not None:
            told.append(t("plan.summary.instead", points=t.number(run.placement_points, 1)))
    if run.result.stopped:
        told.append(t("plan.summary.stopped"))
    return [*told, *([t("plan.summary.estimates")] if estimated else [])]


def _sure(run: FinishedPlan, t: Texts) -> list[str]:
    """When everyone is in place with so much certainty, where the plan was simulated."""
    if run.simulation is None:
        return []
    by = run.simulation.everyone.by
    days = {f"p{p}": t("plan.summary.sure_by", day=day) if (day := by.get(p)) else _beyond(t) for p in PERCENTS}
    return [t("plan.summary.sure", draws=run.simulation.draws, **days)]


def _beyond(t: Texts) -> str:
    return t("plan.simulation.beyond")


def _levels(run: FinishedPlan, t: Texts) -> list[str]:
    """One sentence a goal level: proven, or how much better it could be; one for all when all are proven."""
    runs = run.result.runs
    if runs and all(r.status is Status.OPTIMAL for r in runs):
        return [t("plan.summary.all_proven" if len(runs) > 1 else "plan.summary.proven", count=len(runs))]
    told = []
    for number, found in enumerate(runs, start=1):
        if found.status is Status.OPTIMAL:
            told.append(t("plan.summary.level_proven", level=number))
        elif found.room is None:
            told.append(t("plan.summary.level_unknown", level=number))
        else:
            points = found.room / GOAL_UNITS
            key = "level_open" if points <= TELLING_POINTS else "level_weak"
            share = telling_gap(found)
            gap = "" if share is None else t("plan.summary.gap", gap=t.number(100 * share, 2))
            told.append(t(f"plan.summary.{key}", level=number, points=t.number(points, 2), gap=gap))
    return told


def _figures(run: FinishedPlan, facts: PlanFacts, estimated: bool, t: Texts) -> tuple[HeadFigure, ...]:
    money = currency(run.instance.inventory.place.currency, t)
    shown = [
        ("people", t.number(facts.people), t("plan.count.moves", count=facts.moves)),
        (
            "works",
            t.number(facts.works),
            t("plan.figure.works_note", closed=t("plan.count.buildings", count=facts.closed)),
        ),
        ("in_place", _short(facts, t), _in_place_note(run, t)),
        ("transit", t.number(facts.transit), t("plan.figure.transit_note", people=facts.people)),
        ("cost", millions(facts.cost // 10, t), t("plan.figure.cost_note")),
        ("musts", t.number(facts.musts - facts.broken), t("plan.figure.musts_note", count=facts.musts)),
    ]
    certain = {"works", "musts"}
    return tuple(
        HeadFigure(
            label=t(f"plan.figure.{key}", currency=money),
            value=value,
            note=note,
            estimated=estimated and key not in certain,
        )
        for key, value, note in shown
    )


def _in_place_note(run: FinishedPlan, t: Texts) -> str:
    deadline = t.value(run.instance.scenario.in_place_by)
    if run.simulation is None:
        return t("plan.figure.in_place_note", deadline=deadline)
    by = run.simulation.everyone.by
    days = {f"p{p}": short_date(day, t) if (day := by.get(p)) else _beyond(t) for p in PERCENTS[1:]}
    return t("plan.figure.in_place_sure_note", deadline=deadline, **days)


def _short(facts: PlanFacts, t: Texts) -> str:
    return short_date(facts.in_place, t) if facts.in_place else "–"
