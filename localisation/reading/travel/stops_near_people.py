"""Whether the stops of a timetable are where people live."""

from collections.abc import Iterable

from localisation.domain.inventory import Inventory
from localisation.geography.travellers import zones_among
from localisation.reading.problems import Place, Problems

REFUSED_PERCENT = 5
"""A timetable that fewer of the inhabitants can walk to is not the place's: an airport train, a ferry, another town."""
TOLD_PERCENT = 50
"""With fewer than this it is used, and told: lines are probably missing."""
SHORT_WALK_MIN = 10
"""A shorter walk to a stop than this says more of the settings than of the timetable."""


def stops_near_people(far: Iterable[str], inventory: Inventory, minutes: int, shown: str, problems: Problems) -> None:
    """Tell how many inhabitants have no stop within so many minutes' walk, where they are many; nearly all: an error.

    `far` are the points without a stop, named as in `travellers.origins`. A place without inhabitants has nothing to
    tell, and where the walk asked for is short, nearly all may lack a stop without the timetable being wrong.
    """
    without = zones_among(far)
    everyone = inventory.population
    lacking = sum(z.population for z in inventory.zones if z.id in without)
    served = everyone - lacking
    if not everyone:
        return
    at, percent = Place(file=shown), 100 * lacking // everyone
    refused = 100 * served < REFUSED_PERCENT * everyone and minutes >= SHORT_WALK_MIN
    holes = {"people": lacking, "of": everyone, "minutes": minutes, "percent": percent}
    if refused:
        problems.error("travel.stops_of_another_place", at, **holes)
    elif 100 * served < TOLD_PERCENT * everyone:
        problems.warning("travel.few_have_a_stop", at, **holes)
