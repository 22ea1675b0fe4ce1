"""Reads roads from NVDB Ruteplan nettverksdatasett (GeoPackage or file geodatabase)."""

from typing import Final

import numpy as np
import pandas
from numpy.typing import NDArray

from localisation.array_types import Floats
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.assemble import some
from localisation.reading.roads.layers import Lines
from localisation.reading.roads.line_length import line_length
from localisation.reading.roads.road_classes import ROAD_CLASSES
from localisation.reading.roads.streets import Streets, seconds_at
from localisation.reading.roads.values import numbers, words, yes

NEEDED: Final = ("fromnode", "tonode", "drivetime_fw", "drivetime_bw")
WANTED: Final = (*NEEDED, "oneway", "speedfw", "speedbw", "isferry", "istunnel", "isbridge")

CLOSED: Final = -1
"""The drive time, in minutes, of a direction that may not be driven."""
MOTORWAY_KMH: Final = 90
"""Limits from here on are found on roads for motor traffic only, which the dataset does not mark."""
PLAUSIBLE_KMH: Final = (5, 130)
"""Between these the middle street's speed must lie, or the drive times are not minutes."""
DIRECTIONS: Final = ("b", "ft", "tf", "n", "")


def ruteplan(lines: Lines, at: Place, problems: Problems) -> Streets | None:
    """The streets of the network dataset: nodes, direction and drive times are those of the data.

    `oneway` is B (both), FT (as drawn), TF (against) or N (neither); drive times are minutes, -1 is closed. A drive
    time that is missing, 0 or otherwise negative where the direction is open is replaced by length and speed limit, and
    told. The dataset holds roads for cars; bicycles and walkers may use those with limits under 90 km/h, both ways for
    walkers. It holds no paths, which is told.
    """
    table, keep = _with_nodes(lines, at, problems)
    line, row = lines.line[keep], lines.row[keep]
    if not len(row):
        return None
    metres = line_length(line)
    way = _direction(table, row, at, problems)
    ferry = yes(table, "isferry")
    speed = numbers(table, "speedfw"), numbers(table, "speedbw")
    along_open = np.isin(way, ("b", "ft", "")) & (numbers(table, "drivetime_fw") != CLOSED)
    back_open = np.isin(way, ("b", "tf", "")) & (numbers(table, "drivetime_bw") != CLOSED)
    mended = np.zeros(len(row), bool)
    along = _seconds(numbers(table, "drivetime_fw"), along_open, metres, speed[0], mended)
    back = _seconds(numbers(table, "drivetime_bw"), back_open, metres, speed[1], mended)
    if mended.any():
        problems.warning("roads.bad_minutes", at, count=int(mended.sum()), rows=some(row[mended]))
    if not _plausible(metres, along, back, ferry, at, problems):
        return None
    slow = ~(np.nan_to_num(np.fmax(*speed)) >= MOTORWAY_KMH) & (along_open | back_open)
    problems.note("roads.cars_only", at)
    start, end = _keys(table)
    return Streets(
        line=line,
        start=start,
        end=end,
        metres=metres,
        car_along_s=along,
        car_back_s=back,
        bicycle_along=slow & along_open,
        bicycle_back=slow & back_open,
        walk_along=slow,
        walk_back=slow,
        ferry_s=np.where(ferry, np.fmin(along, back), np.nan),
        tunnel=yes(table, "istunnel"),
        bridge=yes(table, "isbridge"),
        row=row,
    )


def _with_nodes(lines: Lines, at: Place, problems: Problems) -> tuple[pandas.DataFrame, NDArray[np.bool_]]:
    there = (words(lines.table, "fromnode") != "") & (words(lines.table, "tonode") != "")
    if not there.any():
        problems.error("roads.no_node_at_all", at)
    elif not there.all():
        problems.warning("roads.no_node", at, count=int((~there).sum()), rows=some(lines.row[~there]))
    return lines.table[there].reset_index(drop=True), there


def _keys(table: pandas.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    names = np.concatenate([words(table, "fromnode"), words(table, "tonode")])
    keys, _ = pandas.factorize(names)
    return keys[: len(table)].astype(np.int64), keys[len(table) :].astype(np.int64)


def _direction(table: pandas.DataFrame, row: NDArray[np.int64], at: Place, problems: Problems) -> NDArray[np.object_]:
    way = words(table, "oneway")
    strange = ~np.isin(way, DIRECTIONS)
    if strange.any():
        values = tuple(sorted(set(way[strange])))
        problems.warning("roads.oneway_strange", at, count=int(strange.sum()), values=values[:10])
        way = np.where(strange, "", way)
    return way


def _seconds(
    minutes: Floats, is_open: NDArray[np.bool_], metres: Floats, kmh: Floats, mended: NDArray[np.bool_]
) -> Floats:
    """Seconds in one direction; what had to be worked out from the speed is marked in `mended`."""
    bad = is_open & (~(minutes >= 0) | ((minutes == 0) & (metres >= 1)))
    mended |= bad
    usual = np.where(kmh > 0, kmh, ROAD_CLASSES["unclassified"].car_kmh)
    seconds = np.where(bad, seconds_at(metres, usual), minutes * 60)
    return np.asarray(np.where(is_open, seconds, np.inf))


def _plausible(
    metres: Floats, along: Floats, back: Floats, ferry: NDArray[np.bool_], at: Place, problems: Problems
) -> bool:
    """Whether the drive times look like minutes: by the speed of all road together."""
    seconds = np.fmin(along, back)
    on_road = ~ferry & np.isfinite(seconds) & (seconds > 0)
    if not on_road.any():
        return True
    kmh = float(np.median(metres[on_road] / seconds[on_road])) * 3.6
    if PLAUSIBLE_KMH[0] <= kmh <= PLAUSIBLE_KMH[1]:
        return True
    problems.error("roads.not_minutes", at, kmh=round(kmh, 1), low=PLAUSIBLE_KMH[0], high=PLAUSIBLE_KMH[1])
    return False
