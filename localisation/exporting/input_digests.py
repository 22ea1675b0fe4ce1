"""Which files a stored result rests on, told so that they are found again wherever the folder stands."""

import os
from collections.abc import Sequence
from pathlib import Path

from localisation.domain.provenance import InputFile
from localisation.exporting.proposal_file_schema import FileDigest


def file_digests(files: Sequence[InputFile], root: Path) -> tuple[FileDigest, ...]:
    """Each file with its SHA-256, its path relative to the root."""
    return tuple(
        FileDigest(path=relative_path(Path(f.path).resolve(), root), sha256=f.sha256)
        for f in sorted(files, key=lambda f: f.path)
    )


def shown_files(files: Sequence[InputFile]) -> list[tuple[str, str]]:
    """Each file as readers are told of it: the way from the working directory, or from what all have in common.

    So no report tells where on somebody's disk the files lie. With the SHA-256 of each, in their order.
    """
    root = common_root(files[1:], Path(files[0].path)) if files else Path()
    return [(relative_path(Path(f.path).resolve(), root), f.sha256) for f in files]


def common_root(inputs: Sequence[InputFile], scenario: Path) -> Path:
    """The working directory when all inputs lie below it, else the folder they have in common."""
    files = [scenario.resolve(), *(Path(f.path).resolve() for f in inputs)]
    here = Path.cwd().resolve()
    if all(f.is_relative_to(here) for f in files):
        return here
    shared = files[0].parent
    while not all(f.is_relative_to(shared) for f in files):
        shared = shared.parent
    return shared


def relative_path(path: Path, start: Path) -> str:
    """The way from one place to another, with forward slashes on every system."""
    return Path(os.path.relpath(path, start)).as_posix()
