"""The journeys of an instance, looked up many times and worked out once."""

from collections.abc import Mapping

from localisation.domain.commute import mean_journey
from localisation.domain.inventory import Inventory
from localisation.domain.lookup import UNREACHABLE_EXTRA_M, Lookup
from localisation.domain.travel import MIX, Mode, TravelTimes
from localisation.domain.visits import visits_by_zone


class Journeys:
    """From zones to buildings and between buildings, by seconds and metres; and the mean journeys to work.

    Inhabitants' visits are by `travel`, their mode mix, or by one of the `modes`; journeys to work, and those between
    buildings on duty, by `commute`, or one of the modes. Metres are those of a car.
    """

    def __init__(
        self,
        inventory: Inventory,
        travel: TravelTimes,
        commute: TravelTimes | None = None,
        modes: Mapping[Mode, TravelTimes] | None = None,
    ) -> None:
        known: dict[str, TravelTimes] = {str(mode): times for mode, times in (modes or {}).items()}
        known.setdefault(travel.mode, travel)
        self.metres = Lookup(known.get(Mode.CAR, travel).zone_m, UNREACHABLE_EXTRA_M)
        self._between_s = {mode: Lookup(times.building_s) for mode, times in known.items()}
        self._between_s[MIX] = Lookup((commute or travel).building_s)
        self._visits_s: dict[str, Lookup] = {MIX: Lookup(travel.zone_s)}
        self._visits_s |= {mode: Lookup(times.zone_s) for mode, times in (modes or {}).items()}
        self._commute_s = Lookup(commute.zone_s) if commute else self._visits_s[MIX]
        self._inventory = inventory
        self._means: dict[tuple[Lookup, str, str], int] = {}
        self._visits: dict[int, list[tuple[str, int]]] = {}

    def seconds(self, mode: str = MIX) -> Lookup:
        """Seconds of a visit from a zone to a building, by the mode mix or one mode."""
        return self._visits_s[mode]

    def between_s(self, mode: str = MIX) -> Lookup:
        """Seconds of an employee between two buildings, by the mode mix of journeys to work or one mode."""
        return self._between_s[mode]

    def mean_seconds(self, service_area: str, building: str) -> int:
        """The mean journey to work of the service area's employees, in whole seconds one way."""
        return self._mean(self._commute_s, service_area, building)

    def mean_metres(self, service_area: str, building: str) -> int:
        """The mean journey to work of the service area's employees, in whole metres one way."""
        return self._mean(self.metres, service_area, building)

    def visits(self, visits_per_year: int) -> list[tuple[str, int]]:
        """(zone, whole visits a year) when so many are spread by population."""
        if visits_per_year not in self._visits:
            self._visits[visits_per_year] = visits_by_zone(visits_per_year, self._inventory.zones)
        return self._visits[visits_per_year]

    def _mean(self, lookup: Lookup, service_area: str, building: str) -> int:
        key = (lookup, service_area, building)
        if key not in self._means:
            self._means[key] = mean_journey(self._inventory.homes[service_area], lookup, building)
        return self._means[key]
