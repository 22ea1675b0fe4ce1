"""The report of a plan: one page that needs nothing but itself."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from localisation.domain.vocabulary import Confidence
from localisation.exporting.input_digests import shown_files
from localisation.exporting.plan.cost_bridge import cost_bridge
from localisation.exporting.plan.criterion_rows import criterion_rows, must_lines
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.move_sheets import move_sheets
from localisation.exporting.plan.proof import level_rows
from localisation.exporting.plan.report_pictures import plan_pictures
from localisation.exporting.plan.report_tables import change_rows, milestone_rows, settings, wave_rows, work_rows
from localisation.exporting.plan.sent_back import sent_back
from localisation.exporting.plan.simulation_rows import simulation_rows
from localisation.exporting.plan.summary import plan_summary
from localisation.exporting.plan.week_rows import week_months
from localisation.exporting.report import page_environment, page_library
from localisation.exporting.report_sources import grouped_estimates
from localisation.pictures.money import currency
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.short_date import short_date
from localisation.texts import LANGUAGES, Texts

_MOVING_TABLES = frozenset({"crews", "activity_norms", "days_off", "swing_space", "refurbishments", "norms"})
"""Tables whose estimates are listed in full; those on units and buildings stand in the report of the proposal."""


def sections(run: FinishedPlan) -> tuple[str, ...]:
    """The sections in reading order; each is a landmark with a heading, and a line of the contents."""
    found = ["summary"]
    found += ["changes"] if run.adopted is not None else []
    found += ["weeks", "gantt", "waves", "occupancy", "transit", "costs", "works", "criteria"]
    found += ["simulation"] if run.simulation is not None else []
    return (*found, "sheets", "estimates", "method")


def write_plan_report(path: Path, run: FinishedPlan) -> None:
    """Write the report as one HTML file in both languages, the run's in front; it asks the network for nothing."""
    languages = sorted(LANGUAGES, key=lambda language: language != run.language)
    documents = [document(run, Texts(language)) for language in languages]
    page = page_environment().get_template("plan.html").render(documents=documents, library=page_library())
    path.write_text(page, "utf-8")


def document(run: FinishedPlan, t: Texts) -> Mapping[str, Any]:
    """Everything the template shows in one language."""
    instance, result = run.instance, run.result
    names = PlanNames(instance, result.programme, t)
    figures = instance.figures
    return {
        "t": t,
        "language": t.language,
        "title": t("plan.report.title", place=instance.inventory.place.name),
        "headings": [(key, t(f"plan.section.{key}")) for key in sections(run)],
        "sections": sections(run),
        "short": partial(short_date, t=t),
        "place": instance.inventory.place,
        "money": currency(instance.inventory.place.currency, t),
        "made": run.made,
        "estimated": any(f.confidence is Confidence.ESTIMATE for f in figures),
        "summary": plan_summary(run, t),
        "bridge": cost_bridge(run, t),
        "rejected": sent_back(run.rejected, t),
        "pictures": plan_pictures(run, t),
        "changes": change_rows(run, t),
        "months": week_months(run, names, t),
        "waves": wave_rows(run, names, t),
        "works": work_rows(run, names, t),
        "milestones": milestone_rows(run, names, t),
        "sheets": move_sheets(instance, result, t),
        "musts": must_lines(run, t),
        "criteria": criterion_rows(run, t),
        "simulation": run.simulation,
        "in_place": simulation_rows(run.simulation, names, t) if run.simulation else (),
        "estimates": grouped_estimates(instance, (f for f in figures if f.table in _MOVING_TABLES), t),
        "counts": {c.value: sum(f.confidence is c for f in figures) for c in Confidence},
        "valid": result.assessment.valid,
        "settings": settings(run, t),
        "levels": level_rows(run, t),
        "files": shown_files(instance.files),
    }
