"""A road network: nodes, directed edges and what each mode needs to pass them."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from localisation.domain.travel import Mode
from localisation.geography.network.shapes import Shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Roads in one coordinate system that counts in metres. A two-way street is one link and two edges.

    Nodes: `x_m`, `y_m` (float64). Edges, all arrays of the same length: `start` and `end` (int32, node numbers),
    `metres` (float32), `car_s`, `bicycle_s` and `walk_s` (float32; inf where the mode may not pass this way), `ferry`,
    `tunnel` and `bridge` (bool), `link` (int32: which street) and `along` (bool: in the direction its line is drawn).
    `shapes` holds the line of every link. The arrays cannot be written to.

    Gradients, turn restrictions and the time of day are not in a network.
    """

    epsg: int
    x_m: NDArray[np.float64]
    y_m: NDArray[np.float64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    metres: NDArray[np.float32]
    car_s: NDArray[np.float32]
    bicycle_s: NDArray[np.float32]
    walk_s: NDArray[np.float32]
    ferry: NDArray[np.bool_]
    tunnel: NDArray[np.bool_]
    bridge: NDArray[np.bool_]
    link: NDArray[np.int32]
    along: NDArray[np.bool_]
    shapes: Shapes

    def __post_init__(self) -> None:
        """Refuse arrays that do not belong together; ValueError says which."""
        for field in fields(self):
            array = getattr(self, field.name)
            if not isinstance(array, np.ndarray):
                continue
            expected = len(self.x_m) if field.name in ("x_m", "y_m") else len(self.start)
            if array.shape != (expected,):
                raise ValueError(f"{field.name} has the shape {array.shape}, not ({expected},)")
            array.setflags(write=False)
        for name in ("metres", "car_s", "bicycle_s", "walk_s"):
            if not np.all(getattr(self, name) >= 0):
                raise ValueError(f"{name} has a negative number or none")
        if self.edges and (self._first_node() < 0 or self._last_node() >= self.nodes):
            raise ValueError("an edge leads to a node there is not")

    def _first_node(self) -> int:
        return int(min(self.start.min(), self.end.min()))

    def _last_node(self) -> int:
        return int(max(self.start.max(), self.end.max()))

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.x_m)

    @property
    def edges(self) -> int:
        """How many directed edges there are."""
        return len(self.start)

    def seconds(self, mode: Mode) -> NDArray[np.float32]:
        """Seconds of every edge by a mode; inf where it may not pass."""
        return {Mode.CAR: self.car_s, Mode.BICYCLE: self.bicycle_s, Mode.WALK: self.walk_s}[mode]
