"""Room for one kind of space on a line of floors, for units that each keep within a range of them."""

from collections.abc import Iterator, Mapping

from ortools.sat.python import cp_model

Range = tuple[int, int]
"""A unit's lowest and highest floor, counted from below."""
Chosen = Mapping[str, Mapping[Range, cp_model.IntVar]]
"""For each unit the ranges it can have, and the variable that says which one it has."""


class LineRoom:
    """States that everyone has room within their range, in any hundredths (`parted`) or in whole spaces.

    There is room exactly when, for each run of floors, those who must be within it fit in it (Hall's condition, which
    is enough on a line). With whole spaces, what is left of each need stands on one floor, and what is left on a floor
    takes up whole spaces of it, together; the rest of the floors is then a line with whole needs and whole room.
    """

    def __init__(
        self,
        cp: cp_model.CpModel,
        needs: Mapping[str, int],
        limits: tuple[int, ...],
        chosen: Chosen,
        *,
        parted: bool,
    ) -> None:
        self._cp, self._limits, self._chosen = cp, limits, chosen
        lefts = {} if parted else {u: n % 100 for u, n in needs.items() if n % 100}
        if len(lefts) == 1:
            # Alone it takes up a whole space, wherever it is.
            needs, lefts = {u: -(-n // 100) * 100 for u, n in needs.items()}, {}
        self._hall(needs, ())
        if lefts:
            self._hall({u: n // 100 * 100 for u, n in needs.items()}, self._taken(lefts))

    def _hall(self, needs: Mapping[str, int], taken: tuple[cp_model.IntVar, ...]) -> None:
        """In each run of floors there is room for those within it, besides the whole spaces taken there."""
        for i, j in self._runs():
            room = sum(self._limits[i : j + 1])
            if sum(needs.values()) > room or taken:
                within = [(v, needs[u]) for u in needs for r, v in self._chosen[u].items() if i <= r[0] and r[1] <= j]
                within += [(t, 100) for t in taken[i : j + 1]]
                self._cp.add(cp_model.LinearExpr.weighted_sum([v for v, _ in within], [n for _, n in within]) <= room)

    def _taken(self, lefts: Mapping[str, int]) -> tuple[cp_model.IntVar, ...]:
        """The whole spaces that what is left of needs takes up on each floor."""
        at: dict[tuple[str, int], cp_model.IntVar] = {}
        for u in lefts:
            for f in range(len(self._limits)):
                here = at[u, f] = self._cp.new_bool_var(f"{u} left {f}")
                self._cp.add_bool_or([~here, *(v for (i, j), v in self._chosen[u].items() if i <= f <= j)])
            self._cp.add_exactly_one(at[u, f] for f in range(len(self._limits)))
        most = -(-sum(lefts.values()) // 100)
        taken = []
        for f, limit in enumerate(self._limits):
            count = self._cp.new_int_var(0, min(limit // 100, most), f"taken {f}")
            standing = cp_model.LinearExpr.weighted_sum([at[u, f] for u in lefts], list(lefts.values()))
            self._cp.add(standing <= 100 * count)
            taken.append(count)
        return tuple(taken)

    def _runs(self) -> Iterator[Range]:
        floors = range(len(self._limits))
        return ((i, j) for i in floors for j in floors[i:])
