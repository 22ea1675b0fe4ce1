"""The tables of Asker as anyone would read them: rows of text, without the engine's own reading."""

import csv
import math
from fractions import Fraction
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
GEODATA = ROOT / "geodata" / "asker"
SCENARIOS = sorted((ROOT / "scenarios" / "asker").glob("*.toml"))

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table."""
    with (GEODATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def ids(table: str) -> set[str]:
    """The ids of a table."""
    return {row["id"] for row in rows(table)}


def parts(cell: str) -> list[str]:
    """The parts of a cell that holds a list."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def need(unit: str, kind: str, staff: int) -> Fraction:
    """What a unit with so many staff at a site needs of a kind of space there, exactly."""
    found = [r for r in rows("needs") if (r["unit"], r["kind"]) == (unit, kind)]
    return sum(
        (Fraction(r["per_site"] or 0) + Fraction(r["per_100_staff"] or 0) * staff / 100 for r in found), Fraction(0)
    )


def space(building: str, kind: str, *, rebuilt: bool = False) -> int:
    """The space of a kind in a building, with all its refurbishments if asked."""
    there = sum(int(r["amount"]) for r in rows("spaces") if (r["building"], r["kind"]) == (building, kind))
    added = sum(int(r[f"adds_{kind}"] or 0) for r in rows("refurbishments") if r["building"] == building)
    return there + (added if rebuilt else 0)


def facilities(building: Row, *, rebuilt: bool = False) -> set[str]:
    """What a building offers, with all its refurbishments if asked."""
    found = set(parts(building["facilities"])) | ({"step_free"} if building["step_free"] == "ja" else set())
    options = [r for r in rows("refurbishments") if r["building"] == building["id"]]
    return found.union(*(parts(r["adds_facilities"]) for r in options)) if rebuilt else found


def kilometres(a: Row, b: Row) -> float:
    """The straight line between two rows with latitude and longitude, near enough at these distances."""
    north = (float(a["lat"]) - float(b["lat"])) * 111.2
    east = (float(a["lon"]) - float(b["lon"])) * 111.2 * math.cos(math.radians(float(a["lat"])))
    return math.hypot(north, east)
