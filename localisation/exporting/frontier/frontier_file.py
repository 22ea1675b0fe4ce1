"""frontier.json: every point with its whole proposal, what is proven of it, and what the file rests on."""

from pathlib import Path
from typing import Literal

from localisation.domain.frozen import Frozen
from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.stored_kind import StoredKind
from localisation.exporting.study.stored_entry import Basis, StoredEntry, as_json, basis_of, stored_entry
from localisation.pictures.frontier.axis_scale import axis_unit, axis_value
from localisation.solving.frontier.reference import Reference
from localisation.texts import Texts


class AxisRow(Frozen):
    """A measure: its value is `constant` and the raw amount of each criterion times its factor."""

    id: str
    name: str
    unit: str
    factors: dict[str, int]
    constant: int
    step: int


class PointRow(Frozen):
    """A point: whole-number values by axis, as they are shown, and how much better each could be (null: not known).

    `settled`: no proposal with these values has a better score, proven.
    """

    number: int
    values: tuple[int, ...]
    shown: tuple[float, ...]
    proven: bool
    room: tuple[int | None, ...]
    best_on: tuple[str, ...]
    knee: bool
    settled: bool
    proposal: StoredEntry


class ReferenceRow(Frozen):
    """What the points are held against: `point` is the number of the one with its values, `beaten_by` of those better.

    One that meets every must (`broken_musts` is empty) has either. `file` is the way from the file's own folder.
    """

    whose: Literal["today", "proposal"]
    file: str | None
    values: tuple[int, ...]
    shown: tuple[float, ...]
    points: float
    broken_musts: tuple[str, ...]
    point: int | None
    beaten_by: tuple[int, ...]


class FrontierFile(Frozen):
    """A stored frontier. Nothing lies strictly below every one of the `corners`."""

    schema_version: Literal[1] = 1
    kind: Literal[StoredKind.FRONTIER] = StoredKind.FRONTIER
    basis: Basis
    axes: tuple[AxisRow, ...]
    points: tuple[PointRow, ...]
    references: tuple[ReferenceRow, ...]
    corners: tuple[tuple[int, ...], ...]
    gap: float
    complete: bool
    stopped: bool
    seconds: float
    questions: int


def frontier_file(run: FinishedFrontier) -> FrontierFile:
    """The frontier as it is stored."""
    frontier, t = run.frontier, Texts(run.language)
    place = frontier.instance.inventory.place
    return FrontierFile(
        basis=basis_of(frontier.instance, run.scenario, run.area, run.home),
        axes=tuple(
            AxisRow(
                id=a.id,
                name=a.name,
                unit=axis_unit(a, place, t),
                factors=dict(a.factors),
                constant=a.constant,
                step=a.step,
            )
            for a in frontier.axes
        ),
        points=tuple(
            PointRow(
                number=i + 1,
                values=p.values,
                shown=tuple(axis_value(a, v) for a, v in zip(frontier.axes, p.values, strict=True)),
                proven=p.proven,
                room=p.room,
                best_on=p.best_on,
                knee=p.knee,
                settled=p.settled,
                proposal=stored_entry(e.file, p.proposal, p.assessment),
            )
            for i, (p, e) in enumerate(zip(frontier.points, run.entries, strict=True))
        ),
        references=tuple(_reference(run, r) for r in frontier.references),
        corners=frontier.corners,
        gap=frontier.gap,
        complete=frontier.complete,
        stopped=frontier.stopped,
        seconds=frontier.seconds,
        questions=frontier.questions,
    )


def _reference(run: FinishedFrontier, reference: Reference) -> ReferenceRow:
    point, beaten = run.frontier.standing(reference)
    each = zip(run.frontier.axes, reference.values, strict=True)
    return ReferenceRow(
        whose=reference.whose.value,
        file=run.file_of(reference),
        values=reference.values,
        shown=tuple(axis_value(a, v) for a, v in each),
        points=reference.assessment.points,
        broken_musts=tuple(r.criterion.id for r in reference.assessment.broken_musts),
        point=None if point is None else point + 1,
        beaten_by=tuple(i + 1 for i in beaten),
    )


def write_frontier_file(path: Path, run: FinishedFrontier) -> None:
    """Write frontier.json."""
    path.write_text(as_json(frontier_file(run)), "utf-8")
