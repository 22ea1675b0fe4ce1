"""Travel times kept by the digest of everything they rest on."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from localisation.domain.travel_table import Row

VERSION = 2
"""Raised when the way times are worked out changes: what was kept before is then not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTimes:
    """Seconds and metres by origin and destination, and the names of origins and destinations that lie far off."""

    seconds: Mapping[str, Row]
    metres: Mapping[str, Row]
    far: tuple[str, ...] = field(default=())


def times_key(*parts: object) -> str:
    """The name under which times are kept: of everything that bears on them."""
    text = json.dumps([VERSION, *parts], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def times_kept(folder: Path, key: str) -> KeptTimes | None:
    """What was kept; None when there is nothing, or it cannot be read (it is then made anew)."""
    try:
        table = pd.read_parquet(folder / f"{key}.times.parquet")
        far = json.loads((folder / f"{key}.times.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    seconds: dict[str, dict[str, int]] = {o: {} for o in far["origins"]}
    metres: dict[str, dict[str, int]] = {o: {} for o in far["origins"]}
    for o, d, s, m in zip(
        table["origin"], table["destination"], table["seconds"].tolist(), table["metres"].tolist(), strict=True
    ):
        seconds[o][d] = s
        if m >= 0:
            metres[o][d] = m
    return KeptTimes(seconds=seconds, metres=metres, far=tuple(far["far"]))


def keep_times(folder: Path, key: str, kept: KeptTimes) -> None:
    """Keep times; when the folder cannot be written, nothing is kept and nothing is lost."""
    rows = [(o, d, s, kept.metres.get(o, {}).get(d, -1)) for o, row in kept.seconds.items() for d, s in row.items()]
    table = pd.DataFrame(rows, columns=["origin", "destination", "seconds", "metres"])
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        beside = json.dumps({"origins": list(kept.seconds), "far": list(kept.far)})
        with tempfile.TemporaryDirectory(dir=folder) as temporary:
            table.to_parquet(Path(temporary) / "t.parquet", index=False)
            (Path(temporary) / "t.json").write_text(beside, "utf-8")
            os.replace(Path(temporary) / "t.json", folder / f"{key}.times.json")
            os.replace(Path(temporary) / "t.parquet", folder / f"{key}.times.parquet")
