"""Travel times kept by the digest of everything they rest on."""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from localisation.domain.travel_table import TravelTable

VERSION = 3
"""Raised when the way times are worked out, or kept, changes: what was kept before is then not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTimes:
    """Seconds and metres by origin and destination, and the names of origins and destinations that lie far off.

    Of journeys whose length is not known there are no metres.
    """

    seconds: TravelTable
    metres: TravelTable
    far: tuple[str, ...] = field(default=())


def times_key(*parts: object) -> str:
    """The name under which times are kept: of everything that bears on them."""
    text = json.dumps([VERSION, *parts], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def times_kept(folder: Path, key: str) -> KeptTimes | None:
    """What was kept; None when there is nothing, or it cannot be read (it is then made anew)."""
    try:
        table = pd.read_parquet(folder / f"{key}.times.parquet")
        beside = json.loads((folder / f"{key}.times.json").read_text("utf-8"))
        names = beside["origins"], beside["destinations"]
        seconds, metres = (
            TravelTable(*names, table[column].to_numpy(np.int64).reshape([len(some) for some in names]))
            for column in ("seconds", "metres")
        )
        return KeptTimes(seconds=seconds, metres=metres, far=tuple(beside["far"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_times(folder: Path, key: str, kept: KeptTimes) -> None:
    """Keep times; when the folder cannot be written, nothing is kept and nothing is lost."""
    names = kept.seconds.origins, kept.seconds.buildings
    table = pd.DataFrame({"seconds": kept.seconds.figures.ravel(), "metres": kept.metres.between(*names).ravel()})
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        beside = json.dumps({"origins": names[0], "destinations": names[1], "far": kept.far})
        with tempfile.TemporaryDirectory(dir=folder) as temporary:
            table.to_parquet(Path(temporary) / "t.parquet", index=False)
            (Path(temporary) / "t.json").write_text(beside, "utf-8")
            os.replace(Path(temporary) / "t.json", folder / f"{key}.times.json")
            os.replace(Path(temporary) / "t.parquet", folder / f"{key}.times.parquet")
