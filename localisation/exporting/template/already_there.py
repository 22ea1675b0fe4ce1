"""The one way writing a template is refused."""

from pathlib import Path

from localisation.domain.errors import LocalisationError


class AlreadyThere(LocalisationError):
    """Files of the template are in the folder already, perhaps filled in; nothing is overwritten."""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        self.folder, self.names = folder, names
        super().__init__(f"{folder}: {', '.join(names)}")
