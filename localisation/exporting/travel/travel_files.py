"""The travel times of an instance as files: the matrix, and a map for every service and mode."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import vl_convert

from localisation.domain.instance import Instance
from localisation.domain.travel import MIX, Mode, TravelTimes
from localisation.domain.visits import WEEK_DAYS
from localisation.exporting.travel.matrix import matrix, write_matrix
from localisation.pictures.travel.reach import seconds_to
from localisation.pictures.travel.service import opening, visited_services
from localisation.pictures.travel.travel_maps import single_map, visit_modes
from localisation.texts import Texts

MATRIX_FILES = ("times.parquet", "times.csv")
Told = Callable[[int, int, str], None]
"""Told how many maps are drawn, of how many, and the name of the next file."""
_PPI = 144


@dataclass(frozen=True, slots=True, kw_only=True)
class MapJob:
    """One map to draw: its file without ending, its title, times, the modes in them, and days a week by building."""

    name: str
    title: str
    times: TravelTimes
    modes: tuple[Mode, ...]
    opening: dict[str, int]


def map_jobs(instance: Instance, buildings: tuple[str, ...], t: Texts) -> tuple[MapJob, ...]:
    """A map for every mode to each building; without any, to every service that inhabitants visit, as it is today."""
    inventory = instance.inventory
    if buildings:
        goals = [(b, inventory.building[b].name, {b: WEEK_DAYS}) for b in buildings]
    else:
        goals = [
            (s.key, inventory.shown(s.key, t.language), dict(opening(instance, s, inventory.today)))
            for s in visited_services(inventory)
        ]
    return tuple(
        MapJob(
            name=f"map-{_plain(key)}-{mode}",
            title=t("travel.map.to" if buildings else "travel.map.title", name=name, mode=t(f"travel.mode.{mode}")),
            times=times,
            modes=visit_modes(instance) if mode == MIX else (Mode(mode),),
            opening=days,
        )
        for key, name, days in goals
        if days
        for mode, times in _modes(instance).items()
    )


def file_names(jobs: tuple[MapJob, ...]) -> tuple[str, ...]:
    """The names of all files, the matrix first."""
    return (*MATRIX_FILES, *(f"{job.name}.{kind}" for job in jobs for kind in ("svg", "png")))


def write_travel(instance: Instance, folder: Path, jobs: tuple[MapJob, ...], t: Texts, told: Told) -> int:
    """Write the matrix and the maps; gives the number of rows of the matrix."""
    table = matrix(instance)
    write_matrix(table, folder)
    for done, job in enumerate(jobs):
        told(done, len(jobs), job.name)
        seconds = seconds_to(job.times.zone_s, job.opening)
        chart = single_map(instance, seconds, job.opening, job.title, t, modes=job.modes)
        drawing = vl_convert.vegalite_to_svg(json.dumps(chart))
        (folder / f"{job.name}.svg").write_text(drawing, "utf-8")
        (folder / f"{job.name}.png").write_bytes(vl_convert.svg_to_png(drawing, ppi=_PPI))
    told(len(jobs), len(jobs), "")
    return len(table)


def _modes(instance: Instance) -> dict[str, TravelTimes]:
    known: dict[str, TravelTimes] = {mode.value: times for mode, times in instance.modes.items()}
    return known | ({MIX: instance.travel} if instance.travel.mode == MIX else {})


def _plain(key: str) -> str:
    """An id as part of a file's name."""
    return "".join(_plain_letters(key)) or "-"


def _plain_letters(key: str) -> Iterator[str]:
    for letter in key:
        yield letter if letter.isalnum() or letter in "-_." else "-"
