"""How fast are door-to-door times by public transport, and in how much memory? `python benchmarks/transit.py`.

A feed is generated: stops strewn over a square, lines from stop to stop with a bend here and there, every line both
ways at a steady headway all day. It is written as GTFS, read, read again from the cache, and searched: all zones x
sites for a window of two hours, in one process and spread over several. `--growth` makes the whole country larger and
larger around the same zones and sites, and reckons from the curve what a national feed would cost. Every row runs in
a process of its own, so that its memory is its own. Times depend on the machine: nothing here is a test.
"""

import argparse
import math
import multiprocessing
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
from pyproj import Transformer
from rich.console import Console
from rich.table import Table
from scipy.spatial import cKDTree

from localisation.geography.point import Point
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.times import TransitTimes
from localisation.geography.transit.timetable import Timetable
from localisation.geography.transit.transit_times import transit_times
from localisation.reading.transit.read_timetable import read_timetable

T = TypeVar("T")
EPSG = 32633
CORNER = (230_000, 6_620_000)
NATIONAL_STOPS = 60_000
"""About as many stop places as Norway's national register holds, by descriptions of it; the trips are an assumption."""
NATIONAL_CALLS = 2_500_000
"""An assumption: 100,000 trips a weekday of 25 calls each."""
HEADINGS = (
    *("stops", "trips", "calls", "read s", "cached s", "search s", "search CPU s", "in processes s"),
    *("pairs", "median min", "MiB"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a feed is made: stops on a square of `side_m`, lines of `calls` stops, minutes between departures."""

    stops: int = 1_200
    lines: int = 80
    calls: int = 25
    headway_min: int = 15
    side_m: int = 20_000
    zones: int = 800
    sites: int = 30

    def times(self, factor: float) -> "Size":
        """The same density over a larger square; zones and sites keep their number and their square in the middle."""
        return Size(
            stops=round(self.stops * factor),
            lines=round(self.lines * factor),
            calls=self.calls,
            headway_min=self.headway_min,
            side_m=round(self.side_m * math.sqrt(factor)),
            zones=self.zones,
            sites=self.sites,
        )


def write_feed(size: Size, path: Path) -> None:
    """A feed of this size as a GTFS zip; always the same for the same size."""
    random = np.random.default_rng(1)
    xy = random.uniform(0, size.side_m, (size.stops, 2))
    lon, lat = Transformer.from_crs(EPSG, 4326, always_xy=True).transform(*(xy + CORNER).T)
    trips, times = ["route_id,service_id,trip_id"], ["trip_id,stop_id,arrival_time,departure_time,stop_sequence"]
    for line, way in enumerate(lines(size, xy, random)):
        # 30 km/h between the stops and 20 s at each.
        ride = [0, *(20 + round(float(np.hypot(*(xy[a] - xy[b]))) * 0.12) for a, b in pairwise(way))]
        runs = np.arange(5 * 3600 + 60 * int(random.integers(size.headway_min)), 86_400, 60 * size.headway_min)
        offsets = np.cumsum(ride)
        for run, start in enumerate(runs):
            trip = f"{line}-{run}"
            trips.append(f"{line},daily,{trip}")
            for i, (stop, at) in enumerate(zip(way, (start + offsets).tolist(), strict=True)):
                times.append(f"{trip},S{stop},{clock(at)},{clock(at + 15)},{i}")
    stops = ["stop_id,stop_name,stop_lat,stop_lon"]
    stops += [f"S{i},Stop {i},{lat[i]:.6f},{lon[i]:.6f}" for i in range(size.stops)]
    dates = ["service_id,date,exception_type", "daily,20300305,1"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, rows in (("stops", stops), ("trips", trips), ("stop_times", times), ("calendar_dates", dates)):
            archive.writestr(f"{name}.txt", "\n".join(rows) + "\n")


def lines(size: Size, xy: np.ndarray, random: np.random.Generator) -> Iterator[list[int]]:
    """Each line there and back: from a stop, always on to a near stop about straight ahead and half a kilometre off."""
    near = cKDTree(xy)
    for _ in range(size.lines):
        heading = random.uniform(0, 2 * np.pi, 1)[0]
        way = [int(random.integers(size.stops))]
        while len(way) < size.calls:
            around = [int(i) for i in near.query(xy[way[-1]], k=30)[1] if i not in way]
            if not around:
                break
            leg = xy[around] - xy[way[-1]]
            ahead = leg @ (np.cos(heading), np.sin(heading)) - np.abs(np.hypot(*leg.T) - 500)
            way.append(around[int(np.argmax(ahead))])
            heading += random.normal(0, 0.2)
        yield way
        yield way[::-1]


def clock(seconds: int) -> str:
    """Seconds as hours, minutes and seconds."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def points(size: Size, count: int, seed: int) -> dict[str, Point]:
    """Points strewn over a square of 20 km in the middle, or the whole of a smaller feed."""
    side = min(size.side_m, 20_000)
    at = np.random.default_rng(seed).uniform((size.side_m - side) / 2, (size.side_m + side) / 2, (count, 2)) + CORNER
    return {str(i): (round(x), round(y)) for i, (x, y) in enumerate(at)}


def spread(timetable: Timetable, zones: Mapping[str, Point], sites: Mapping[str, Point], workers: int) -> int:
    """The same search with the sites dealt out to processes; how many pairs were found."""
    hands = [dict(list(sites.items())[i::workers]) for i in range(workers)]
    search = partial(transit_times, timetable, zones, settings=TransitSettings())
    with ProcessPoolExecutor(workers) as pool:
        return sum(pairs(found) for found in pool.map(search, hands))


def pairs(found: TransitTimes) -> int:
    """How many pairs have a median."""
    return sum(map(len, found.median_s.values()))


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and its seconds."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def measure(size: Size, workers: int) -> tuple[list[str], float]:
    """One row of the table, and the CPU seconds of the search in one process."""
    with tempfile.TemporaryDirectory() as home:
        path, cache = Path(home) / "feed.zip", Path(home) / "cache"
        write_feed(size, path)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        reading = partial(read_timetable, path, "feed.zip", EPSG, cache=cache)
        read, read_s = timed(reading)
        _, cached_s = timed(reading)
    zones, sites = points(size, size.zones, 2), points(size, size.sites, 3)
    table = read.timetable
    cpu_before = time.process_time()
    found, search_s = timed(lambda: transit_times(table, zones, sites, TransitSettings()))
    cpu_s = time.process_time() - cpu_before
    memory = max(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
    both, both_s = timed(lambda: spread(table, zones, sites, workers)) if workers > 1 else (pairs(found), math.nan)
    assert both == pairs(found)
    medians = [s for row in found.median_s.values() for s in row.values()]
    row = [
        *(f"{n:,}" for n in (len(table.stop_ids), table.trips, table.calls)),
        *(f"{s:.1f}" for s in (read_s, cached_s, search_s, cpu_s, both_s)),
        f"{pairs(found):,} of {size.zones * size.sites:,}",
        f"{np.median(medians) / 60:.0f}" if medians else "-",
        f"{memory:,}",
    ]
    return row, cpu_s


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("stops", "lines", "calls", "headway_min", "zones", "sites"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Size(), name))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--growth", type=float, nargs="*", default=[], help="factors, such as 4 16")
    given = parser.parse_args()
    size = Size(**{n: getattr(given, n) for n in ("stops", "lines", "calls", "headway_min", "zones", "sites")})
    table = Table(*HEADINGS, title=f"{size.zones} zones x {size.sites} sites, 07:00-09:00, each minute")
    curve: list[tuple[float, float]] = []
    for factor in (1.0, *given.growth):
        grown = size.times(factor)
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            row, seconds = pool.submit(measure, grown, given.workers if factor == 1 else 1).result()
        curve.append((float(row[2].replace(",", "")), seconds))
        table.add_row(*row)
    console = Console(width=140)
    console.print(table)
    if len(curve) > 2:
        power, log_constant = np.polyfit(*np.log(np.array(curve[1:])).T, 1)
        expected = math.exp(log_constant) * NATIONAL_CALLS**power
        console.print(f"CPU seconds of the search grow as calls to the power {power:.2f}. A national feed of")
        console.print(f"{NATIONAL_STOPS:,} stops and, assumed, {NATIONAL_CALLS:,} calls a day: about {expected:.0f} s.")


if __name__ == "__main__":
    main()
