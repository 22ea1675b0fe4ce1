"""Random parameters for every rule on who moves when; a rule that is not here fails the contract test."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import SpaceKind
from tests.rules.relocation.programmes import DAYS

Parameters = dict[str, object]


def _nothing(rng: Random, inventory: Inventory) -> Parameters:
    return {}


def _day(rng: Random) -> str:
    return (rng.choice(DAYS) + timedelta(days=rng.choice((0, 0, 0, -1, 1)))).isoformat()


def _selectors(rng: Random, inventory: Inventory) -> list[str]:
    ids = list(inventory.unit)
    return rng.choice((rng.sample(ids, k=rng.randint(1, len(ids))), ["service:torg", "U1"], ["administrative", "U2"]))


def _open_in_each(rng: Random, inventory: Inventory) -> Parameters:
    per = rng.choice(("centre", "district"))
    places = list(inventory.centre) if per == "centre" else list(inventory.districts)
    return {"per": per, "places": rng.choice(([], [], places, places[:1]))}


def _vehicles(rng: Random, inventory: Inventory) -> Parameters:
    return {
        "vehicles": rng.choice((1, 2)),
        "m3_per_trip": rng.choice((5, 10)),
        "handling_min": rng.choice((0, 1, 3)),
        "minutes_per_day": rng.choice((6, 10, 14)),
    }


def _budget(rng: Random, inventory: Inventory) -> Parameters:
    return {"budget": rng.choice((["2020-Q1=500"], ["2020-Q1=30", "2020-Q2=1000"], ["2020-Q2=12"], ["2021-Q1=9"]))}


GENERATORS: dict[str, Callable[[Random, Inventory], Parameters]] = {
    "room_every_day": lambda rng, _: {
        "kinds": rng.choice((list(SpaceKind), ["workplace"])),
        "closed_percent": rng.choice((0, 50, 100)),
    },
    "premises_available": lambda rng, _: {"leases_can_be_extended": rng.random() < 0.5},
    "works_before_move_in": _nothing,
    "works_one_at_a_time": _nothing,
    "no_stay_during_works": lambda rng, _: {"buildings": rng.choice(([], ["B1", "B2"], ["B4"]))},
    "crew_capacity": lambda rng, _: {"crews": rng.choice(([], ["movers"], ["builders", "movers"]))},
    "people_per_day": lambda rng, _: {"at_most": rng.choice((0, 1, 2, 3, 4))},
    "vehicle_trips": _vehicles,
    "prompt_steps": lambda rng, _: {key: rng.choice((0, 0, 1)) for key in ("pack_days", "it_days", "clean_days")},
    "moves_together": lambda rng, _: {"within_days": rng.choice((0, 1, 2))},
    "move_order": lambda rng, inventory: {"first": _selectors(rng, inventory), "gap_days": rng.choice((0, 0, 1))},
    "not_before": lambda rng, _: {"day": _day(rng)},
    "finished_by": lambda rng, _: {"day": _day(rng)} if rng.random() < 0.7 else {},
    "stop_periods": _nothing,
    "service_open": lambda rng, _: {"at_most_days": rng.choice((1, 2, 3))},
    "open_in_each": _open_in_each,
    "transit_moves": lambda rng, _: {"at_most": rng.choice((0, 1))},
    "lease_overlap": lambda rng, _: {"at_most_days": rng.choice((0, 1, 2, 4, 5))},
    "completion_time": _nothing,
    "time_in_place": _nothing,
    "double_rent": _nothing,
    "people_in_transit": _nothing,
    "visits_lost": _nothing,
    "overtime": _nothing,
    "budget_overrun": _budget,
    "plan_deviation": _nothing,
}
