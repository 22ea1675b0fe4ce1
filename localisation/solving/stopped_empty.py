"""The search ended before it found anything."""

from localisation.domain.errors import LocalisationError
from localisation.solving.progress import Stop


class StoppedEmpty(LocalisationError):
    """Time or the user ended the search before any proposal was found; `by_user` says which, for the remedies differ.

    `stop` is what the user stops the search by.
    """

    def __init__(self, stop: Stop | None = None) -> None:
        self.by_user = stop is not None and stop.is_set()
        super().__init__()
