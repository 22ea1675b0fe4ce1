"""How points along streets get to the ends of their streets, and from there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Floats
from localisation.domain.travel import Mode
from localisation.geography.network.cost import cost_of
from localisation.geography.network.network import Network
from localisation.geography.network.seeds import Seeds, tidy
from localisation.geography.network.snap import NO_LINK, Snaps


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCosts:
    """Seconds and metres of every link, along it and back (inf where the mode may not go), and its end nodes."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    along_s: Floats
    back_s: Floats
    metres: Floats


def link_costs(network: Network, mode: Mode) -> LinkCosts:
    """The links of a network as one mode sees them."""
    count = network.shapes.count
    start, end = np.full(count, -1, np.int64), np.full(count, -1, np.int64)
    seconds = {True: np.full(count, np.inf), False: np.full(count, np.inf)}
    metres = np.zeros(count)
    for along in (True, False):
        edge = np.flatnonzero(network.along == along)
        link = network.link[edge]
        start[link] = network.start[edge] if along else network.end[edge]
        end[link] = network.end[edge] if along else network.start[edge]
        seconds[along][link] = network.seconds(mode)[edge]
        metres[link] = network.metres[edge]
    return LinkCosts(start=start, end=end, along_s=seconds[True], back_s=seconds[False], metres=metres)


def departures(links: LinkCosts, snaps: Snaps, mode: Mode) -> Seeds:
    """The seeds of journeys from the points: both ends of their streets, as far as one may drive there."""
    return _seeds(links, snaps, mode, links.back_s, links.along_s)


def arrivals(links: LinkCosts, snaps: Snaps, mode: Mode) -> Seeds:
    """The seeds of journeys to the points, for a search on the reversed graph."""
    return _seeds(links, snaps, mode, links.along_s, links.back_s)


def along_link(links: LinkCosts, link: NDArray[np.int64], ahead: Floats, mode: Mode) -> Floats:
    """The cost of going a share of a street (-1 to 1, below 0 against its line) without leaving it; inf if closed."""
    seconds = np.where(ahead >= 0, links.along_s[link], links.back_s[link])
    share = np.abs(ahead)
    return cost_of(_part(seconds, share), share * links.metres[link], mode)


def _seeds(links: LinkCosts, snaps: Snaps, mode: Mode, at_start: Floats, at_end: Floats) -> Seeds:
    point = np.flatnonzero(snaps.link != NO_LINK)
    link, share = snaps.link[point], snaps.fraction[point]
    metres = links.metres[link]
    start = cost_of(_part(at_start[link], share), share * metres, mode)
    end = cost_of(_part(at_end[link], 1 - share), (1 - share) * metres, mode)
    return tidy(
        len(snaps.link),
        np.concatenate([point, point]),
        np.concatenate([links.start[link], links.end[link]]),
        np.concatenate([start, end]),
    )


def _part(seconds: Floats, share: Floats) -> Floats:
    """A share of the seconds; inf of a street that is closed this way, but 0 when one is at the end already."""
    is_open = np.isfinite(seconds)
    return np.asarray(np.where(is_open | (share == 0), share * np.where(is_open, seconds, 0), np.inf))
