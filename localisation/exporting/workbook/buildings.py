"""The sheet of buildings: what each kind of space is asked for, and how full it gets."""

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula


def write_buildings(book: Book, instance: Instance, proposal: Proposal) -> None:
    """One row for each building and kind of space that is there or is asked for."""
    texts, inventory = book.texts, instance.inventory
    sheet = book.sheet("buildings")
    columns = [
        Column(key="building_id", heading=texts("workbook.column.building_id")),
        Column(key="building", heading=texts("workbook.column.building"), kind="long"),
        Column(key="centre", heading=texts("workbook.column.centre")),
        Column(key="tenure", heading=texts("workbook.column.tenure")),
        Column(key="kind", heading=texts("workbook.buildings.kind")),
        Column(key="counted", heading=texts("workbook.column.unit")),
        Column(key="need_today", heading=texts("workbook.buildings.need_today"), kind="one"),
        Column(key="space_today", heading=texts("workbook.buildings.space_today"), kind="whole"),
        Column(key="fill_today", heading=texts("workbook.buildings.fill_today"), kind="percent"),
        Column(key="need", heading=texts("workbook.buildings.need"), kind="one"),
        Column(key="space", heading=texts("workbook.buildings.space"), kind="whole"),
        Column(key="fill", heading=texts("workbook.buildings.fill"), kind="percent"),
        Column(key="free", heading=texts("workbook.buildings.free"), kind="change_one"),
    ]
    rows: list[list[Cell]] = []
    for building in inventory.buildings:
        for kind in SpaceKind:
            before = _need(instance, inventory.today, building.id, kind)
            need = _need(instance, proposal, building.id, kind)
            space_before, space = building.space(kind), building.space(kind, proposal.refurbishments)
            if not (before or need or space):
                continue
            rows.append(
                [
                    building.id,
                    building.name,
                    inventory.centre[building.centre].name,
                    texts(f"workbook.tenure.{building.tenure}"),
                    texts(f"workbook.space.{kind}"),
                    texts(f"units.{kind.unit}"),
                    before,
                    space_before,
                    _share("need_today", "space_today", before, space_before),
                    need,
                    space,
                    _share("need", "space", need, space),
                    Formula(expression="=[space]-[need]", value=space - need),
                ]
            )
    table = sheet.table("buildings", columns, rows)
    sheet.bars(table, "fill_today")
    sheet.bars(table, "fill")


def _share(need_key: str, space_key: str, need: float, space: int) -> Formula:
    """The share in use; blank where there is none of the space."""
    return Formula(
        expression=f'=IF([{space_key}]=0,"",[{need_key}]/[{space_key}])', value=need / space if space else None
    )


def _need(instance: Instance, proposal: Proposal, building: str, kind: SpaceKind) -> float:
    seats = proposal.by_building.get(building, {})
    return sum(instance.inventory.unit[u].need_hundredths(kind, staff) for u, staff in seats.items()) / 100
