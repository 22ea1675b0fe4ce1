"""The points of a frontier with what is known of them."""

from collections.abc import Collection, Sequence

from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.frontier import FrontierPoint
from localisation.solving.frontier.knee import knee
from localisation.solving.frontier.pool import Pool
from localisation.solving.frontier.region import Region, Vector

_KNEE_BAND = 0.5
"""With a larger part of the band undecided, where the frontier bends is not known."""


def points_of(
    axes: Sequence[Axis],
    pool: Pool,
    region: Region,
    *,
    values: Sequence[Vector],
    highest: Vector,
    band: float,
    settled: Collection[Vector],
) -> tuple[FrontierPoint, ...]:
    """The points with these `values`, which are in the pool.

    `best_on`, `least_on` and `knee` are told of these points alone: of a number asked for, of those told apart.

    `settled` are the values for which the best proposal is proven, `band` is undecided, no value is above `highest`.
    """
    bend = knee(values) if band <= _KNEE_BAND else None
    best = [min(v[j] for v in values) for j in range(len(axes))]
    least = [region.least(j, highest) for j in range(len(axes))]
    return tuple(
        FrontierPoint(
            values=point,
            proposal=pool.found[point].proposal,
            assessment=pool.found[point].assessment,
            proven=not region.is_open(point),
            room=region.room(point),
            best_on=tuple(a.id for j, a in enumerate(axes) if point[j] < best[j] + a.step),
            least_on=tuple(
                a.id for j, a in enumerate(axes) if (known := least[j]) is not None and point[j] < known + a.step
            ),
            knee=number == bend,
            settled=point in settled,
        )
        for number, point in enumerate(values)
    )
