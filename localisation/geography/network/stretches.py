"""The streets of a network as stretches with times to their ends, cut where sites stand along them."""

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Floats
from localisation.domain.road_times import RoadTimes
from localisation.geography.network.ends import LinkCosts
from localisation.geography.network.snap import Snaps


def stretches(links: LinkCosts, roads: NDArray[np.int64], node_s: Floats, sites: Snaps, peak: float) -> RoadTimes:
    """The links with the numbers `roads`, given seconds to every node; all times are multiplied by `peak`.

    From a site in the middle of a street one drives both ways at once, so its street is cut there, and each piece
    knows how soon its own ends are reached.
    """
    own = np.intersect1d(sites.link, roads)
    whole = np.setdiff1d(roads, own)
    parts = [
        np.stack(
            [
                node_s[links.start[whole]],
                node_s[links.end[whole]],
                links.along_s[whole],
                links.back_s[whole],
                links.metres[whole],
            ]
        )
    ]
    parts += [_pieces(links, int(link), node_s, sites) for link in own]
    table = np.concatenate(parts, axis=1)
    table[:4] *= peak
    start_s, end_s, forward_s, backward_s, metres = table
    return RoadTimes(start_s=start_s, end_s=end_s, forward_s=forward_s, backward_s=backward_s, metres=metres)


def _pieces(links: LinkCosts, link: int, node_s: Floats, sites: Snaps) -> Floats:
    """The pieces of one street, a column each, with the rows of `stretches`."""
    here = np.flatnonzero(sites.link == link)
    here = here[np.argsort(sites.fraction[here], kind="stable")]
    cuts = np.concatenate([[0.0], sites.fraction[here], [1.0]])
    at = np.concatenate([[node_s[links.start[link]]], sites.access_s[here], [node_s[links.end[link]]]])
    share = np.diff(cuts)
    along, back = (
        np.full(len(share), np.inf) if np.isinf(whole) else share * whole
        for whole in (links.along_s[link], links.back_s[link])
    )
    for i in range(len(share)):
        at[i + 1] = min(at[i + 1], at[i] + along[i])
    for i in reversed(range(len(share))):
        at[i] = min(at[i], at[i + 1] + back[i])
    return np.stack([at[:-1], at[1:], along, back, share * links.metres[link]])
