"""How long a vehicle drives between two buildings."""

from localisation.domain.instance import Instance
from localisation.domain.lookup import Lookup
from localisation.domain.travel import Mode


class Driving:
    """Driving times of an instance, by car where it knows cars; what cannot be reached counts as `Lookup` says."""

    def __init__(self, instance: Instance) -> None:
        times = instance.modes.get(Mode.CAR, instance.travel)
        self._seconds = Lookup(times.building_s)

    def minutes(self, origin: str, destination: str) -> int:
        """Whole minutes one way, rounded up; 0 within a building."""
        return 0 if origin == destination else -(-self._seconds(origin, destination) // 60)
