"""Where in the input a suspicious figure stands."""

from collections.abc import Mapping
from typing import Literal

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance


class Where:
    """Makes problems with the place of the figure they are about."""

    def __init__(self, instance: Instance) -> None:
        self._at = {(f.table, f.row, f.column): f for f in instance.figures}
        self._rows = {(f.table, f.row): f for f in reversed(instance.figures)}
        self._tables = {f.table: f for f in reversed(instance.figures)}

    def warning(self, code: str, table: str = "", row: str = "", column: str = "", **holes: object) -> Problem:
        """Something that is probably wrong."""
        return self._problem(code, "warning", (table, row, column), holes)

    def note(self, code: str, table: str = "", row: str = "", column: str = "", **holes: object) -> Problem:
        """Something worth a look."""
        return self._problem(code, "note", (table, row, column), holes)

    def _problem(
        self, code: str, severity: Literal["warning", "note"], key: tuple[str, str, str], holes: Mapping[str, object]
    ) -> Problem:
        at = self._at.get(key) or self._rows.get(key[:2])
        file = at or self._tables.get(key[0])
        return Problem(
            code=code,
            severity=severity,
            file=file.file if file else "",
            sheet=file.sheet if file else "",
            row=at.line if at else None,
            column=key[2] if at else "",
            holes=holes,
        )
