"""Where people live, as read from a table."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from localisation.domain.provenance import InputFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """People at points, as arrays of the same length: one place is one cell, area or point.

    `ids` are whole numbers for cells and texts for others; `area` is the id of the area each lies in, or None when it
    is not known. Coordinates are metres in the coordinate system of the place, the middle of a cell. `year` is None
    when the table does not say, and `cell_m` when it is no grid.
    """

    kind: Literal["cells", "areas", "points"]
    ids: NDArray[Any]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]
    people: NDArray[np.int64]
    area: NDArray[Any] | None
    year: int | None
    cell_m: int | None
    inputs: tuple[InputFile, ...]

    @property
    def total(self) -> int:
        """Everybody."""
        return int(self.people.sum())

    def __len__(self) -> int:
        return len(self.people)
