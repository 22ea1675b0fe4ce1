"""The files a road network is read from, with their digests."""

from pathlib import Path

from localisation.domain.provenance import InputFile
from localisation.reading.digest import digest
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.edge_ends import nodes_file, shown_beside


def inputs_of(path: Path, nodes: Path | None, at: Place, problems: Problems) -> list[InputFile]:
    """The file or geodatabase, and the table of nodes; none when it is not there, which is told.

    They are named as the user knows them: `at` has the name of the file, and the table of nodes is seen from there.
    """
    if not path.exists():
        problems.error("no_file", at)
        return []
    found = [InputFile(path=at.file, sha256=digest(path))]
    beside = nodes_file(path, nodes)
    if path.suffix.lower() == ".csv" and beside is not None:
        found.append(InputFile(path=shown_beside(beside, path, at), sha256=digest(beside)))
    return found
