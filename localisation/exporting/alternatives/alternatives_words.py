"""What is said of alternatives as a whole, and of each, alike on the page, in the workbook and in the terminal."""

from localisation.domain.vocabulary import Status
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.goal_levels import has_several, level_words
from localisation.exporting.naming import name_in
from localisation.pictures.twin import Twin
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.alternatives.all_optimal import AllOptimal
from localisation.texts import Texts

_OF_FIRST = ("points", "lost", "behind")
"""Columns that are of the first goal level alone."""


def alternatives_sentences(run: FinishedAlternatives, t: Texts) -> list[str]:
    """How many, within what of which, what is open for that one, whether there are more, and what is proven."""
    found, best = run.found, _best(run, t)
    if isinstance(found, AllOptimal):
        count = len(found.proposals)
        kind = "optimal" if found.proven else "as_good"
        only = found.complete and found.proven and count == 1
        key = "only" if only else f"{kind}_{'all' if found.complete else 'some'}"
        said = [t(f"alternatives.said.{key}", count=count, best=best), *_open(run, t)]
    else:
        within, count = within_points(run, t), len(found.alternatives)
        said = [t(f"alternatives.said.{'near' if count else 'none'}", count=count, within=within, best=best)]
        if found.cut_short:
            said.append(t("alternatives.said.cut_short", count=count, asked=found.asked))
        said += _open(run, t)
        if count:
            furthest = all(a.proven for a in found.alternatives)
            said.append(t(f"alternatives.said.{'furthest' if furthest else 'not_furthest'}"))
        if found.no_more:
            said.append(t("alternatives.said.no_more"))
    said += _levels(run, t)
    if found.stopped:
        said.append(t("alternatives.said.stopped"))
    return said


def largest_losses(run: FinishedAlternatives, t: Texts) -> dict[str, float]:
    """The most that any alternative loses on each goal level after the first, by the level in words."""
    entries = run.entries
    losses = [run.lost_later(e.assessment) for e in entries]
    return {level_words(run.instance, n, t): max(lost[n] for lost in losses) for n in losses[0]}


def _levels(run: FinishedAlternatives, t: Texts) -> list[str]:
    """That the points are those of the first goal level, and what is lost on the others; nothing when it is alone."""
    largest = largest_losses(run, t)
    if not largest:
        return []
    later = [t("alternatives.said.largest", level=level, points=t.number(lost, 2)) for level, lost in largest.items()]
    return [t("alternatives.said.first_level", first=level_words(run.instance, 1, t), later=later)]


def within_points(run: FinishedAlternatives, t: Texts) -> str:
    """The limit, without decimals it does not need."""
    within = 0 if isinstance(run.found, AllOptimal) else run.found.within_goal / GOAL_UNITS
    return t.number(within, 0 if float(within).is_integer() else 2)


def open_words(run: FinishedAlternatives, t: Texts) -> str:
    """How much is open for the best, in a few words."""
    if run.best_open is None:
        return t("alternatives.open.unknown")
    key = "at_most" if run.best_open else "none"
    return t(f"alternatives.open.{key}", points=t.number(run.best_open, 2))


def _best(run: FinishedAlternatives, t: Texts) -> str:
    return t(f"alternatives.best.{run.best_is}.phrase")


def _open(run: FinishedAlternatives, t: Texts) -> list[str]:
    """How far the best known may be from the best possible, and which alternatives turned out to be better than it."""
    if run.status is Status.OPTIMAL:
        return []
    key, best = "unknown" if run.best_open is None else "at_most" if run.best_open else "later", _best(run, t)
    said = [t(f"alternatives.said.open_{key}", best=best, open=t.number(run.best_open or 0.0, 2))]
    better = [(run.lost(e.assessment), name_in(e, t.language)) for e in run.entries[1:] if run.lost(e.assessment) < 0]
    if better:
        gain, name = min(better)
        said.append(t("alternatives.said.better", name=name, gain=t.number(-gain, 2), best=best))
    return said


def alternatives_title(run: FinishedAlternatives, t: Texts) -> str:
    """What the page is of."""
    kind = "optimal" if isinstance(run.found, AllOptimal) else "near"
    return t(f"alternatives.title.{kind}", place=run.instance.inventory.place.name)


def alternatives_twin(run: FinishedAlternatives, t: Texts) -> Twin:
    """One row each: the score, what it loses, how far it is from the nearest other, and what is proven of that."""
    rows = []
    entries, apart = run.entries, run.differences()
    for i, entry in enumerate(entries):
        others = [d for j, d in enumerate(apart[i]) if j != i]
        behind = run.behind(entry.assessment)
        rows.append(
            (
                name_in(entry, t.language),
                t.number(entry.assessment.points, 2),
                t.number(run.lost(entry.assessment), 2),
                "–" if behind is None else t.number(behind, 2),
                *(t.number(lost, 2) for lost in run.lost_later(entry.assessment).values()),
                t.number(apart[i][0]),
                t.number(min(others)) if others else "–",
                _certainty(run, i, t),
            )
        )
    heads = [
        heading(run, h, t) for h in ("alternative", "points", "lost", "behind", "from_best", "nearest", "certainty")
    ]
    heads[4:4] = later_headings(run, t)
    return Twin(
        caption=t("alternatives.table.caption"),
        columns=tuple(heads),
        rows=tuple(rows),
        numeric=frozenset(range(1, len(heads) - 1)),
    )


def heading(run: FinishedAlternatives, column: str, t: Texts) -> str:
    """The heading of a column, with the limit where there is one."""
    key = "lost_within" if column == "lost" and not isinstance(run.found, AllOptimal) else column
    unit = t(f"alternatives.unit.{run.differ}")
    said = t(f"alternatives.table.{key}", unit=unit, best=_best(run, t), within=within_points(run, t))
    first = column in _OF_FIRST and has_several(run.instance)
    return t("alternatives.table.first_level", heading=said) if first else said


def later_headings(run: FinishedAlternatives, t: Texts) -> list[str]:
    """The headings of the columns with what is lost on each goal level after the first."""
    numbers = run.lost_later(run.best.assessment)
    return [t("alternatives.table.lost_later", best=_best(run, t), level=n) for n in numbers]


def _certainty(run: FinishedAlternatives, number: int, t: Texts) -> str:
    if number == 0:
        return t(f"report.status.{run.status}")
    if isinstance(run.found, AllOptimal):
        return t(f"alternatives.certainty.{'optimal' if run.found.proven else 'as_good'}", best=_best(run, t))
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
