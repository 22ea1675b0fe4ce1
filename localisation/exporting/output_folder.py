"""A folder that appears whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from localisation.domain.errors import LocalisationError


class FolderUnusable(LocalisationError):
    """The output folder cannot be made or written to."""

    def __init__(self, folder: Path, cause: str) -> None:
        self.folder, self.cause = folder, cause
        super().__init__(f"{folder}: {cause}")


@contextmanager
def output_folder(target: Path, *, ours: Iterable[str]) -> Iterator[Path]:
    """Give a temporary folder beside `target`; when the block ends well, what is in it takes its place.

    If the block fails, the temporary folder is removed and `target` is as it was. If `target` is there already, the
    files named in `ours` (which may be patterns such as "days/*.ics") are replaced (or removed, when they are not
    written anew), and all others stay.
    Raises `FolderUnusable`.
    """
    target = Path(os.path.abspath(target))
    if target.exists() and not target.is_dir():
        raise FolderUnusable(target, "not a folder")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent))
        temporary.chmod(0o777 & ~_umask())
    except OSError as error:
        raise FolderUnusable(target, error.strerror or str(error)) from error
    try:
        yield temporary
        if target.exists():
            _replace_within(target, temporary, ours)
        else:
            temporary.rename(target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _replace_within(target: Path, new: Path, ours: Iterable[str]) -> None:
    """Exchange our files in an existing folder; on any failure the old ones come back."""
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".old", dir=target.parent))
    try:
        for name in ours:
            for path in sorted(p for p in target.glob(name) if p.is_file()):
                _move(path, target, old)
        for path in _files(new):
            _move(path, new, target)
    except BaseException:
        for path in _files(old):
            _move(path, old, target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


def _move(path: Path, start: Path, goal: Path) -> None:
    """Move a file to the same place below another folder."""
    there = goal / path.relative_to(start)
    there.parent.mkdir(parents=True, exist_ok=True)
    os.replace(path, there)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
