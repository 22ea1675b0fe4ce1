"""Units with their needs and seats of today, collaborations and where employees live, from records."""

from collections import defaultdict

from localisation.domain.unit import Collaboration, OriginCount, Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind
from localisation.reading.folder import Tables
from localisation.reading.problems import Problems
from localisation.reading.records import Record


def units(tables: Tables, problems: Problems) -> tuple[Unit, ...]:
    """The units, in the order of the table; names those whose figures cannot go together."""
    needs: dict[str, list[SpaceNeed]] = defaultdict(list)
    for row in tables.whole("needs"):
        per_site, per_100 = row.number("per_site") or 0, row.number("per_100_staff") or 0
        if not per_site and not per_100:
            problems.warning("need_of_nothing", row.at(), unit=row.text("unit"))
        needs[row.text("unit")].append(
            SpaceNeed(kind=SpaceKind(row.text("kind")), per_site=per_site, per_100_staff=per_100)
        )
    today: dict[str, list[Record]] = defaultdict(list)
    faulty = {r.text("unit") for r in tables.of("today") if not r.whole}
    for row in tables.whole("today"):
        today[row.text("unit")].append(row)
    found = []
    for row in tables.whole("units"):
        name = row.text("id")
        if name not in faulty and tables.of("today"):
            _check_today(row, today[name], problems)
        if _sites_possible(row, problems):
            found.append(_unit(row, needs[name], [_seat(r) for r in today[name]]))
    return tuple(found)


def _seat(row: Record) -> Seat:
    return Seat(building=row.text("building"), staff=row.number("staff") or 1)


def _unit(row: Record, needs: list[SpaceNeed], seats: list[Seat]) -> Unit:
    numbers = ("staff", "visits_per_year", "sites_min", "sites_max", "smallest_part", "equipment_m3", "vehicles")
    return Unit.model_validate(
        {
            "id": row.text("id"),
            "name": row.text("name"),
            "service_area": row.text("service_area"),
            "priority_area": row.text("priority_area"),
            "service": row.text("service"),
            "administrative": row.yes("administrative"),
            **{key: row.number(key) for key in numbers if row.number(key) is not None},
            "needs": tuple(needs),
            "facilities": frozenset(row.words("facilities")),
            "today": tuple(seats),
            "register_rows": row.words("register_rows"),
        }
    )


def _check_today(row: Record, today: list[Record], problems: Problems) -> None:
    total, staff = sum(r.number("staff") or 1 for r in today), row.number("staff")
    if not today:
        problems.error("not_seated_today", row.at("id"), unit=row.text("id"), staff=staff)
    elif total != staff:
        holes = {"file": today[0].file, "table": "today", "rows": tuple(str(r.row) for r in today)}
        problems.error("today_sum", row.at("staff"), unit=row.text("id"), staff=staff, today=total, **holes)


def _sites_possible(row: Record, problems: Problems) -> bool:
    staff, least, most = row.number("staff") or 1, row.number("sites_min") or 1, row.number("sites_max") or 1
    part = row.number("smallest_part") or 1
    if least > most:
        problems.error("sites_crossed", row.at("sites_min"), unit=row.text("id"), least=least, most=most)
        return False
    if least * part > staff:
        problems.error(
            "sites_impossible", row.at("smallest_part"), unit=row.text("id"), least=least, part=part, staff=staff
        )
        return False
    return True


def collaborations(tables: Tables, problems: Problems) -> tuple[Collaboration, ...]:
    """The pairs of units that work together; a pair may stand once, whichever is named first."""
    found = []
    first: dict[frozenset[str], int] = {}
    for row in tables.whole("collaborations"):
        pair = frozenset((row.text("unit_a"), row.text("unit_b")))
        if len(pair) == 1:
            problems.error("works_with_itself", row.at("unit_b"), unit=row.text("unit_a"))
        elif pair in first:
            names = {"unit_a": row.text("unit_a"), "unit_b": row.text("unit_b")}
            problems.error("double_pair", row.at("unit_a"), first=first[pair], **names)
        else:
            first[pair] = row.row
            found.append(
                Collaboration(
                    unit_a=row.text("unit_a"),
                    unit_b=row.text("unit_b"),
                    strength=row.number("strength") or 0,
                    reason=row.text("reason"),
                )
            )
    return tuple(found)


def origins(tables: Tables) -> tuple[OriginCount, ...]:
    """How many employees of each service area live in each area."""
    return tuple(
        OriginCount(service_area=r.text("service_area"), area=r.text("area"), employees=r.number("employees") or 0)
        for r in tables.whole("origins")
    )
