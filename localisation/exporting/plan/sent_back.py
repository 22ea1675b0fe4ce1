"""Placements that were sent back because their plan breaks a must, in sentences."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from localisation.texts import Texts


class SentBack(Protocol):
    """A placement with its points and, by language, why it cannot be carried out."""

    @property
    def points(self) -> float:
        """What it would have given."""

    @property
    def why(self) -> Mapping[str, str]:
        """Why not."""


def sent_back(placements: Iterable[SentBack], t: Texts) -> tuple[str, ...]:
    """One sentence for each reason, in the order they were met: how many, the points of each, and why."""
    reasons: dict[str, list[float]] = {}
    for found in placements:
        reasons.setdefault(found.why.get(t.language, ""), []).append(found.points)
    return tuple(
        t("plan.rejected.line", count=len(points), points="; ".join(t.number(p, 1) for p in points), why=why)
        for why, points in reasons.items()
    )
