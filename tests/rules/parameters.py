"""Random parameters for every rule; a rule that is not here fails the contract test."""

from collections.abc import Callable
from random import Random

from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import SpaceKind

Parameters = dict[str, object]


def _nothing(rng: Random, inventory: Inventory) -> Parameters:
    return {}


def _some(rng: Random, ids: list[str]) -> list[str]:
    return rng.sample(ids, k=rng.randint(1, len(ids)))


def _buildings(rng: Random, inventory: Inventory) -> Parameters:
    return {"buildings": _some(rng, list(inventory.building))}


def _where(rng: Random, inventory: Inventory) -> Parameters:
    return rng.choice(
        (
            _buildings(rng, inventory),
            {"centres": [rng.choice(("C1", "C2"))]},
            {"districts": [rng.choice(inventory.districts)]},
            {"buildings": [rng.choice(list(inventory.building))], "districts": [rng.choice(inventory.districts)]},
        )
    )


def _hosts(rng: Random, inventory: Inventory) -> Parameters:
    return {"hosts": _selectors(rng, inventory)}


def _others(rng: Random, inventory: Inventory) -> Parameters:
    return {"others": _selectors(rng, inventory)}


def _selectors(rng: Random, inventory: Inventory) -> list[str]:
    return rng.choice((_some(rng, list(inventory.unit)), ["service:torg", "U1"], ["administrative", "U2"]))


def _limit_min(rng: Random) -> int:
    return rng.choice((0, 1, 2, 2, 2, 5))


def _presence(rng: Random, inventory: Inventory) -> Parameters:
    per = rng.choice(("", "centre", "district"))
    known = {"": [], "centre": list(inventory.centre), "district": list(inventory.districts)}[per]
    places = _some(rng, known) if known and rng.random() < 0.5 else []
    return {"at_least": rng.randint(1, 3), "per": per, "places": places}


def _coverage(rng: Random, inventory: Inventory) -> Parameters:
    return {
        "share_percent": rng.choice((0, 15, 50, 75, 90, 100)),
        "limit_min": _limit_min(rng),
        "per": rng.choice(("all", "district")),
        **_visiting(rng, inventory),
    }


def _mode(rng: Random) -> Parameters:
    return {"mode": rng.choice(("mix", "mix", "walk"))}


def _within(rng: Random, _: Inventory) -> Parameters:
    return {"limit_min": _limit_min(rng), **_mode(rng)}


def _visiting(rng: Random, inventory: Inventory) -> Parameters:
    none = rng.random()
    if none < 0.3:
        return {**_mode(rng), **({"visiting": [], "visiting_days": 0, "visiting_buildings": []} if none < 0.15 else {})}
    buildings = [rng.choice(list(inventory.building))] if rng.random() < 0.7 else []
    days = {"visiting_days": rng.choice((1, 2, 4, 5)), "visiting_buildings": buildings}
    return {**_mode(rng), "visiting": _selectors(rng, inventory), **days}


def _visitors(rng: Random, inventory: Inventory) -> Parameters:
    days = {key: value for key, value in _visiting(rng, inventory).items() if key != "mode"}
    return {**days, "visitors": _selectors(rng, inventory)} if days.get("visiting") and rng.random() < 0.5 else days


def _building_limit(rng: Random, inventory: Inventory) -> Parameters:
    there = rng.choice(({}, {"centres": ["C1"]}, {"districts": ["South"]}))
    return {"at_most": rng.randint(0, 2), **there}


def _distribution(rng: Random, inventory: Inventory) -> Parameters:
    shares = rng.choice(([], ["North=50"], ["North=33", "South=67"]))
    return {"tolerance_points": rng.choice((0, 10, 17, 25, 40)), "shares": shares}


GENERATORS: dict[str, Callable[[Random, Inventory], Parameters]] = {
    "space_capacity": lambda rng, _: {"kinds": rng.choice((list(SpaceKind), ["garage"], ["workplace"]))},
    "facilities": _nothing,
    "sites_per_unit": _nothing,
    "availability": lambda rng, _: {"leases_can_be_extended": rng.random() < 0.5},
    "fixed_location": _buildings,
    "allowed_location": _where,
    "forbidden_location": _where,
    "unchanged": _nothing,
    "together": _hosts,
    "near": lambda rng, inventory: {**_others(rng, inventory), **_within(rng, inventory)},
    "apart": _others,
    "presence": _presence,
    "population_coverage": _coverage,
    "centre_within": _within,
    "buildings_used": _buildings,
    "buildings_closed": _buildings,
    "building_limit": _building_limit,
    "distribution": _distribution,
    "annual_cost": _nothing,
    "refurbishment_cost": _nothing,
    "moving_cost": _nothing,
    "present_value": _nothing,
    "citizens_travel_time": _visiting,
    "commute_change": _nothing,
    "travel_co2": _visitors,
    "people_moved": _nothing,
    "separated_collaborations": lambda rng, _: {"mode": rng.choice(("car", "car", "mix", "walk"))},
    "extra_sites": _nothing,
    "leased_workplaces": _nothing,
    "unused_space": _nothing,
    "far_from_hub": lambda rng, _: {"limit_m": rng.choice((499, 500, 501))},
}
