"""What keeps alternatives from being measured by one criteria list."""

from collections.abc import Sequence

from localisation.domain.errors import LocalisationError
from localisation.domain.instance import Instance


class NotComparable(LocalisationError):
    """Two scenarios cannot stand in one comparison: the text `cli.compare.fault.<cause>`, and their names.

    `cause` is "place" (other places, or other staff), "same_id" (two scenarios, one id) or "not_whole" (the proposal of
    the second is none in the data of the first).
    """

    def __init__(self, cause: str, first: Instance, second: Instance) -> None:
        self.cause, self.first, self.second = cause, first.scenario, second.scenario
        super().__init__(f"{cause}: {self.first.id}, {self.second.id}")


def require_comparable(instances: Sequence[Instance]) -> None:
    """Raise `NotComparable` unless all are of one place with the same staff, each with an id of its own."""
    for number, second in enumerate(instances):
        for first in instances[:number]:
            if first.scenario.id == second.scenario.id:
                raise NotComparable("same_id", first, second)
            if _ground(first) != _ground(second):
                raise NotComparable("place", first, second)


def _ground(instance: Instance) -> tuple[str, dict[str, int]]:
    return instance.inventory.place.id, {u.id: u.staff for u in instance.inventory.units}
