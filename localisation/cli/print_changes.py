"""What is said of a stored answer's file, inputs and figures, the same for proposals and plans."""

from collections.abc import Callable
from typing import Protocol

from rich.console import Console

from localisation.texts import Texts


class Compared(Protocol):
    """A stored answer held against its inputs as they are now."""

    @property
    def file_changed(self) -> bool:
        """Whether the file's own fingerprint does not fit its contents."""

    @property
    def inputs_changed(self) -> tuple[str, ...]:
        """Input files that are gone, new or not as they were."""

    @property
    def differing(self) -> tuple[str, ...]:
        """What is recorded otherwise than found."""

    @property
    def unchanged(self) -> bool:
        """Whether none of this is so."""


def print_changes(
    found: Compared, out: Console, texts: Texts, *, inputs: int, named: Callable[[str], str] = str
) -> None:
    """Say what has changed, or that nothing has; `named` tells what differs, for what is no figure of its own."""
    if found.file_changed:
        out.print(f"✗ {texts('cli.verify.file_changed')}", style="red")
    for path in found.inputs_changed:
        out.print(f"✗ {texts('cli.verify.input_changed', file=path)}", style="red")
    if found.differing:
        parts = {key: f"cli.verify.part.{key}" for key in found.differing}
        what = [texts(part) if texts.has(part) else named(key) for key, part in parts.items()]
        out.print(f"✗ {texts('cli.verify.differing', what=what)}", style="red")
    if found.unchanged:
        out.print(f"✓ {texts('cli.verify.unchanged', count=inputs)}")
