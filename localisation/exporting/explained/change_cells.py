"""One criterion's change in words and numbers."""

from localisation.domain.instance import Instance
from localisation.exporting.explained.change import Change
from localisation.exporting.naming import name_in
from localisation.exporting.report_numbers import signed
from localisation.exporting.shown import shown_unit
from localisation.texts import Texts


def change_cells(instance: Instance, row: Change, texts: Texts) -> tuple[str, ...]:
    """Name, unit, before, after, difference and points, as tables show them."""
    decimals = 0 if all(v == int(v) or abs(v) >= 100 for v in (row.before, row.after)) else 1
    return (
        name_in(row.criterion, texts.language),
        shown_unit(row.criterion, instance.inventory.place, texts),
        texts.number(row.before, decimals),
        texts.number(row.after, decimals),
        signed(row.difference, texts, decimals),
        "-" if row.points is None else signed(row.points, texts, 2),
    )
