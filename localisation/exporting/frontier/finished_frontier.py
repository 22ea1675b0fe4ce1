"""What every export of a frontier is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.exporting.input_digests import relative_path
from localisation.exporting.study.side_by_side import Entry
from localisation.pictures.frontier.frontier_chart import point_name
from localisation.pictures.frontier.reference_words import reference_name
from localisation.solving.frontier.frontier import Frontier
from localisation.solving.frontier.reference import Reference, Whose
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedFrontier:
    """The frontier, the scenario file it is of, and the folder its files will stand in.

    `given` is the file of the stored proposal that was asked about, if one was.
    """

    frontier: Frontier
    language: str
    scenario: Path
    area: str | None
    home: Path
    given: Path | None = None

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
    def beside(self) -> list[Entry]:
        """The given proposal with its name, unless it is itself one of the points."""
        nb, en = Texts("nb"), Texts("en")
        points = [p.proposal for p in self.frontier.points]
        return [
            Entry(
                file=self.file_of(r) or "",
                name=reference_name(r, nb),
                name_en=reference_name(r, en),
                proposal=r.proposal,
                assessment=r.assessment,
            )
            for r in self.frontier.references
            if r.whose is Whose.PROPOSAL and r.proposal not in points
        ]

    def file_of(self, reference: Reference) -> str | None:
        """The way from the folder to the file of a reference; today's situation has none."""
        if reference.whose is not Whose.PROPOSAL or self.given is None:
            return None
        return relative_path(self.given.resolve(), self.home.resolve())

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
