"""How fast each mode goes where no road says it."""

from localisation.domain.norms import Norms
from localisation.domain.travel import Mode


def speed_m_s(norms: Norms, mode: Mode) -> float:
    """Metres a second off the road network by car, and everywhere by bicycle and on foot."""
    if mode is Mode.WALK:
        return norms.walk_m_per_min / 60
    return (norms.bicycle_kmh if mode is Mode.BICYCLE else norms.access_speed_kmh) / 3.6
