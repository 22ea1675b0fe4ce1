"""What is suspicious about a scenario that could be read: possible, but probably not what was meant."""

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.reading.problems import grouped
from localisation.reading.suspicions.crowding import crowding
from localisation.reading.suspicions.ground import ground
from localisation.reading.suspicions.hands import hands
from localisation.reading.suspicions.homes import homes
from localisation.reading.suspicions.magnitudes import magnitudes
from localisation.reading.suspicions.mixes import mixes
from localisation.reading.suspicions.moving import moving
from localisation.reading.suspicions.reach import reach
from localisation.reading.suspicions.room import room
from localisation.reading.suspicions.scales import scales
from localisation.reading.suspicions.storeys import storeys
from localisation.reading.suspicions.timetable_age import timetable_age
from localisation.reading.suspicions.visits import visits
from localisation.reading.suspicions.where import Where

SUSPICIONS = (
    *(room, crowding, storeys, scales, reach, mixes, visits, timetable_age),
    *(ground, homes, magnitudes, moving, hands),
)
TOLD_OF_A_KIND = 5


def suspicious(instance: Instance) -> list[Problem]:
    """The remarks from the reading and every suspicion, warnings first; none of them stops the work."""
    where = Where(instance)
    found = [*instance.remarks, *(problem for suspicion in SUSPICIONS for problem in suspicion(instance, where))]
    return grouped(sorted(found, key=lambda p: p.severity == "note"), TOLD_OF_A_KIND)
