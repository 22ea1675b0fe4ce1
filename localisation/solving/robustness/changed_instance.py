"""An instance with one change made."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.spread import spread
from localisation.domain.travel import TravelTimes
from localisation.domain.travel_table import Row, TravelTable
from localisation.domain.unit import Seat, Unit
from localisation.solving.robustness.change import Change, Kind


def changed_instance(instance: Instance, change: Change) -> Instance:
    """The same question with the change made; whole numbers stay whole, rounded halves up."""
    inventory, factor = instance.inventory, change.factor
    match change.kind:
        case Kind.WEIGHT:
            return replace(instance, criteria=_weighted(instance.criteria, change))
        case Kind.TRAVEL:
            return replace(
                instance,
                travel=_slower(instance.travel, factor),
                commute=None if instance.commute is None else _slower(instance.commute, factor),
                modes={mode: _slower(times, factor) for mode, times in instance.modes.items()},
            )
        case Kind.RENT:
            rents = [(b, times(b.rent_nok_per_year, factor)) for b in inventory.buildings]
            buildings = tuple(b.model_copy(update={"rent_nok_per_year": rent}) for b, rent in rents)
            return replace(instance, inventory=_renewed(inventory, buildings=buildings))
        case Kind.POPULATION:
            people = [(z, times(z.population, factor)) for z in inventory.zones]
            zones = tuple(z.model_copy(update={"population": population}) for z, population in people)
            return replace(instance, inventory=_renewed(inventory, zones=zones))
        case Kind.VISITS:
            visits = [(u, times(u.visits_per_year, factor)) for u in inventory.units]
            units = tuple(u.model_copy(update={"visits_per_year": n}) for u, n in visits)
            return replace(instance, inventory=_renewed(inventory, units=units))
        case Kind.STAFF:
            grown = tuple(_grown(u, factor) for u in inventory.units)
            return replace(instance, inventory=_renewed(inventory, units=grown))


def times(amount: int, factor: Fraction) -> int:
    """A whole number times a factor, to the nearest whole, halves up."""
    return (2 * amount * factor.numerator + factor.denominator) // (2 * factor.denominator)


def _weighted(criteria: tuple[Criterion, ...], change: Change) -> tuple[Criterion, ...]:
    """Only the relation between weights counts: all are multiplied up, so that none has to be rounded."""
    up, own = change.factor.denominator, change.factor.numerator
    kept = (c for c in criteria if own or c.id != change.criterion)
    return tuple(
        c.model_copy(update={"weight": c.weight * (own if c.id == change.criterion else up)}) if c.weight else c
        for c in kept
    )


def _slower(travel: TravelTimes, factor: Fraction) -> TravelTimes:
    def table(rows: Mapping[str, Row]) -> TravelTable:
        return TravelTable.of({origin: {b: times(s, factor) for b, s in row.items()} for origin, row in rows.items()})

    return replace(
        travel, zone_s=table(travel.zone_s), centre_s=table(travel.centre_s), building_s=table(travel.building_s)
    )


def _grown(unit: Unit, factor: Fraction) -> Unit:
    """The unit with other staff, never fewer than its sites must have; those of today stay in proportion."""
    staff = max(times(unit.staff, factor), unit.sites_min * unit.smallest_part, 1)
    if not unit.today:
        return unit.model_copy(update={"staff": staff})
    # A unit that is not wholly placed today is not so afterwards either.
    placed = staff if sum(s.staff for s in unit.today) == unit.staff else None
    parts = (
        spread(placed, tuple(s.staff for s in unit.today))
        if placed is not None
        else tuple(times(s.staff, factor) for s in unit.today)
    )
    today = tuple(Seat(building=s.building, staff=n) for s, n in zip(unit.today, parts, strict=True) if n)
    return unit.model_copy(update={"staff": staff, "today": today})


def _renewed(inventory: Inventory, **fields: object) -> Inventory:
    """The same place with other fields, nothing remembered of what was worked out from the old ones."""
    kept = {name: getattr(inventory, name) for name in type(inventory).model_fields}
    return Inventory(**(kept | fields))
