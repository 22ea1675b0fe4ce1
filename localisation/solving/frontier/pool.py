"""The proposals a frontier has in hand, held against what is proven."""

from collections.abc import Collection, Iterable, Sequence

from localisation.domain.errors import Disagreement
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.next_question import Asked
from localisation.solving.frontier.questions import Found
from localisation.solving.frontier.region import Region, Slope, Vector


class Pool:
    """Proposals by their values. Whatever is kept or proven is at once held against all that was before."""

    def __init__(self, axes: Sequence[Axis], region: Region) -> None:
        self._axes, self._region = tuple(axes), region
        self.found: dict[Vector, Found] = {}
        self.efficient: set[Vector] = set()
        """Values that are proven to be beaten by none."""

    def keep(self, found: Found) -> None:
        """Add a proposal; the first with its values stays."""
        if found.values not in self.found:
            self.found[found.values] = found
            self._region.found(found.values)
            self._hold([found.values], self._region.bounds, self._region.slopes)

    def change(self, found: Found) -> None:
        """Let a proposal stand for its values, whichever did before."""
        self.keep(found)
        self.found[found.values] = found

    def prove(self, bound: Vector) -> None:
        """Take in that nothing lies strictly below this on every axis."""
        self._region.proven(bound)
        self._hold(self.found, [bound], [])

    def prove_slope(self, slope: Slope) -> None:
        """Take in that nothing lies below this slope."""
        self._region.sloped(slope)
        self._hold(self.found, [], [slope])

    def prove_efficient(self, values: Vector) -> None:
        """Take in that nothing is as good on every axis and better on one."""
        self.efficient.add(values)
        for axis in range(len(self._axes)):
            self.prove(tuple(v if j == axis else v + 1 for j, v in enumerate(values)))

    def points(self) -> list[Vector]:
        """The values found that no other found beats, by the first axis; of those within a step one, proven if any."""
        kept: list[Vector] = []
        for values in sorted(self.found, key=lambda v: (v not in self.efficient, v)):
            if not any(self._covers(other, values) for other in kept):
                kept = [k for k in kept if not self._covers(values, k)] + [values]
        return sorted(kept)

    def start(self, asked: Asked) -> Found | None:
        """Of the proposals within the limits, the best on what is asked for: a neighbour on the frontier."""
        within = [
            v
            for v in self.found
            if all(x <= m for j, (x, m) in enumerate(zip(v, asked.most, strict=True)) if j != asked.axis)
        ]
        return self.found[min(within, key=lambda v: (asked.amount(v), v))] if within else None

    def _covers(self, first: Vector, second: Vector) -> bool:
        return all(x < y + a.step for x, y, a in zip(first, second, self._axes, strict=True))

    def _hold(self, found: Collection[Vector], bounds: Iterable[Vector], slopes: Iterable[Slope]) -> None:
        """Raise `Disagreement` when a proposal in hand lies where nothing can be."""
        slack = [PROOF_TOLERANCE * 2 // a.price for a in self._axes]
        said: list[Vector | Slope] = [b for b in bounds if any(self._below(v, b, slack) for v in found)]
        said += [s for s in slopes if any(s.rules_out(v) for v in found)]
        if said:
            raise Disagreement(f"a proposal lies where nothing was said to be: of {found}, below {said[0]}")

    def _below(self, values: Vector, bound: Vector, slack: Sequence[int]) -> bool:
        return all(v < b - s for v, b, s in zip(values, bound, slack, strict=True))
