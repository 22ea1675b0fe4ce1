"""Travel times as one long table: from zones, centres and buildings to buildings, by every mode."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from localisation.domain.instance import Instance
from localisation.domain.travel import MIX, TravelTimes
from localisation.domain.travel_table import Row

COLUMNS = ("origin", "destination", "mode", "minutes", "metres", "origin_kind", "origin_name", "destination_name")


def matrix(instance: Instance) -> pd.DataFrame:
    """`COLUMNS`, one row a pair and mode; a pair that cannot be travelled is absent. The mix stands last, as "mix".

    `origin_kind` is "zone", "centre" or "building": ids are unique within a kind only. Minutes have two decimals;
    metres are missing where the mode has none (public transport). A zone is named by its area.
    """
    known: dict[str, TravelTimes] = {mode.value: times for mode, times in instance.modes.items()}
    if instance.travel.mode == MIX:
        known[MIX] = instance.travel
    tables = [_table(mode, times) for mode, times in known.items()]
    whole = pd.concat(tables, ignore_index=True)
    names = _names(instance)
    buildings = names["building"]
    kinds, ids = whole["origin_kind"].tolist(), whole["origin"].tolist()
    whole["origin_name"] = [names[kind][key] for kind, key in zip(kinds, ids, strict=True)]
    whole["destination_name"] = whole["destination"].map(buildings)
    return whole[list(COLUMNS)]


def write_matrix(table: pd.DataFrame, folder: Path) -> None:
    """Write times.parquet and times.csv."""
    table.to_parquet(folder / "times.parquet", index=False)
    table.to_csv(folder / "times.csv", index=False)


def _table(mode: str, times: TravelTimes) -> pd.DataFrame:
    rows = [
        row
        for kind, seconds, metres in (
            ("zone", times.zone_s, times.zone_m),
            ("centre", times.centre_s, {}),
            ("building", times.building_s, times.building_m),
        )
        for row in _rows(kind, seconds, metres)
    ]
    found = pd.DataFrame(rows, columns=["origin", "destination", "minutes", "metres", "origin_kind"])
    return found.assign(mode=mode, metres=found["metres"].astype("Int64"))


def _rows(
    kind: str, seconds: Mapping[str, Row], metres: Mapping[str, Row]
) -> list[tuple[str, str, float, int | None, str]]:
    return [
        (origin, destination, round(s / 60, 2), metres.get(origin, {}).get(destination), kind)
        for origin, row in seconds.items()
        for destination, s in row.items()
    ]


def _names(instance: Instance) -> dict[str, dict[str, str]]:
    inventory = instance.inventory
    return {
        "zone": {z.id: z.area for z in inventory.zones},
        "centre": {c.id: c.name for c in inventory.centres},
        "building": {b.id: b.name for b in inventory.buildings},
    }
