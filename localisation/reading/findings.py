"""What is suspicious about a scenario that could be read: possible, but probably not what was meant."""

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.reading.suspicions.crowding import crowding
from localisation.reading.suspicions.ground import ground
from localisation.reading.suspicions.magnitudes import magnitudes
from localisation.reading.suspicions.room import room
from localisation.reading.suspicions.scales import scales
from localisation.reading.suspicions.where import Where

SUSPICIONS = (room, crowding, scales, ground, magnitudes)


def suspicious(instance: Instance) -> list[Problem]:
    """The remarks from the reading and every suspicion, warnings first; none of them stops the work."""
    where = Where(instance)
    found = [*instance.remarks, *(problem for suspicion in SUSPICIONS for problem in suspicion(instance, where))]
    return sorted(found, key=lambda p: p.severity == "note")
