"""One event or another."""

from localisation.solving.progress import Stop


class Either:
    """Set when either of two events is; all an engine asks of a stop."""

    def __init__(self, stop: Stop | None, other: Stop) -> None:
        self._stop, self._other = stop, other

    def is_set(self) -> bool:
        """Whether one of them is set."""
        return self._other.is_set() or (self._stop is not None and self._stop.is_set())
