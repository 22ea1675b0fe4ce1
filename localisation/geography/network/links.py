"""One row a street: what every reader of roads makes, and how it becomes a network."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.domain.travel import Mode
from localisation.geography.network.network import Network
from localisation.geography.network.on_roads import ON_ROADS
from localisation.geography.network.shapes import Shapes

Seconds = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Streets between nodes: the edge table, one row a street, with seconds each way for every mode.

    `start` and `end` are node numbers (int32) from and to which the line in `shapes` is drawn; `x_m` and `y_m` are the
    nodes' coordinates. `along_s[mode]` and `back_s[mode]` are float32, inf where the mode may not go that way.
    """

    x_m: NDArray[np.float64]
    y_m: NDArray[np.float64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    metres: NDArray[np.float32]
    along_s: Mapping[Mode, Seconds]
    back_s: Mapping[Mode, Seconds]
    ferry: NDArray[np.bool_]
    tunnel: NDArray[np.bool_]
    bridge: NDArray[np.bool_]
    shapes: Shapes


def network_of(links: Links, epsg: int) -> Network:
    """The network of the links: an edge for every direction that some mode may go."""
    along = np.flatnonzero(_open(links.along_s))
    back = np.flatnonzero(_open(links.back_s))
    link = np.concatenate([along, back])
    seconds = {m: np.concatenate([links.along_s[m][along], links.back_s[m][back]]) for m in ON_ROADS}
    return Network(
        epsg=epsg,
        x_m=links.x_m,
        y_m=links.y_m,
        start=np.concatenate([links.start[along], links.end[back]]),
        end=np.concatenate([links.end[along], links.start[back]]),
        metres=links.metres[link],
        car_s=seconds[Mode.CAR],
        bicycle_s=seconds[Mode.BICYCLE],
        walk_s=seconds[Mode.WALK],
        ferry=links.ferry[link],
        tunnel=links.tunnel[link],
        bridge=links.bridge[link],
        link=link.astype(np.int32),
        along=np.arange(len(link)) < len(along),
        shapes=links.shapes,
    )


def _open(seconds: Mapping[Mode, Seconds]) -> NDArray[np.bool_]:
    return np.asarray(np.isfinite(np.stack([seconds[m] for m in ON_ROADS])).any(axis=0))
