"""Door to door between named points by one mode: seconds and metres, and who cannot get where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.domain.travel import Mode
from localisation.domain.travel_table import ABSENT, TravelTable
from localisation.geography.network.access import Access
from localisation.geography.network.cost import decode, limit_of
from localisation.geography.network.network import Network
from localisation.geography.network.point_costs import point_costs
from localisation.geography.network.snap import NO_LINK, Snaps, snap
from localisation.geography.point import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeTimes:
    """Seconds and metres (float32, a row an origin, a column a destination) by one mode; inf where there is no way.

    `far` names the points, origins and destinations alike, that lie further from the nearest street than they should,
    with the metres; `untied` names those that are tied to none and so reach nothing.
    """

    mode: Mode
    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    seconds: NDArray[np.float32]
    metres: NDArray[np.float32]
    far: Mapping[str, int]
    untied: tuple[str, ...]

    def whole_s(self) -> TravelTable:
        """Whole seconds by origin and destination; a pair without a way is absent."""
        return self._whole(self.seconds)

    def whole_m(self) -> TravelTable:
        """Whole metres by origin and destination; a pair without a way is absent."""
        return self._whole(self.metres)

    def unreachable(self) -> tuple[tuple[str, str], ...]:
        """The pairs of origin and destination without a way between them, or none within the limit."""
        return tuple((self.origins[o], self.destinations[d]) for o, d in np.argwhere(~np.isfinite(self.seconds)))

    def _whole(self, figures: NDArray[np.float32]) -> TravelTable:
        whole = np.full(figures.shape, ABSENT, np.int64)
        np.rint(figures, out=whole, where=np.isfinite(figures), casting="unsafe")
        return TravelTable(self.origins, self.destinations, whole)


def mode_times(
    network: Network,
    origins: Mapping[str, Point],
    destinations: Mapping[str, Point],
    mode: Mode,
    access: Access,
    *,
    peak_percent: float = 100,
    limit_s: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ModeTimes:
    """The fastest way from every origin to every destination: access leg, streets, access leg.

    Points near each other (see `Access`) may also go directly, as one leg; a point is 0 from itself. Seconds, those of
    the legs too, are multiplied by the peak factor. `limit_s` is a limit on the streets alone, before the peak factor:
    what is further away is absent, and not searched for.
    """
    from_xy, to_xy = _array(origins), _array(destinations)
    both = snap(network, np.concatenate([from_xy, to_xy]), mode, access)
    start, goal = both.only(slice(len(origins))), both.only(slice(len(origins), None))
    turned = len(destinations) < len(origins)
    seconds = np.empty((len(origins), len(destinations)), np.float32)
    metres = np.empty_like(seconds)
    ways = (seconds.T, metres.T) if turned else (seconds, metres)
    for rows in point_costs(network, mode, start, goal, limit_of(limit_s, mode), turned=turned):
        which = slice(rows.first, rows.first + len(rows.costs))
        decode(rows.costs, mode, ways[0][which], ways[1][which])
        if progress:
            progress(which.stop, len(ways[0]))
    for number, xy in enumerate(from_xy):
        _add_legs(seconds[number], metres[number], number, xy, start, goal, to_xy, access)
    seconds *= np.float32(peak_percent / 100)
    names = (*origins, *destinations)
    far = np.flatnonzero((both.straight_m > access.far_m) & (both.link != NO_LINK))
    return ModeTimes(
        mode=mode,
        origins=tuple(origins),
        destinations=tuple(destinations),
        seconds=seconds,
        metres=metres,
        far={names[i]: round(float(both.straight_m[i])) for i in far},
        untied=tuple(dict.fromkeys(names[i] for i in np.flatnonzero(both.link == NO_LINK))),
    )


def _add_legs(
    seconds: NDArray[np.float32],
    metres: NDArray[np.float32],
    number: int,
    xy: NDArray[np.float64],
    start: Snaps,
    goal: Snaps,
    to_xy: NDArray[np.float64],
    access: Access,
) -> None:
    """Add both legs to the ways from one origin, in place, and take the direct way where it is faster."""
    seconds += (start.access_s[number] + goal.access_s).astype(np.float32)
    metres += (start.access_m[number] + goal.access_m).astype(np.float32)
    straight = np.hypot(*(to_xy - xy).T)
    if access.direct_m is None:
        tied = (start.link[number] != NO_LINK) & (goal.link != NO_LINK)
        near = tied & (straight <= start.straight_m[number] + goal.straight_m)
    else:
        near = straight <= access.direct_m
    direct_s, direct_m = access.leg(straight)
    quicker = np.flatnonzero((near & (direct_s < seconds)) | (straight == 0))
    seconds[quicker], metres[quicker] = direct_s[quicker], direct_m[quicker]


def _array(points: Mapping[str, Point]) -> NDArray[np.float64]:
    return np.array(list(points.values()), np.float64).reshape(-1, 2)
