"""The proposal map as files to print."""

import json
import re
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import vl_convert

from localisation.comparing.comparison import Comparison
from localisation.domain.transfers import transfers
from localisation.domain.vocabulary import Confidence, Status
from localisation.exporting.goal_levels import has_several, on_first
from localisation.exporting.naming import name_in
from localisation.pictures.costs import costs
from localisation.pictures.map import MapHeading, proposal_map
from localisation.pictures.money import currency, millions
from localisation.pictures.palette import PAPER
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import Texts

A3_MM = (420, 297)
A3_POINTS = (1190.55, 841.89)
_PPI = 220


def write_map(comparison: Comparison, folder: Path, language: str = "nb", *, made: date | None = None) -> None:
    """Write map.svg, map.png and map.pdf to the folder: an A3 sheet lying down, 220 pixels an inch."""
    t = Texts(language)
    heading = map_heading(comparison, t, made or date.today())
    chart = proposal_map(comparison.instance, comparison.chosen.proposal, heading, t)
    drawing = vl_convert.vegalite_to_svg(json.dumps(chart))
    in_points = on_sheet(drawing, heading.title, *(f"{p}" for p in A3_POINTS))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "map.svg").write_text(on_sheet(drawing, heading.title, *(f"{mm}mm" for mm in A3_MM)), "utf-8")
    (folder / "map.png").write_bytes(vl_convert.svg_to_png(in_points, ppi=_PPI))
    (folder / "map.pdf").write_bytes(vl_convert.svg_to_pdf(in_points))


def map_heading(comparison: Comparison, t: Texts, made: date) -> MapHeading:
    """Title, scenario with status, and what the map rests on."""
    instance, chosen = comparison.instance, comparison.chosen
    moved = sum(m.staff for m in transfers(instance.inventory, instance.travel, chosen.proposal))
    subtitle = t(
        "report.map.subtitle",
        name=name_in(chosen, t.language),
        proof=proof(comparison, t),
        staff=sum(u.staff for u in instance.inventory.units),
        buildings=len(chosen.proposal.by_building),
        moved=moved,
    )
    estimated = any(f.confidence is Confidence.ESTIMATE for f in instance.figures)
    return MapHeading(
        title=t("report.map.title", place=instance.inventory.place.name),
        subtitle=subtitle,
        result=result_words(comparison, t),
        note=t("report.map.estimates" if estimated else "report.map.no_estimates"),
        made=made,
    )


def result_words(comparison: Comparison, t: Texts) -> str:
    """Points and present value, each beside today's, and how far the points may be from the best of the first level."""
    instance, chosen, zero = comparison.instance, comparison.chosen, comparison.alternatives[0]
    now, before = costs(instance, chosen.proposal), costs(instance, zero.proposal)
    said = t(
        "report.map.result",
        points=t.number(chosen.points, 1),
        where=on_first(instance, t),
        points_today=t.number(zero.points, 1),
        cost=millions(now.total, t),
        cost_today=millions(before.total, t),
        currency=currency(instance.inventory.place.currency, t),
        years=instance.scenario.horizon_years,
    )
    first = next(iter(chosen.runs), None)
    if first is None or first.room is None:
        return said
    room = first.given_up + (0 if first.status is Status.OPTIMAL else first.room)
    if not room:
        return said  # that it is proven the best stands above
    return f"{said} {t('report.map.room', points=t.number(room / GOAL_UNITS, 2), where=on_first(instance, t))}"


def proof(comparison: Comparison, t: Texts) -> str:
    """How sure it is that nothing better exists, in a few words."""
    chosen = comparison.chosen
    open_runs = [r for r in chosen.runs if r.status is not Status.OPTIMAL]
    if chosen.status in {Status.OPTIMAL, Status.HELD} or not open_runs:
        return t(f"report.proof.{chosen.status}")
    run = open_runs[0]
    if run.value is None or run.bound is None:
        return t("report.proof.unknown")
    where = t("goals.number", level=chosen.runs.index(run) + 1) if has_several(comparison.instance) else ""
    return t("report.proof.feasible", points=t.number(max(0, run.value - run.bound) / GOAL_UNITS, 2), where=where)


def on_sheet(svg: str, title: str, width: str, height: str) -> str:
    """The drawing on a sheet of that size, with a title that readers of the file can find."""
    found = re.match(r'<svg\b[^>]*?( width="[\d.]+" height="[\d.]+") viewBox="[^"]*"[^>]*>', svg)
    if found is None:
        raise ValueError("not a drawing with width, height and viewBox")
    head = found.group(0).replace(found.group(1), f' width="{width}" height="{height}"', 1)
    paper = f'<rect x="-99" y="-99" width="9999" height="9999" fill="{PAPER}"/>'
    return f"{head}<title>{escape(title)}</title>{paper}{svg[found.end() :]}"
