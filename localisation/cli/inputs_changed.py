"""Which files a stored answer rests on are not as they were."""

from collections.abc import Iterable
from pathlib import Path

from localisation.domain.instance import Instance
from localisation.exporting.proposal_file_schema import FileDigest
from localisation.reading.digest import digest


def inputs_changed(files: Iterable[FileDigest], instance: Instance, root: Path) -> tuple[str, ...]:
    """Input files that are gone, new or changed since their digests were recorded, relative to `root`.

    A folder that is read as one, such as a geodatabase, counts as a file.
    """
    recorded = {(root / f.path).resolve(): f for f in files}
    changed = [f.path for path, f in recorded.items() if not path.exists() or digest(path) != f.sha256]
    new = (f.path for f in instance.files if Path(f.path).resolve() not in recorded)
    return tuple(sorted({*changed, *new}))
