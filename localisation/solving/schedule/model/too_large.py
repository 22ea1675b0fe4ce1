"""Numbers that the solver cannot count with."""

from localisation.domain.errors import LocalisationError


class TooLarge(LocalisationError):
    """A sum of the model may pass what 64 bits hold: weights or amounts are out of all proportion."""

    def __init__(self, size: int) -> None:
        super().__init__(f"a sum of the plan's model may reach {size:.1e}; make weights or units smaller")
