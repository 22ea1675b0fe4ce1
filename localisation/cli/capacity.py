"""Space against need, by local centre and kind of space."""

from dataclasses import dataclass

from rich.table import Table

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import SpaceKind
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """One centre (None: all of them) and kind of space; amounts in the kind's own unit."""

    centre: str | None
    kind: SpaceKind
    need: float
    """What those who sit there today need."""
    used: int
    """What there is in the buildings used today."""
    all: int
    """What there is in every building of the project, options too."""
    rebuilt: int
    """The same with every refurbishment carried out."""


def capacities(instance: Instance) -> list[Capacity]:
    """One for each centre and kind with any need or space, and the sums of each kind last."""
    inventory, today = instance.inventory, instance.inventory.today
    found = []
    for centre in [*(c.id for c in inventory.centres), None]:
        here = [b for b in inventory.buildings if centre in (None, b.centre)]
        for kind in SpaceKind:
            need = sum(
                inventory.unit[u].need_hundredths(kind, staff)
                for b in here
                for u, staff in today.by_building.get(b.id, {}).items()
            )
            row = Capacity(
                centre=centre,
                kind=kind,
                need=need / 100,
                used=sum(b.space(kind) for b in here if today.used(b.id)),
                all=sum(b.space(kind) for b in here if b.in_project),
                rebuilt=sum(b.space(kind, {r.id for r in b.refurbishments}) for b in here if b.in_project),
            )
            if row.need or row.used or row.rebuilt:
                found.append(row)
    return found


def capacity_table(instance: Instance, texts: Texts) -> Table:
    """The capacities for a person; a need above what is used today is marked."""
    table = Table(title=texts("cli.check.capacity"), title_justify="left")
    for key, justify in (("centre", "left"), ("kind", "left"), ("need", "right"), ("used", "right")):
        table.add_column(texts(f"cli.check.{key}"), justify=justify)  # type: ignore[arg-type]
    for key in ("all", "rebuilt"):
        table.add_column(texts(f"cli.check.{key}"), justify="right")
    before: str | None = ""
    for row in capacities(instance):
        if before not in (row.centre, ""):
            table.add_section()
        name = texts("cli.check.whole") if row.centre is None else instance.inventory.centre[row.centre].name
        short = row.need > row.used
        table.add_row(
            "" if row.centre == before else name,
            f"{texts(f'workbook.space.{row.kind}')} ({texts(f'units.{row.kind.unit}')})",
            f"{'! ' if short else ''}{texts.number(row.need)}",
            *(texts.number(n) for n in (row.used, row.all, row.rebuilt)),
            style="yellow" if short else None,
        )
        before = row.centre
    return table
