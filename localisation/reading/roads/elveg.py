"""Reads roads from Elveg 2.0 and NVDB Vegnett Pluss."""

import re
from typing import Final

import numpy as np
import pandas
from numpy.typing import NDArray

from localisation.array_types import Flags, Floats
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.cut_at_ends import cut_at_ends
from localisation.reading.roads.elveg_classes import FERRIES, class_of, plain
from localisation.reading.roads.layers import Lines
from localisation.reading.roads.line_length import line_length
from localisation.reading.roads.road_classes import ROAD_CLASSES
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.streets import Streets, seconds_at
from localisation.reading.roads.values import numbers, words

NEEDED: Final = ("typeveg",)
LIMITS: Final = ("fartsgrense", "fartsgrenseverdi")
LANES: Final = "feltoversikt"
DETAIL: Final = ("detaljnivå", "detaljniva")
WANTED: Final = (*NEEDED, *LIMITS, *DETAIL, LANES, "oneway", "vegkategori", "motorvegtype", "medium")

OVERVIEW: Final = frozenset({"vt", "vegtrase", "vegtrasé"})
"""Links drawn once more for the whole road where each carriageway has its own: left out, or roads would be double."""
LANE: Final = re.compile(r"(\d+)([a-zæøå]*)")
NOT_FOR_CARS: Final = "s"
"""The letter of a bicycle lane."""


def elveg(lines: Lines, settings: RoadSettings, at: Place, problems: Problems) -> Streets | None:
    """The streets, joined where their lines end, and cut where another ends on them.

    The class follows from `typeVeg`, `vegkategori` and `motorvegtype`, the speed from the limit or else the class, and
    the direction from `oneway` (B, FT, TF) or the lanes (`feltoversikt`: odd numbers go as drawn, even ones against;
    Statens vegvesen, håndbok V830). Without either every street is two-way, which is told.
    """
    seen = len(lines.row)
    lines, names = _roads(lines, settings, at, problems)
    if not len(names):
        problems.error("roads.no_roads", at, seen=seen)
        return None
    table, line, row = lines.table, lines.line, lines.row
    metres = line_length(line)
    along, back = _directions(table, at, problems)
    ferry = np.isin(names.astype(str), list(FERRIES))
    road = [ROAD_CLASSES.get(name) for name in names]
    car = np.array([r is not None and r.car for r in road]) | (names == "bilferje")
    bicycle = np.array([r is None or r.bicycle for r in road])
    walk = np.array([r is None or r.walk for r in road])
    kmh = _speeds(table, [r.car_kmh if r else 0 for r in road], car & ~ferry, at, problems)
    crossing = seconds_at(metres, np.full(len(metres), settings.ferry_kmh))
    if ferry.any():
        problems.note("roads.ferry_unstated", at, count=int(ferry.sum()))
    seconds = np.where(ferry, crossing, seconds_at(metres, kmh))
    one_way_for_bicycles = car & ~ferry
    return Streets(
        line=line,
        start=None,
        end=None,
        metres=metres,
        car_along_s=np.where(car & along, seconds, np.inf),
        car_back_s=np.where(car & back, seconds, np.inf),
        bicycle_along=bicycle & (along | ~one_way_for_bicycles),
        bicycle_back=bicycle & (back | ~one_way_for_bicycles),
        walk_along=walk,
        walk_back=walk,
        ferry_s=np.where(ferry, crossing, np.nan),
        tunnel=np.isin(
            words(table, "medium").astype(str), ("u", "b", "under terrenget", "i bygning/bygningsmessig anlegg")
        ),
        bridge=np.isin(words(table, "medium").astype(str), ("l", "i lufta")),
        row=row,
    )


def _roads(lines: Lines, settings: RoadSettings, at: Place, problems: Problems) -> tuple[Lines, NDArray[np.object_]]:
    """The lines that are roads, paths or ferries, cut where others end on them, and their classes."""
    kinds, keep = _classes(lines, at, problems)
    lines = Lines(table=lines.table[keep].assign(kind=kinds[keep]), line=lines.line[keep], row=lines.row[keep])
    lines, cut = cut_at_ends(lines, settings.join_dm / 10)
    if cut:
        problems.note("roads.cut_at_ends", at, count=cut)
    return lines, lines.table["kind"].to_numpy(object)


def _classes(lines: Lines, at: Place, problems: Problems) -> tuple[NDArray[np.object_], Flags]:
    """The class of every line, and which lines are roads, paths or ferries."""
    table = lines.table
    columns = (words(table, "typeveg"), words(table, "vegkategori"), words(table, "motorvegtype"))
    kinds = np.array([class_of(*row) for row in zip(*columns, strict=True)], object)
    unknown = tuple(sorted({plain(t) for t, k in zip(columns[0], kinds, strict=True) if k is None}))
    keep = np.array([k is not None for k in kinds], bool)
    if unknown:
        problems.warning("roads.class_unknown", at, count=int((~keep).sum()), values=unknown[:10])
    detail = next((words(table, column) for column in DETAIL if column in table), None)
    if detail is not None:
        overview = np.isin(detail.astype(str), list(OVERVIEW))
        if (overview & keep).any():
            problems.note("roads.overview_left_out", at, count=int((overview & keep).sum()))
        keep &= ~overview
    return kinds, keep


def _directions(table: pandas.DataFrame, at: Place, problems: Problems) -> tuple[Flags, Flags]:
    """Whether cars may go as drawn, and against."""
    if "oneway" in table:
        way = words(table, "oneway")
        return np.isin(way, ("b", "ft", "")), np.isin(way, ("b", "tf", ""))
    if LANES not in table:
        problems.warning("roads.no_direction", at)
        return np.ones(len(table), bool), np.ones(len(table), bool)
    along, back = np.zeros(len(table), bool), np.zeros(len(table), bool)
    texts, number = np.unique(words(table, LANES).astype(str), return_inverse=True)
    for i, text in enumerate(texts):
        lanes = [int(n) for n, letters in LANE.findall(text) if NOT_FOR_CARS not in letters]
        unsaid = not LANE.search(text)
        along[number == i] = unsaid or any(n % 2 == 1 for n in lanes)
        back[number == i] = unsaid or any(n % 2 == 0 for n in lanes)
    return along, back


def _speeds(table: pandas.DataFrame, usual: list[int], car: Flags, at: Place, problems: Problems) -> Floats:
    limit = np.full(len(table), np.nan)
    for column in LIMITS:
        limit = np.where(np.isnan(limit), numbers(table, column), limit)
    stated = (limit >= 5) & (limit <= 130)
    assumed = int((car & ~stated).sum())
    if assumed:
        problems.note("roads.assumed_speed", at, count=assumed, of=int(car.sum()))
    return np.where(stated, limit, np.array(usual, float))
