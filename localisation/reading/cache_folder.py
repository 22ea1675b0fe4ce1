"""Where what takes long to work out is kept from run to run."""

import os
from pathlib import Path


def cache_folder() -> Path:
    """The folder LOCALISATION_CACHE names, else one among the user's caches. It may be removed at any time."""
    own = os.environ.get("LOCALISATION_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(own) if own else Path(base) / "localisation"
