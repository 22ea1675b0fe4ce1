"""What says that time is up, as what others listen to."""

from localisation.solving.engines.location.ascent import Halted


class AsStop:
    """A `Stop` that is set when the search is halted."""

    def __init__(self, halted: Halted) -> None:
        self._halted = halted

    def is_set(self) -> bool:
        """Whether it is time to stop."""
        return self._halted()
