"""A file that appears whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from localisation.domain.errors import LocalisationError


class FileUnusable(LocalisationError):
    """The output file cannot be made or written."""

    def __init__(self, file: Path, cause: str) -> None:
        self.file, self.cause = file, cause
        super().__init__(f"{file}: {cause}")


@contextmanager
def output_file(target: Path) -> Iterator[Path]:
    """Give a temporary file of the same suffix beside `target`; when the block ends well, it takes its place.

    If the block fails, the temporary file is removed and `target` is as it was. The folder must be there already.
    Raises `FileUnusable`, before the block when the folder cannot be written to.
    """
    if target.is_dir():
        raise FileUnusable(target, "a folder")
    try:
        # The folder is temporary, not the file, so that the file itself is made with the usual rights.
        folder = tempfile.TemporaryDirectory(
            prefix=f".{target.name}.", suffix=".tmp", dir=target.parent, ignore_cleanup_errors=True
        )
    except OSError as error:
        raise FileUnusable(target, error.strerror or str(error)) from error
    with folder as name:
        temporary = Path(name) / target.name
        yield temporary
        try:
            os.replace(temporary, target)
        except OSError as error:
            raise FileUnusable(target, error.strerror or str(error)) from error
