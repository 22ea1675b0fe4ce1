"""The modes that travel on a road network, and how finely their time is counted."""

from typing import Final

from localisation.domain.travel import Mode

ON_ROADS: Final = (Mode.CAR, Mode.BICYCLE, Mode.WALK)
"""Public transport runs by its timetable; whoever asks a network about it gets a KeyError."""

TICKS_PER_S: Final = {Mode.CAR: 1000, Mode.BICYCLE: 250, Mode.WALK: 100}
"""Time on the network is counted in whole ticks: 1, 4 and 10 milliseconds. Slower modes last longer."""
