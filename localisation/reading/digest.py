"""The fingerprint of a file, or of a folder that is read as one, such as a geodatabase."""

import hashlib
from pathlib import Path


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal; of a folder, over the names and digests of all files in it.

    Lock files in a folder come and go, and do not count.
    """
    if path.is_dir():
        total = hashlib.sha256()
        for part in sorted(p for p in path.rglob("*") if p.is_file() and p.suffix != ".lock"):
            total.update(f"{part.relative_to(path).as_posix()} {digest(part)}\n".encode())
        return total.hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of(raw: bytes) -> str:
    """The same of bytes that have been read."""
    return hashlib.sha256(raw).hexdigest()
