"""The sheets of a stack plan, the same in its own workbook and in that of a proposal."""

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.stack_pictures import write_stack_pictures
from localisation.exporting.workbook.table import Cell, Column, Formula
from localisation.pictures.stack_plan_words import StackWords

STACK_SHEETS = ("stack_picture", "stack", "floor_room", "stack_buildings")


def write_stack_sheets(book: Book, inventory: Inventory, plan: StackPlan) -> None:
    """The buildings as pictures, who sits on which floor, what each floor holds, and how each building comes out."""
    write_stack_pictures(book, inventory, plan)
    _write_units(book, inventory, plan)
    _write_rooms(book, inventory, plan)
    _write_buildings(book, inventory, plan)


def _write_units(book: Book, inventory: Inventory, plan: StackPlan) -> None:
    t, words = book.texts, StackWords(inventory, book.texts)
    sheet = book.sheet("stack", basis=words.basis(plan))
    columns = [
        *_place(book),
        Column(key="unit_id", heading=t("stack.column.unit_id")),
        Column(key="unit", heading=t("stack.column.unit"), kind="long", total=t("workbook.column.sum")),
        Column(key="staff", heading=t("stack.column.staff"), kind="whole", total="sum"),
        Column(key="workplaces", heading=t("stack.column.workplaces"), kind="two", total="sum"),
        Column(key="rooms", heading=t("stack.column.rooms"), kind="long"),
        Column(key="public", heading=t("stack.column.public")),
        Column(key="basis", heading=t("stack.column.basis")),
    ]
    rows: list[list[Cell]] = []
    for stack in plan.buildings:
        for floor in stack.task.floors:
            rows += [
                [
                    stack.building,
                    inventory.building[stack.building].name,
                    floor.number,
                    share.unit,
                    inventory.unit[share.unit].name,
                    share.staff,
                    share.spaces.get(SpaceKind.WORKPLACE, 0) / 100,
                    words.rooms(share, workplaces=False) or None,
                    t("stack.yes" if stack.receives(share) else "stack.no"),
                    t(f"stack.basis.{floor.confidence}"),
                ]
                for share in stack.on(floor.number)
            ]
    sheet.table("stack", columns, rows)


def _write_rooms(book: Book, inventory: Inventory, plan: StackPlan) -> None:
    t, words = book.texts, StackWords(inventory, book.texts)
    sheet = book.sheet("floor_room", basis=words.basis(plan))
    columns = [
        *_place(book),
        Column(key="entrance", heading=t("stack.column.entrance")),
        Column(key="kind", heading=t("stack.column.kind")),
        Column(key="counted", heading=t("stack.column.counted")),
        Column(key="used", heading=t("stack.column.used"), kind="two"),
        Column(key="room", heading=t("stack.column.room"), kind="whole"),
        Column(key="free", heading=t("stack.column.free"), kind="change_one"),
        Column(key="basis", heading=t("stack.column.basis")),
    ]
    rows: list[list[Cell]] = []
    for stack in plan.buildings:
        for floor in stack.task.floors:
            for kind in SpaceKind:
                used = sum(s.spaces.get(kind, 0) for s in stack.on(floor.number)) / 100
                room = floor.spaces.get(kind, 0)
                if used or room:
                    rows.append(
                        [
                            stack.building,
                            inventory.building[stack.building].name,
                            floor.number,
                            t("stack.yes" if floor.public else "stack.no"),
                            t(f"workbook.space.{kind}"),
                            t(f"units.{kind.unit}"),
                            used,
                            room,
                            Formula(expression="=[room]-[used]", value=room - used),
                            t(f"stack.basis.{floor.confidence}"),
                        ]
                    )
    sheet.table("floor_room", columns, rows)


def _write_buildings(book: Book, inventory: Inventory, plan: StackPlan) -> None:
    t, words = book.texts, StackWords(inventory, book.texts)
    sheet = book.sheet("stack_buildings")
    columns = [
        Column(key="building_id", heading=t("stack.column.building_id")),
        Column(key="building", heading=t("stack.column.building"), kind="long", total=t("workbook.column.sum")),
        *(
            Column(key=key, heading=t(f"stack.column.{key}"), kind="whole", total="sum")
            for key in ("visits", "between", "strength", "taken", "split", "apart", "spare")
        ),
        Column(key="proof", heading=t("stack.column.proof"), kind="long"),
        Column(key="basis", heading=t("stack.column.basis")),
    ]
    rows: list[list[Cell]] = [
        [
            b.building,
            inventory.building[b.building].name,
            b.amounts.visit_floors / 1000,
            b.amounts.floors_between,
            b.amounts.strength_floors,
            b.amounts.floors_taken,
            b.split,
            b.amounts.rooms_apart,
            b.amounts.floors_with_spare,
            words.proof(b),
            t(f"stack.basis.{b.confidence}"),
        ]
        for b in plan.buildings
    ]
    sheet.table("stack_buildings", columns, rows)


def _place(book: Book) -> list[Column]:
    t = book.texts
    return [
        Column(key="building_id", heading=t("stack.column.building_id")),
        Column(key="building", heading=t("stack.column.building"), kind="long"),
        Column(key="floor", heading=t("stack.column.floor"), kind="whole"),
    ]
