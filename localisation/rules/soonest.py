"""The first of several times, as a helper that cannot be too early."""

from collections.abc import Iterable

from localisation.rules.latest import Time
from localisation.rules.linear import Linear, total
from localisation.rules.relocation.base import RelocationModel


def soonest(model: RelocationModel, times: Iterable[Time], high: int, name: str) -> Linear:
    """No earlier than the earliest of the times that count, of which there must be one; bounded from below only.

    One of them is chosen, and the helper is not before that; the choice is free, so the earliest can be chosen.
    """
    helper, choices = model.whole(0, high, name), []
    for number, (time, when) in enumerate(times):
        choice = model.whole(0, 1, f"{name} {number}")
        model.always(choice <= when)
        model.always(helper >= time, when=choice)
        choices.append(choice)
    model.always(total(choices).equals(1))
    return helper
