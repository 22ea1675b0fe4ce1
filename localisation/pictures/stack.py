"""How full each building becomes, by kind of space."""

from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind
from localisation.pictures.bar_table import Bar, Heading, bar_table
from localisation.pictures.layers import Spec
from localisation.pictures.twin import Twin
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """Need (in hundredths of the kind's unit) and room (in the unit) of one kind of space in one building."""

    building: str
    kind: SpaceKind
    need_hundredths: int
    room: int

    @property
    def need(self) -> int:
        """The need in whole units, rounded up."""
        return -(-self.need_hundredths // 100)

    @property
    def over(self) -> bool:
        """Whether more is needed than there is."""
        return self.need_hundredths > 100 * self.room

    @property
    def percent(self) -> int | None:
        """The need as shown, in whole units, as a share of room; None when there is no room at all."""
        return round(100 * self.need / self.room) if self.room else None


def fills(instance: Instance, proposal: Proposal) -> tuple[Fill, ...]:
    """Every kind of space that is needed or there, in every building in use."""
    inventory = instance.inventory
    found = []
    for building in inventory.buildings:
        seats = proposal.by_building.get(building.id, {})
        for kind in SpaceKind:
            need = sum(inventory.unit[u].need_hundredths(kind, staff) for u, staff in seats.items())
            room = building.space(kind, proposal.refurbishments)
            if seats and (need or room):
                found.append(Fill(building=building.id, kind=kind, need_hundredths=need, room=room))
    return tuple(found)


def stack(instance: Instance, proposal: Proposal, t: Texts, *, width: int = 1150) -> Spec:
    """One row a building in use, one column a kind of space: the dark bar is the need, the pale one the room."""
    found = fills(instance, proposal)
    kinds = [k for k in SpaceKind if any(f.kind is k for f in found)]
    columns = [
        Heading(
            key=kind,
            text=t(f"pictures.kind.{kind}"),
            small=t(f"units.{kind.unit}"),
            high=max(max(f.room, f.need) for f in found if f.kind is kind) or 1,
        )
        for kind in kinds
    ]
    named = {b.id: b.name for b in instance.inventory.buildings}
    rows = [Heading(key=b, text=named[b]) for b in dict.fromkeys(f.building for f in found)]
    cells = [
        Bar(
            row=f.building,
            column=f.kind,
            value=f.need,
            room=f.room,
            label=_label(f, t),
            tip=t("pictures.stack.tip", building=named[f.building], need=f.need, room=f.room, spare=f.room - f.need),
            loud=f.over,
            quiet=not f.need,
        )
        for f in found
    ]
    alt = t("pictures.stack.alt")
    return bar_table(rows, columns, cells, description=alt, width=width, names_px=190, label_below=True)


def stack_twin(instance: Instance, proposal: Proposal, t: Texts) -> Twin:
    """The same as a table, one row for each building and kind of space."""
    named = {b.id: b.name for b in instance.inventory.buildings}
    columns = ("building", "kind_of_space", "unit", "need", "room", "percent", "spare")
    return Twin(
        caption=t("pictures.stack.caption"),
        columns=tuple(t(f"pictures.{key}") for key in columns),
        rows=tuple(
            (
                named[f.building],
                t(f"pictures.kind.{f.kind}"),
                t(f"units.{f.kind.unit}"),
                t.number(f.need),
                t.number(f.room),
                "–" if f.percent is None else f"{f.percent} %",
                t.number(f.room - f.need),
            )
            for f in fills(instance, proposal)
        ),
        numeric=frozenset({3, 4, 5, 6}),
    )


def _label(fill: Fill, t: Texts) -> str:
    share = "" if fill.percent is None or not fill.need else f" · {fill.percent} %"
    return f"{'! ' if fill.over else ''}{t.number(fill.need)}/{t.number(fill.room)}{share}"
