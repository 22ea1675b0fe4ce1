"""The search ended before it found anything."""

from localisation.domain.errors import LocalisationError


class StoppedEmpty(LocalisationError):
    """Time or the user ended the search before any proposal was found."""
