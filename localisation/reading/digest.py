"""The fingerprint of a file."""

import hashlib
from pathlib import Path


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of(raw: bytes) -> str:
    """The same of bytes that have been read."""
    return hashlib.sha256(raw).hexdigest()
