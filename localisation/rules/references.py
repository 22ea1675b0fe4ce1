"""The ids a rule's parameters refer to."""

from localisation.domain.inventory import Inventory, matches
from localisation.rules.base import Rule

SELECTORS = ("hosts", "others")


def unknown_references(rule: Rule, inventory: Inventory) -> list[tuple[str, str]]:
    """(parameter, value) for every building, centre, district or selector of units that the inventory does not have."""
    known: dict[str, object] = {
        "buildings": inventory.building,
        "centres": inventory.centre,
        "districts": inventory.districts,
        "places": inventory.centre if getattr(rule, "per", "") == "centre" else inventory.districts,
    }
    unknown: list[tuple[str, str]] = []
    for parameter in type(rule).model_fields:
        value = getattr(rule, parameter)
        ids = value if isinstance(value, tuple) else ()
        if parameter == "shares":
            ids, valid = tuple(i.rpartition("=")[0].strip() for i in ids), set(inventory.districts)
        elif parameter in SELECTORS:
            valid = {s for s in ids if any(matches(u, s) for u in inventory.units)}
        elif parameter in known:
            valid = set(known[parameter])  # type: ignore[call-overload]
        else:
            continue
        unknown.extend((parameter, i) for i in ids if i not in valid)
    return unknown
