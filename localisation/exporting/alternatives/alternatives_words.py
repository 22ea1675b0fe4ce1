"""What is said of alternatives as a whole, and of each, alike on the page, in the workbook and in the terminal."""

from localisation.domain.vocabulary import Status
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.naming import name_in
from localisation.pictures.twin import Twin
from localisation.solving.alternatives.all_optimal import AllOptimal
from localisation.solving.goal import GOAL_UNITS
from localisation.texts import Texts


def alternatives_sentences(run: FinishedAlternatives, t: Texts) -> list[str]:
    """How many, within what, whether there are more, and what is proven."""
    found = run.found
    if isinstance(found, AllOptimal):
        count = len(found.proposals)
        best = "optimal" if found.proven else "as_good"
        only = found.complete and found.proven and count == 1
        key = "only" if only else f"{best}_{'all' if found.complete else 'some'}"
        said = [t(f"alternatives.said.{key}", count=count)]
    else:
        within = t.number(found.within_goal / GOAL_UNITS, 2)
        count = len(found.alternatives)
        said = [t(f"alternatives.said.{'near' if count else 'none'}", count=count, within=within)]
        if count:
            furthest = all(a.proven for a in found.alternatives)
            said.append(t(f"alternatives.said.{'furthest' if furthest else 'not_furthest'}"))
        if found.no_more:
            said.append(t("alternatives.said.no_more"))
        if run.best.status is not Status.OPTIMAL:
            said.append(t("alternatives.said.best_open"))
    if found.stopped:
        said.append(t("alternatives.said.stopped"))
    return said


def alternatives_title(run: FinishedAlternatives, t: Texts) -> str:
    """What the page is of."""
    kind = "optimal" if isinstance(run.found, AllOptimal) else "near"
    return t(f"alternatives.title.{kind}", place=run.instance.inventory.place.name)


def alternatives_twin(run: FinishedAlternatives, t: Texts) -> Twin:
    """One row each: the score, what it loses, how far it is from the nearest other, and what is proven of that."""
    rows = []
    entries, apart = run.entries, run.differences()
    top = run.best.assessment.points
    for i, entry in enumerate(entries):
        others = [d for j, d in enumerate(apart[i]) if j != i]
        rows.append(
            (
                name_in(entry, t.language),
                t.number(entry.assessment.points, 2),
                t.number(max(0.0, top - entry.assessment.points), 2),
                t.number(apart[i][0]),
                t.number(min(others)) if others else "–",
                _certainty(run, i, t),
            )
        )
    unit = t(f"alternatives.unit.{run.differ}")
    heads = ("alternative", "points", "lost", "from_best", "nearest", "certainty")
    return Twin(
        caption=t("alternatives.table.caption"),
        columns=tuple(t(f"alternatives.table.{h}", unit=unit) for h in heads),
        rows=tuple(rows),
        numeric=frozenset({1, 2, 3, 4}),
    )


def _certainty(run: FinishedAlternatives, number: int, t: Texts) -> str:
    if number == 0:
        return t(f"report.status.{run.best.status}")
    if isinstance(run.found, AllOptimal):
        return t(f"alternatives.certainty.{'optimal' if run.found.proven else 'as_good'}")
    one = run.found.alternatives[number - 1]
    if one.proven:
        return t("alternatives.certainty.furthest")
    if one.at_most is None:
        return t("alternatives.certainty.unknown")
    unit = t(f"alternatives.unit.{run.differ}")
    return t("alternatives.certainty.open", least=one.least, most=one.at_most, unit=unit)


def difference_twin(run: FinishedAlternatives, t: Texts) -> Twin:
    """How much each differs from each."""
    names = [name_in(e, t.language) for e in run.entries]
    rows = tuple(
        (name, *("–" if i == j else t.number(d) for j, d in enumerate(line)))
        for i, (name, line) in enumerate(zip(names, run.differences(), strict=True))
    )
    return Twin(
        caption=t("alternatives.matrix.caption", unit=t(f"alternatives.unit.{run.differ}")),
        columns=(t("pictures.alternative"), *names),
        rows=rows,
        numeric=frozenset(range(1, len(names) + 1)),
    )
