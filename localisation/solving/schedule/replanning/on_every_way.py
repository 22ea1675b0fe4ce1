"""The same step of a move on every way it may go."""

from collections.abc import Iterator

from localisation.domain.relocation.programme import Leg, Programme


def on_every_way(programme: Programme, activity: str) -> tuple[str, ...]:
    """The activity itself, and those of other ways of its move that what is said of it must hold for too.

    They are of the same kind and either in the leg of the same number (packing to leave is packing to leave, wherever
    one goes first) or in the same building (what is connected at the destination is so whatever way people came).
    Works and tasks have one way.
    """
    known = programme.activity[activity]
    leg = programme.leg.get(known.leg)
    if leg is None:
        return (activity,)
    number = next(n for n, other in _legs(programme, leg.move_id) if other.id == leg.id)
    found = [activity]
    for n, other in _legs(programme, leg.move_id):
        alike = (programme.activity[a] for a in other.activities if programme.activity[a].kind is known.kind)
        if other not in _way(programme, leg):
            found += (a.id for a in alike if n == number or a.building == known.building)
    return tuple(found)


def _legs(programme: Programme, move: str) -> Iterator[tuple[int, Leg]]:
    for route in programme.move[move].routes:
        yield from enumerate(route.legs, start=1)


def _way(programme: Programme, leg: Leg) -> tuple[Leg, ...]:
    return next(r.legs for r in programme.move[leg.move_id].routes if leg in r.legs)
