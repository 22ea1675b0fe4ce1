"""Who moves when: a start and an end for everything that is to be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from localisation.domain.relocation.programme import Leg, Programme, Route, Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """When an activity is carried out: indexes of its first working day and of the day after its last.

    `overtime`: its crews' overtime hands do it.
    """

    start: int
    end: int
    overtime: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Which vehicle carries a leg, from which minute of its first day."""

    vehicle: int
    minute: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A step for every activity that takes place, and the way every move goes ("" is straight)."""

    steps: Mapping[str, Step]
    via: Mapping[str, str] = field(default_factory=dict)
    runs: Mapping[str, Run] = field(default_factory=dict)
    """By leg; empty where no rule asks for vehicles."""

    def route(self, programme: Programme, move: str) -> Route | None:
        """The way a move goes; None when it is none of those there are."""
        via = self.via.get(move, "")
        return next((r for r in programme.move[move].routes if r.via == via), None)

    def legs(self, programme: Programme) -> tuple[Leg, ...]:
        """The legs that take place, move by move."""
        routes = (self.route(programme, m.id) for m in programme.moves)
        return tuple(leg for route in routes if route for leg in route.legs)

    def stays(self, programme: Programme) -> tuple[Stay, ...]:
        """The stays there are the way the moves go."""
        return tuple(s for s in programme.stays if not s.move or self.via.get(s.move, "") == s.via)

    def presence(self, programme: Programme, stay: Stay) -> tuple[int, int]:
        """The first day of a stay and the day after its last, by index."""
        start = self.steps[stay.since].start if stay.since else self.filled(stay)
        return start, self.steps[stay.until].end if stay.until else len(programme.calendar)

    def open(self, programme: Programme, stay: Stay) -> tuple[int, int]:
        """The first day a part of a unit works where it stays, and the day after the last, by index."""
        start = self.steps[stay.open_from].end if stay.open_from else self.filled(stay)
        return start, self.steps[stay.open_until].start if stay.open_until else len(programme.calendar)

    def filled(self, stay: Stay) -> int:
        """The first day of a stay nobody moves into, by index: the beginning, unless it is new posts."""
        return max([stay.earliest, *(self.steps[a].end for a in stay.after if a in self.steps)])
