"""The files a command wrote, those of a kind told together."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from rich.console import Console

from localisation.texts import Texts

_FEW = 12


def say_files(out: Console, files: Sequence[str], texts: Texts) -> None:
    """One line a file; where there are many, the folders below the first file's are told with a count."""
    out.print(texts("cli.propose.files"))
    home = PurePosixPath(files[0]).parent
    folders: dict[PurePosixPath, int] = {}
    for file in files:
        folder = PurePosixPath(file).parent
        if len(files) <= _FEW or folder == home:
            out.print(f"  {file}", soft_wrap=True)
        else:
            folders[folder] = folders.get(folder, 0) + 1
    for folder, count in folders.items():
        out.print(f"  {texts('frontier.cli.folder', folder=str(folder), count=count)}", soft_wrap=True)
