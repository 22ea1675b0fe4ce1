"""What the tables, rows and columns of the figures that were read are called."""

from localisation.domain.instance import Instance
from localisation.domain.provenance import Figure
from localisation.exporting.naming import name_in
from localisation.texts import Texts


class FigureNames:
    """Names in one language; what has no name stands as it was read."""

    def __init__(self, instance: Instance, t: Texts) -> None:
        stock, self._t = instance.inventory, t
        logistics = stock.logistics
        buildings = {b.id: b.name for b in stock.buildings}
        units = {u.id: u.name for u in stock.units}
        self._rows: dict[str, dict[str, str]] = {
            "units": units,
            "needs": units,
            "today": units,
            "buildings": buildings,
            "spaces": buildings,
            "swing_space": buildings,
            "refurbishments": {
                r.id: f"{b.name}: {name_in(r, t.language)}" for b in stock.buildings for r in b.refurbishments
            },
            "centres": {c.id: c.name for c in stock.centres},
            "crews": {c.id: name_in(c, t.language) for c in (logistics.crews if logistics else ())},
            "days_off": {d.id: name_in(d, t.language) for d in (logistics.days_off if logistics else ())},
            "activity_norms": {
                key.removeprefix("plan.kind."): t(key)
                for key in (f"plan.kind.{n.kind}" for n in (logistics.norms if logistics else ()))
            },
        }

    def table(self, figure: Figure) -> str:
        """The name of the table."""
        return self._first(figure.table, f"tables.{figure.table}.name")

    def column(self, figure: Figure) -> str:
        """The name of the column."""
        keys = (f"tables.{figure.table}.column.{figure.column}", f"tables.common.column.{figure.column}")
        return self._first(figure.column, *keys)

    def row(self, figure: Figure) -> str:
        """The name of the row; of one known by two ids, such as a unit's need of a kind of space, both."""
        names = self._rows.get(figure.table, {})
        if figure.row in names:
            return names[figure.row]
        first, _, kind = figure.row.rpartition(" ")
        if first in names:
            return f"{names[first]}, {self._first(kind, f'rules.kinds.{kind}')}"
        return figure.row

    def _first(self, otherwise: str, *keys: str) -> str:
        return next((self._t(key) for key in keys if self._t.has(key)), otherwise)
