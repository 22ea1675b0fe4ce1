"""The kinds of files that answers are stored as."""

import json
from enum import StrEnum
from pathlib import Path


class StoredKind(StrEnum):
    """What a stored file is; each but a proposal, the first there was, says so in its field `kind`."""

    PROPOSAL = "proposal"
    PLAN = "plan"
    STACK = "stack"
    FRONTIER = "frontier"
    ALTERNATIVES = "alternatives"
    WHAT_IF = "whatif"
    SENSITIVITY = "sensitivity"
    PRICES = "prices"


def kind_of(path: Path) -> StoredKind | None:
    """What a stored file says it is; None where it is none of them, or cannot be read."""
    try:
        contents = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(contents, dict):
        return None
    if "kind" not in contents and {"placements", "content_sha256"} <= contents.keys():
        return StoredKind.PROPOSAL
    said = contents.get("kind")
    return StoredKind(said) if isinstance(said, str) and said in set(StoredKind) else None
