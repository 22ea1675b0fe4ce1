"""A model as arrays, for engines that reckon in floating point; with nothing that takes long to load."""

from dataclasses import dataclass

from localisation.array_types import Floats, Whole32


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """minimise cost @ x + offset, row_low <= A x <= row_high, low <= x <= high; costs in points times `scale`.

    A is row by row (CSR): `start` (rows + 1), `index` and `factor` (nonzeros). Every x is a whole number.
    """

    cost: Floats
    offset: float
    scale: float
    low: Floats
    high: Floats
    row_low: Floats
    row_high: Floats
    start: Whole32
    index: Whole32
    factor: Floats
