"""Whether values are a solution of a model, asked again and again."""

from dataclasses import replace

import numpy as np

from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.model import Model, plain_rows
from localisation.solving.engines.outcome import holds, rows_hold


class Lawful:
    """What `holds` says, as exactly: by arrays where no sum can be rounded in them, else number by number."""

    def __init__(self, model: Model) -> None:
        self._model = model
        rows = list(plain_rows(model))
        self._arrays = Arrays(replace(model, rows=rows))
        self._exact = self._arrays.exact
        self._others = [row for row in rows if not any(row.expression.terms.values())]

    def __call__(self, values: list[int]) -> bool:
        """Whether whole-number values satisfy every bound, row and block exactly."""
        if not self._exact:
            return holds(self._model, values)
        as_floats = np.array(values, dtype=np.float64)
        return (
            self._arrays.within(as_floats)
            and self._arrays.holds(as_floats)
            and rows_hold(self._others, values)
            and all(values[block.total] >= block.amount(values) for block in self._model.blocks)
        )
