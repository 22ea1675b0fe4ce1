"""The sheet of placements: who sits where, against today, and why."""

from localisation.comparing.reasons import Reason
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula

_NAMED = 3
"""How many criteria a reason names."""


def write_placements(book: Book, instance: Instance, proposal: Proposal, reasons: tuple[Reason, ...]) -> None:
    """One row for each site of each unit, and for each site that is given up."""
    texts, inventory = book.texts, instance.inventory
    sheet = book.sheet("placements")
    columns = [
        Column(key="unit_id", heading=texts("workbook.column.unit_id")),
        Column(key="unit", heading=texts("workbook.column.organisation_unit"), kind="long"),
        Column(key="area", heading=texts("workbook.column.service_area")),
        Column(key="building_id", heading=texts("workbook.column.building_id")),
        Column(key="building", heading=texts("workbook.column.building"), kind="long"),
        Column(key="centre", heading=texts("workbook.column.centre")),
        Column(key="district", heading=texts("workbook.column.district"), total=texts("workbook.column.sum")),
        Column(key="today", heading=texts("workbook.column.staff_today"), kind="whole", total="sum"),
        Column(key="staff", heading=texts("workbook.column.staff_proposed"), kind="whole", total="sum"),
        Column(key="change", heading=texts("workbook.column.change"), kind="change", total="sum"),
        Column(key="next", heading=texts("workbook.placements.next_best"), kind="long"),
        Column(key="loss", heading=texts("workbook.placements.loss"), kind="two"),
        Column(key="decided", heading=texts("workbook.placements.decided"), kind="long"),
        Column(key="refused", heading=texts("workbook.placements.refused"), kind="long"),
    ]
    why = {(r.unit, r.building): r for r in reasons}
    rows: list[list[Cell]] = []
    for unit in inventory.units:
        sites = proposal.sites(unit.id)
        left = [s.building for s in unit.today if s.building not in sites]
        for building_id in [*sorted(sites, key=lambda b: -sites[b]), *left]:
            building = inventory.building[building_id]
            now, new = unit.staff_today(building_id), sites.get(building_id, 0)
            rows.append(
                [
                    unit.id,
                    unit.name,
                    inventory.shown(unit.service_area, texts.language),
                    building.id,
                    building.name,
                    inventory.centre[building.centre].name,
                    building.district,
                    now,
                    new,
                    Formula(expression="=[staff]-[today]", value=new - now),
                    *_reason(book, instance, why.get((unit.id, building_id))),
                ]
            )
    sheet.table("placements", columns, rows)


def _reason(book: Book, instance: Instance, reason: Reason | None) -> list[Cell]:
    if reason is None:
        return [None, None, None, None]
    texts, inventory = book.texts, instance.inventory
    name = {c.id: name_in(c, texts.language) for c in instance.criteria}
    best = inventory.building[reason.next_best].name if reason.next_best else texts("workbook.placements.no_other")
    weighty = sorted(reason.deltas, key=lambda d: -d[1])[:_NAMED]
    decided = "; ".join(f"{name.get(c, c)} {texts.number(points, 2)}" for c, points in weighty if points > 0)
    refused = "; ".join(f"{name.get(c, c)} ({texts.number(count)})" for c, count in reason.refusals[:_NAMED])
    return [best, reason.loss, decided or None, refused or None]
