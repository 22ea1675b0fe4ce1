"""What the alternatives cost, side by side."""

from collections.abc import Sequence

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.pictures.bar_table import Bar, Heading, bar_table
from localisation.pictures.costs import Costs, costs
from localisation.pictures.layers import Spec
from localisation.pictures.money import currency, millions
from localisation.pictures.twin import Twin
from localisation.texts import Texts

_ONCE = ("refurbishment", "moving", "exit")
_PARTS = (*_ONCE, "annual", "running", "total")
Named = tuple[str, Proposal]


def cost_bars(instance: Instance, alternatives: Sequence[Named], t: Texts, *, width: int = 1150) -> Spec:
    """One row an alternative (name and proposal); the three one-off costs share a scale."""
    found = _found(instance, alternatives)
    once = max((_part(c, p) for c in found for p in _ONCE), default=0)
    long = max((_part(c, p) for c in found for p in ("running", "total")), default=0)
    tops = dict.fromkeys(_ONCE, once) | {"running": long, "total": long}
    tops["annual"] = max((c.annual for c in found), default=0)
    unit = t("pictures.cost.unit", currency=currency(instance.inventory.place.currency, t))
    columns = [
        Heading(key=p, text=t(f"pictures.cost.{p}"), small=t(f"pictures.cost.{p}_small", unit=unit), high=tops[p] or 1)
        for p in _PARTS
    ]
    rows = [Heading(key=str(i), text=name) for i, (name, _) in enumerate(alternatives)]
    cells = [
        Bar(
            row=str(i),
            column=p,
            value=_part(c, p),
            label=millions(_part(c, p), t),
            tip=f"{alternatives[i][0]}, {t(f'pictures.cost.{p}').lower()}: {millions(_part(c, p), t)} {unit}",
        )
        for i, c in enumerate(found)
        for p in _PARTS
    ]
    return bar_table(rows, columns, cells, description=t("pictures.cost.alt"), width=width, names_px=220)


def cost_twin(instance: Instance, alternatives: Sequence[Named], t: Texts) -> Twin:
    """The same figures as a table."""
    unit = t("pictures.cost.unit", currency=currency(instance.inventory.place.currency, t))
    return Twin(
        caption=t("pictures.cost.caption", unit=unit),
        columns=(t("pictures.alternative"), *(t(f"pictures.cost.{p}") for p in _PARTS)),
        rows=tuple(
            (name, *(millions(_part(c, p), t) for p in _PARTS))
            for (name, _), c in zip(alternatives, _found(instance, alternatives), strict=True)
        ),
        numeric=frozenset(range(1, len(_PARTS) + 1)),
    )


def _found(instance: Instance, alternatives: Sequence[Named]) -> list[Costs]:
    return [costs(instance, proposal) for _, proposal in alternatives]


def _part(found: Costs, part: str) -> int:
    return int(getattr(found, part))
