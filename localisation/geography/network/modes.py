"""The ways of travelling on a road network, and how finely their time is counted."""

from typing import Final, Literal

Mode = Literal["car", "bicycle", "walk"]

MODES: Final[tuple[Mode, ...]] = ("car", "bicycle", "walk")

TICKS_PER_S: Final[dict[Mode, int]] = {"car": 1000, "bicycle": 250, "walk": 100}
"""Time on the network is counted in whole ticks: 1, 4 and 10 milliseconds. Slower modes last longer."""
