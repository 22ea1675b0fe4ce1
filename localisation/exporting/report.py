"""The report: one page that needs nothing but itself."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from localisation.comparing.comparison import Comparison
from localisation.comparing.reasons import Reason
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.domain.transfers import transfers
from localisation.domain.vocabulary import Confidence
from localisation.exporting.input_digests import shown_files
from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import pictures
from localisation.exporting.report_placements import move_rows, placement_rows, refurbishment_rows
from localisation.exporting.report_scores import must_rows, score_rows
from localisation.exporting.report_sources import (
    confidence_counts,
    estimate_groups,
    horizon_sentence,
    run_rows,
    settings,
)
from localisation.exporting.report_summary import summary
from localisation.exporting.report_worsened import weights_note, worsened
from localisation.exporting.stack.stack_section import stack_section
from localisation.exporting.travel.access_section import access_section
from localisation.pictures.costs import costs
from localisation.pictures.money import currency
from localisation.texts import LANGUAGES, Texts

SECTIONS = (
    "summary",
    "scores",
    "map",
    "accessibility",
    "fill",
    "stack",
    "placements",
    "moves",
    "refurbishments",
    "costs",
    "musts",
    "estimates",
    "method",
)
"""In reading order; each is a landmark with a heading, and a line of the contents.

There is none on accessibility where nobody visits anything, and none on floors where they are not planned."""


def write_report(
    comparison: Comparison,
    reasons: tuple[Reason, ...],
    path: Path,
    *,
    made: date | None = None,
    stack: StackPlan | None = None,
    first: str = LANGUAGES[0],
) -> None:
    """Write the report as one HTML file in both languages, `first` in front; it asks the network for nothing."""
    day, languages = made or date.today(), sorted(LANGUAGES, key=lambda language: language != first)
    documents = [document(comparison, reasons, Texts(language), day, stack) for language in languages]
    page = page_environment().get_template("report.html").render(documents=documents, library=page_library())
    path.write_text(page, "utf-8")


def document(
    comparison: Comparison, reasons: tuple[Reason, ...], t: Texts, made: date, stack: StackPlan | None = None
) -> Mapping[str, Any]:
    """Everything the template shows in one language."""
    instance, chosen = comparison.instance, comparison.chosen
    inventory, scenario = instance.inventory, instance.scenario
    estimated = any(f.confidence is Confidence.ESTIMATE for f in instance.figures)
    access = access_section(comparison, t)
    moved = sum(m.staff for m in transfers(inventory, instance.travel, chosen.proposal))
    names = [(name_in(a, t.language), a is comparison.alternatives[0], a is chosen) for a in comparison.alternatives]
    there = {"accessibility": bool(access), "stack": stack is not None}
    sections = [s for s in SECTIONS if there.get(s, True)]
    return {
        "t": t,
        "language": t.language,
        "title": t("report.title", place=inventory.place.name),
        "headings": [(key, t(f"report.section.{key}")) for key in sections],
        "access": access,
        "stack": stack and stack_section(inventory, stack, t),
        "place": inventory.place,
        "money": currency(inventory.place.currency, t),
        "made": made,
        "estimated": estimated,
        "summary": summary(comparison, t, estimated=estimated),
        "worsened": worsened(comparison, t),
        "weights_note": weights_note(comparison, t),
        "recommended": chosen is not comparison.alternatives[0],
        "alternatives": names,
        "proofs": [t(f"report.status.{a.status}") for a in comparison.alternatives],
        "chosen_name": name_in(chosen, t.language),
        "scores": score_rows(comparison, t),
        "musts": must_rows(comparison, t),
        "pictures": pictures(comparison, t, made),
        "placements": placement_rows(comparison, reasons, t),
        "moves": move_rows(comparison, t),
        "moved": moved,
        "stay": sum(u.staff for u in inventory.units) - moved,
        "refurbishments": refurbishment_rows(comparison, t),
        "years": scenario.horizon_years,
        "percent": t.number(scenario.discount_permille / 10, 1),
        "plan_costs": _plan_costs(comparison, t),
        "estimates": estimate_groups(comparison, t),
        "counts": confidence_counts(comparison),
        "travel_estimated": instance.travel.estimate,
        "valid": chosen.assessment.valid,
        "settings": settings(comparison, t),
        "horizon": horizon_sentence(comparison, t),
        "runs": run_rows(comparison, t),
        "files": shown_files(instance.files),
    }


def _plan_costs(comparison: Comparison, t: Texts) -> str:
    """What a plan of the moves will reckon beside; "" where there is nothing to do, or no plan can be made."""
    inventory, found = comparison.instance.inventory, costs(comparison.instance, comparison.chosen.proposal)
    if not inventory.logistics or not found.refurbishment + found.moving:
        return ""
    parts = {"works": found.refurbishment, "moving": found.moving, "sum": found.refurbishment + found.moving}
    amounts = {key: t.number(k100 / 100_000, 2) for key, k100 in parts.items()}
    return t("report.costs.plan", **amounts, currency=currency(inventory.place.currency, t))


def page_environment() -> Environment:
    """Where the templates of pages are found; every text they show is escaped."""
    loader = PackageLoader("localisation.exporting", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def page_library() -> Markup:
    """Vega, Vega-Lite and Vega-Embed as one script that can stand in a page."""
    return Markup(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;").replace("</script", r"<\/script"))
