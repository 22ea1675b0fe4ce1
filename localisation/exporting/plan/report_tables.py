"""The plain tables of the report of a plan."""

from dataclasses import dataclass
from datetime import date

from localisation import __version__
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.replan_rows import replan_rows
from localisation.exporting.plan.waves import WaveMove, waves
from localisation.exporting.report_numbers import signed
from localisation.pictures.money import millions
from localisation.pictures.plan.milestones import milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.short_date import short_date
from localisation.pictures.plan.step_dates import step_dates
from localisation.pictures.plan.transit_weeks import week_name
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveRow:
    """A week with its sums and its moves: unit, from, to, note, staff, m3, carrying days, first day at work there."""

    week: str
    staff: str
    volume: str
    moves: tuple[tuple[str, str, str, str, str, str, str, str], ...]


def wave_rows(run: FinishedPlan, names: PlanNames, t: Texts) -> tuple[WaveRow, ...]:
    """Every week in which somebody is moved."""
    return tuple(
        WaveRow(
            week=week_name(wave.monday, t),
            staff=t.number(wave.staff),
            volume=t.number(wave.volume_m3),
            moves=tuple(_move(m, names, t) for m in wave.moves),
        )
        for wave in waves(run.result)
    )


def move_note(move: WaveMove, t: Texts) -> str:
    """What is special about a leg: that it leads to or from transit premises, or is done on overtime."""
    keys = [
        k for k, there in (("transit", move.transit), ("onward", move.onward), ("overtime", move.overtime)) if there
    ]
    return ", ".join(t(f"plan.note.{key}") for key in keys)


def work_rows(run: FinishedPlan, names: PlanNames, t: Texts) -> tuple[tuple[str, ...], ...]:
    """Works by first day: building, what, first and last day, working days, cost in millions."""
    result, found = run.result, []
    for work in result.programme.works:
        first, last = step_dates(result.programme.calendar, result.plan.steps[work.id])
        cost = millions(work.cost_nok // 10, t)
        what = (names.building(work.building), names.work(work))
        found.append((first, (*what, short_date(first, t), short_date(last, t), t.number(work.days), cost)))
    return tuple(row for _, row in sorted(found))


def milestone_rows(run: FinishedPlan, names: PlanNames, t: Texts) -> tuple[tuple[str, str, str], ...]:
    """Day, building and what happens."""
    return tuple(
        (
            short_date(m.day, t),
            names.building(m.building),
            t(f"plan.milestone.{m.kind}") + (f": {names.option(m.option)}" if m.option else ""),
        )
        for m in milestones(run.instance, run.result.programme, run.result.plan)
    )


def settings(run: FinishedPlan, t: Texts) -> tuple[tuple[str, str], ...]:
    """What the run was asked for."""
    scenario, result = run.instance.scenario, run.result
    stopped = f" ({t('report.method.stopped')})" if result.stopped else ""
    facts: list[tuple[str, object]] = [
        ("scenario", f"{name_in(scenario, t.language)} ({scenario.id})"),
        ("status", t(f"report.status.{result.status}") + stopped),
        ("axis", t("plan.method.axis_text", first=scenario.plan.start, last=scenario.plan.until)),
        ("in_place_by", scenario.in_place_by),
        ("slack", t("plan.percent", percent=t.number(scenario.plan.level_slack_percent))),
        ("first_plan", "–" if result.first_plan_s is None else t.number(result.first_plan_s, 2)),
        ("seed", str(result.seed)),
        ("workers", result.workers),
        ("version", f"localisation {__version__}"),
    ]
    return tuple((t(f"plan.method.{key}"), t.value(value)) for key, value in facts)


def change_rows(run: FinishedPlan, t: Texts) -> tuple[tuple[str, str, str, str, str], ...]:
    """Work or move, days (and way, where it is another) before and now, working days later, and why."""
    return tuple(
        (
            row.thing,
            _days(*row.before, t) + (f", {row.way_before}" if row.way_before else ""),
            _days(*row.now, t) + (f", {row.way_now}" if row.way_now else ""),
            signed(row.shift, t, 0),
            row.why,
        )
        for row in replan_rows(run, t)
    )


def _move(m: WaveMove, names: PlanNames, t: Texts) -> tuple[str, str, str, str, str, str, str, str]:
    return (
        names.unit(m.leg.unit),
        names.building(m.leg.origin),
        names.building(m.leg.destination),
        move_note(m, t),
        t.number(m.leg.staff),
        t.number(m.leg.volume_m3),
        _days(m.first, m.last, t),
        short_date(m.open, t),
    )


def _days(first: date, last: date, t: Texts) -> str:
    return short_date(first, t) if first == last else f"{short_date(first, t)} – {short_date(last, t)}"
