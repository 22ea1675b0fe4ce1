"""Reads a TOML file; what is wrong with it becomes a problem with its line."""

import io
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from localisation.domain.provenance import InputFile
from localisation.reading.digest import digest_of
from localisation.reading.problems import Place, Problems

_HEAD = re.compile(r"\s*\[\[?\s*([^\[\]]*?)\s*\]")
_KEY = re.compile(r"\s*(?:\"([^\"]*)\"|([^\s\"=\[]+))\s*=")


@dataclass(frozen=True, kw_only=True)
class TomlFile:
    """A TOML file and where its keys stand. `file` is its path as the user knows it; `broken` if it was not read."""

    file: str
    values: Mapping[str, Any]
    lines: tuple[str, ...] = field(default_factory=tuple)
    readable: bool = True
    """False when the file is not there or is not TOML; what it lacks then needs no telling."""
    broken: bool = False
    input: InputFile | None = None
    """The file with the digest of the very bytes it was read from; None when it was not there."""

    def at(self, table: str = "", key: str = "", nth: int = 0) -> Place:
        """The line of a key in the nth [table] or [[table]] (from 0), or of the table itself."""
        starts = self._starts.get(table, [])
        if table and nth >= len(starts):
            return Place(file=self.file, column=f"{table}.{key}" if key else table)
        first = starts[nth] if table else -1
        for i in range(first + 1, len(self._marks)):
            head, own = self._marks[i]
            if key and own == key:
                return Place(file=self.file, row=i + 1, column=key)
            if head and not head.startswith(f"{table}."):
                break
        return Place(file=self.file, row=first + 1 if table else None, column=key)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where each table is opened, once or more."""
        found: dict[str, list[int]] = {}
        for line, (head, _) in enumerate(self._marks):
            if head:
                found.setdefault(head, []).append(line)
        return found

    @cached_property
    def _marks(self) -> tuple[tuple[str, str], ...]:
        """The table that each line opens, and the key that it gives a value; "" for neither."""
        found = ((_HEAD.match(line), _KEY.match(line)) for line in self.lines)
        return tuple((head[1] if head else "", key[1] or key[2] if key else "") for head, key in found)


def read_toml(path: Path, shown: str, problems: Problems) -> TomlFile:
    """The contents of a TOML file; empty when it cannot be read, with the reason among the problems."""
    at = Place(file=shown)
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        problems.error("no_file", at)
        return TomlFile(file=shown, values={}, broken=True)
    own = InputFile(path=shown, sha256=digest_of(raw))
    try:
        text = io.TextIOWrapper(io.BytesIO(raw), "utf-8-sig").read()
    except UnicodeDecodeError:
        problems.error("toml_not_utf8", at)
        return TomlFile(file=shown, values={}, broken=True)
    try:
        return TomlFile(file=shown, values=tomllib.loads(text), lines=tuple(text.splitlines()), input=own)
    except tomllib.TOMLDecodeError as fault:
        place = re.search(r"line (\d+), column (\d+)", str(fault))
        row = int(place[1]) if place else None
        problems.error("toml_broken", Place(file=shown, row=row), reason=str(fault).split(" (at ")[0])
        return TomlFile(file=shown, values={}, broken=True)
