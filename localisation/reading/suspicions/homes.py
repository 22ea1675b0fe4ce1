"""Where employees live: what is not told, or told of places where nobody lives."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.homes import ANY
from localisation.domain.instance import Instance
from localisation.reading.suspicions.where import Where
from localisation.rules import RULES


def homes(instance: Instance, where: Where) -> Iterator[Problem]:
    """Service areas without origins count as living where the inhabitants do, if any criterion asks at all."""
    inventory = instance.inventory
    if not any(RULES[c.rule].uses_homes for c in instance.criteria):
        return
    peopled = {name for z in inventory.zones if z.population for name in (z.area, z.district, ANY)}
    known = {o.service_area for o in inventory.origins if o.employees and o.area in peopled}
    areas = tuple(dict.fromkeys(u.service_area for u in inventory.units if u.service_area not in known))
    if areas and ANY not in known:
        staff = sum(u.staff for u in inventory.units if u.service_area in areas)
        yield where.warning("homes_unknown", "origins", areas=areas, staff=staff)
    nowhere = [o for o in inventory.origins if o.employees and o.area not in peopled]
    if nowhere:
        first = nowhere[0]
        yield where.warning(
            "homes_where_nobody_lives",
            "origins",
            f"{first.service_area} {first.area}",
            "area",
            areas=tuple(dict.fromkeys(o.area for o in nowhere)),
            employees=sum(o.employees for o in nowhere),
        )
