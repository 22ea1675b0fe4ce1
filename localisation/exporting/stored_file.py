"""Answers stored as JSON: written with sorted keys, with a fingerprint against changes, and read with every fault."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from localisation.domain.errors import LocalisationError

DIGEST = "content_sha256"
"""The field of a stored file that has its own fingerprint."""
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a stored file: the text `cli.proposal_file.<kind>`, and where in it."""

    kind: str
    place: str


_CANNOT_READ = "cannot_read"


class StoredFileUnusable(LocalisationError):
    """The file cannot be read as what it should be; carries every fault found."""

    def __init__(self, path: Path, faults: tuple[Fault, ...]) -> None:
        self.path, self.faults = path, faults
        super().__init__(f"{path}: " + "; ".join(f"{f.kind} {f.place}" for f in faults))

    @property
    def unread(self) -> bool:
        """Whether the file is not there or cannot be opened: nothing is then said of what is in it."""
        return any(f.kind == _CANNOT_READ for f in self.faults)


def write_stored(path: Path, contents: BaseModel) -> None:
    """Write a file with its keys sorted, one space of indent."""
    path.write_text(_as_json(contents, indent=1) + "\n", encoding="utf-8")


def read_stored(path: Path, kind: type[M], unusable: type[StoredFileUnusable]) -> M:
    """Read a file of a kind; raises `unusable` with every place where it is no such file."""
    try:
        return kind.model_validate_json(path.read_bytes())
    except OSError as error:
        raise unusable(path, (Fault(_CANNOT_READ, error.strerror or str(error)),)) from error
    except ValidationError as error:
        raise unusable(path, tuple(_fault_of(e["type"], e["loc"]) for e in error.errors())) from error


def signed(contents: M) -> M:
    """The same with its fingerprint."""
    return contents.model_copy(update={DIGEST: stored_digest(contents)})


def stored_digest(contents: BaseModel) -> str:
    """SHA-256 of everything in the file but the digest itself."""
    blank = contents.model_copy(update={DIGEST: ""})
    return hashlib.sha256(_as_json(blank, indent=None).encode()).hexdigest()


def schema_of(kind: type[BaseModel]) -> str:
    """The JSON Schema of a kind of file, as it stands in docs/."""
    return json.dumps(kind.model_json_schema(), sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def _as_json(contents: BaseModel, *, indent: int | None) -> str:
    return json.dumps(contents.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, indent=indent)


def _fault_of(kind: str, location: tuple[int | str, ...]) -> Fault:
    """What pydantic found, as a fault."""
    place = ".".join(str(part) for part in location)
    match kind:
        case "json_invalid":
            return Fault("not_json", place)
        case "missing":
            return Fault("missing", place)
        case "extra_forbidden":
            return Fault("unknown_field", place)
        case "literal_error" if place == "schema_version":
            return Fault("other_version", place)
        case _:
            return Fault("wrong_value", place)
