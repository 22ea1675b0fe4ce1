"""The answer to what if as page, file and a proposal of its own."""

from pathlib import Path
from typing import Literal

from localisation.domain.frozen import Frozen
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.exporting.explained.change import changes
from localisation.exporting.robustness.what_if_words import WhatIfWords
from localisation.exporting.stored_kind import StoredKind
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.exporting.study.side_by_side import Entry
from localisation.exporting.study.stored_entry import (
    Basis,
    StoredEntry,
    as_json,
    basis_of,
    stored_entry,
    write_entries,
)
from localisation.solving.robustness.what_if import WhatIf
from localisation.solving.verify import assess
from localisation.texts import Texts

WHAT_IF_FILES = ("whatif.html", "whatif.json")
PROPOSAL = "proposal.json"
OUR_FILES = (*WHAT_IF_FILES, PROPOSAL)


class AskedRow(Frozen):
    """A unit that has a site in a building, or none there."""

    unit: str
    building: str
    there: bool


class ChangedRow(Frozen):
    """A weighted criterion before and after, as it is shown; `points` is what it gives of the score."""

    id: str
    before: float
    after: float
    points: float | None


class WhatIfFile(Frozen):
    """A stored answer. Points are by the criteria as wished, before and after; `better_by` is null when not known.

    `before` and `after` have whole proposals; proposal.json has `after` measured by the scenario as it is.
    """

    schema_version: Literal[1] = 1
    kind: Literal[StoredKind.WHAT_IF] = StoredKind.WHAT_IF
    basis: Basis
    asked: tuple[AskedRow, ...]
    weights: dict[str, int]
    dropped: tuple[str, ...]
    status: Status
    better_by: float | None
    before: StoredEntry
    after: StoredEntry
    before_meets_musts: bool
    criteria: tuple[ChangedRow, ...]
    moved: tuple[str, ...]
    fewest_moved: bool


def what_if_file(answer: WhatIf, basis: Basis) -> WhatIfFile:
    """The answer as it is stored; there must be one."""
    assert answer.found is not None
    found = answer.found.assessment
    return WhatIfFile(
        basis=basis,
        asked=tuple(AskedRow(unit=a.unit, building=a.building, there=a.there) for a in answer.wish.asked),
        weights=dict(answer.wish.weights),
        dropped=tuple(sorted(answer.wish.dropped)),
        status=answer.found.status,
        better_by=answer.better_by,
        before=stored_entry("", answer.before, answer.assessment),
        after=stored_entry(PROPOSAL, answer.found.proposal, found),
        before_meets_musts=answer.assessment.valid,
        criteria=tuple(
            ChangedRow(id=c.criterion.id, before=c.before, after=c.after, points=c.points)
            for c in changes(answer.changed, answer.assessment, found)
        ),
        moved=answer.moved,
        fewest_moved=answer.fewest,
    )


def write_what_if(
    folder: Path, answer: WhatIf, instance: Instance, language: str, *, scenario: Path, area: str | None, home: Path
) -> tuple[str, ...]:
    """Write every file into a folder; gives their names, the one to read first in front."""
    assert answer.found is not None
    write_study(folder / "whatif.html", instance, lambda t: _study(instance, answer, t), first=language)
    basis = basis_of(instance, scenario, area, home)
    (folder / "whatif.json").write_text(as_json(what_if_file(answer, basis)), "utf-8")
    entry = Entry(
        file=PROPOSAL,
        name=Texts("nb")("whatif.after"),
        name_en=Texts("en")("whatif.after"),
        proposal=answer.found.proposal,
        assessment=assess(instance, answer.found.proposal),
    )
    write_entries(folder, instance, [entry], scenario=scenario, area=area, home=home)
    return OUR_FILES


def _study(instance: Instance, answer: WhatIf, t: Texts) -> Study:
    assert answer.found is not None
    words = WhatIfWords(instance, answer, t)
    moves, works = tuple(words.moves()), tuple(words.works())
    before, after = answer.assessment.points, answer.found.assessment.points
    told = (t(words.moves_key()), *moves) if moves else (t("whatif.nobody"),)
    sections = [
        Section(key="wish", heading=t("whatif.section.wish"), paragraphs=tuple(words.wishes())),
        Section(key="scores", heading=t("whatif.section.scores"), tables=(words.twin(),)),
        Section(key="moves", heading=t("whatif.section.moves"), paragraphs=told),
    ]
    if works:
        sections.append(Section(key="works", heading=t("whatif.section.works"), paragraphs=works))
    return Study(
        title=t("whatif.title", place=instance.inventory.place.name),
        lead=" ".join(words.verdict()),
        figures=(
            Figure(label=t("whatif.figure.before"), value=t.number(before, 2)),
            Figure(label=t("whatif.figure.after"), value=t.number(after, 2)),
            Figure(label=t("whatif.figure.moved"), value=t.number(len(answer.moved))),
        ),
        sections=tuple(sections),
    )
