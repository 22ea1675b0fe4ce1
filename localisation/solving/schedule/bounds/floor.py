"""The least a goal can come to, by what the hands there are can do one after the other."""

from fractions import Fraction
from math import ceil

from localisation.rules.linear import Linear
from localisation.solving.schedule.model.lags import Lags
from localisation.solving.schedule.model.network import AtOnce, Network
from localisation.solving.schedule.model.pieces import Piece, least_amount, pieces


def floor(network: Network, charged: Linear, lags: Lags) -> int:
    """A lower bound of a sum of charged times, and whatever else is charged at its least.

    Of each scarce thing: all its hands as one fast worker who may interrupt himself take the work of the times in order
    of price per amount (Smith 1956), and no sum of mean working days can be less (Queyranne 1993). Each time is at
    least its mean, half its shortest piece of work and what comes after. The best of these, or the times' own bounds
    when they say more.
    """
    least = network.span(charged)[0]
    times = {v: f for v, f in charged.terms.items() if f > 0 and network.variables[v].high > 1}
    if len(times) < 2:
        return least
    tails = _own({v: lags.tails(v) for v in times})
    time_of = {network.tasks[task].start: v for v, tail in tails.items() for task in tail}
    bounds = [least]
    for scarce in network.at_once:
        if scarce.broken is None and scarce.at_most > 0:
            waiting = {time_of[start] for t in scarce.takings for start in t.start.terms if start in time_of}
            found = {v: list(pieces(network, scarce, lags.head, tails[v])) for v in tails if v in waiting}
            own = sum(f * network.variables[v].low for v, f in times.items() if found.get(v))
            bounds.append(least - own + ceil(_in_turn(network, scarce, times, {v: p for v, p in found.items() if p})))
    return max(bounds)


def _own(tails: dict[int, dict[str, int]]) -> dict[int, dict[str, int]]:
    """Each task for one time only, the one it is nearest to: no work may be counted twice."""
    nearest: dict[str, tuple[int, int]] = {}
    for v, tail in tails.items():
        for task, days in tail.items():
            nearest[task] = min(nearest.get(task, (days, v)), (days, v))
    return {v: {t: days for t, days in tail.items() if nearest[t] == (days, v)} for v, tail in tails.items()}


def _in_turn(network: Network, scarce: AtOnce, price: dict[int, int], found: dict[int, list[Piece]]) -> Fraction:
    """The least sum of prices times times, when work is done in the best order at full strength from the first day."""
    amount = {v: least_amount(network, chosen) for v, chosen in found.items()}
    done = Fraction(min((p.head for chosen in found.values() for p in chosen), default=0) * scarce.at_most)
    bound = Fraction(0)
    for v in sorted(found, key=lambda v: Fraction(amount[v], price[v])):
        middle = (done + Fraction(amount[v], 2)) / scarce.at_most
        after = min(Fraction(p.days, 2) + p.tail for p in found[v])
        bound += price[v] * (middle + after if amount[v] else Fraction(network.variables[v].low))
        done += amount[v]
    return bound
