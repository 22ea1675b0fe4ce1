"""The earliest arrival said in the plainest way: forwards, one wish at a time, every ride of every run tried."""

from collections.abc import Mapping
from math import dist, floor, inf

from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.timetable import IMPOSSIBLE, Timetable


class Plain:
    """Door to door from one point to another; straight lines on foot, as the settings say."""

    def __init__(self, table: Timetable, settings: TransitSettings) -> None:
        self.table, self.settings = table, settings
        self.stops = [tuple(xy) for xy in table.stop_xy_m]
        self.runs = [range(a, b) for a, b in zip(table.trip_starts, table.trip_starts[1:], strict=False)]
        self.stated = {
            (int(a), int(b)): int(s)
            for a, b, s in zip(table.stated.from_stop, table.stated.to_stop, table.stated.seconds, strict=True)
        }

    def walk(self, a: tuple[float, ...], b: tuple[float, ...], limit_s: int) -> float:
        """Seconds on foot, or inf beyond the limit."""
        seconds = floor(dist(a, b) * self.settings.detour_percent / 100 / self.settings.walking_m_per_min * 60 + 0.5)
        return seconds if seconds <= limit_s else inf

    def change(self, p: int, q: int) -> float:
        """Seconds from stepping off at p to being ready at q."""
        if (p, q) in self.stated:
            return inf if self.stated[p, q] == IMPOSSIBLE else self.stated[p, q]
        if p == q:
            return self.settings.change_s
        same = self.table.stop_station[p] == self.table.stop_station[q]
        limit = self.settings.change_walk_limit_s
        limit = max(limit, self.settings.to_stop_limit_s) if same else limit
        return self.walk(self.stops[p], self.stops[q], limit) + self.settings.change_s

    def takes(self, start: tuple[int, int], goal: tuple[int, int], leave_s: int) -> float:
        """Seconds from the wish to the arrival."""
        best = leave_s + self.walk(start, goal, self.settings.walk_only_limit_s)
        limit = self.settings.to_stop_limit_s
        ready = {p: leave_s + self.walk(start, xy, limit) for p, xy in enumerate(self.stops)}
        ridden = inf
        for _ in range(self.settings.most_changes + 1):
            off = self._ride(ready)
            ridden = min([ridden, *(t + self.walk(self.stops[p], goal, limit) for p, t in off.items())])
            ready = {
                q: min((t + self.change(p, q) for p, t in off.items()), default=inf) for q in range(len(self.stops))
            }
        return min(best, ridden if ridden - leave_s <= self.settings.most_travel_s else inf) - leave_s

    def _ride(self, ready: Mapping[int, float]) -> dict[int, float]:
        off: dict[int, float] = {}
        for run in self.runs:
            aboard = False
            for call in run:
                stop = int(self.table.call_stop[call])
                if aboard and self.table.may_alight[call]:
                    off[stop] = min(off.get(stop, inf), int(self.table.arrive_s[call]))
                if self.table.may_board[call] and ready[stop] <= self.table.depart_s[call]:
                    aboard = True
        return off
