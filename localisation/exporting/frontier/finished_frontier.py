"""What every export of a frontier is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.exporting.study.side_by_side import Entry
from localisation.pictures.frontier.frontier_chart import point_name
from localisation.solving.frontier.frontier import Frontier
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedFrontier:
    """The frontier, the scenario file it is of, and the folder its files will stand in."""

    frontier: Frontier
    language: str
    scenario: Path
    area: str | None
    home: Path

    @property
    def entries(self) -> list[Entry]:
        """The points as proposals with names."""
        nb, en = Texts("nb"), Texts("en")
        return [
            Entry(
                file=f"points/point-{i + 1:03}.json",
                name=point_name(i, nb),
                name_en=point_name(i, en),
                proposal=p.proposal,
                assessment=p.assessment,
            )
            for i, p in enumerate(self.frontier.points)
        ]

    @property
    def chosen(self) -> int:
        """The point that stands out: the knee, or else the one with the best score."""
        points = self.frontier.points
        bend = next((i for i, p in enumerate(points) if p.knee), None)
        return max(range(len(points)), key=lambda i: points[i].assessment.points) if bend is None else bend

    def shown(self, most: int) -> list[int]:
        """The numbers of at most so many points: the ends and the chosen one, and others evenly between them."""
        count = len(self.frontier.points)
        if count <= most:
            return list(range(count))
        some = {0, count - 1, self.chosen}
        spread = (round(i * (count - 1) / (most - 1)) for i in range(most))
        for number in spread:
            if len(some) < most:
                some.add(number)
        return sorted(some)
