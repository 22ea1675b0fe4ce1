"""The files a road network is read from, with their digests."""

import hashlib
from pathlib import Path

from localisation.domain.provenance import InputFile
from localisation.reading.digest import digest
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.edge_ends import nodes_file


def inputs_of(path: Path, nodes: Path | None, at: Place, problems: Problems) -> list[InputFile]:
    """The file, or all files of a geodatabase, and the table of nodes; none when it is not there, which is told."""
    if not path.exists():
        problems.error("no_file", at)
        return []
    found = [InputFile(path=path.name, sha256=_folder_digest(path) if path.is_dir() else digest(path))]
    beside = nodes_file(path, nodes)
    if path.suffix.lower() == ".csv" and beside is not None:
        found.append(InputFile(path=beside.name, sha256=digest(beside)))
    return found


def _folder_digest(folder: Path) -> str:
    """SHA-256 over the names and digests of the files in a folder; lock files come and go, and do not count."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".lock"):
        total.update(f"{path.relative_to(folder).as_posix()} {digest(path)}\n".encode())
    return total.hexdigest()
