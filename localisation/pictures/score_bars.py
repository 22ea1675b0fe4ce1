"""How many points each alternative gets on each criterion."""

from collections.abc import Sequence

from localisation.domain.assessment import Assessment, CriterionResult
from localisation.domain.vocabulary import Strength
from localisation.pictures.bar_table import Bar, Heading, bar_table
from localisation.pictures.layers import Spec
from localisation.pictures.twin import Twin
from localisation.texts import Texts

_ALL = "all"
Named = tuple[str, Assessment]


def score_bars(alternatives: Sequence[Named], t: Texts, *, width: int = 1150) -> Spec:
    """One row a weighted criterion, the heaviest first; one column an alternative; all on one scale from 0 to 100."""
    weighted = _weighted(alternatives)
    every = [p for _, a in alternatives for p in (a.points, *(_points(a, r) for r in weighted))]
    low, high = min(0.0, *every), max(100.0, *every)
    rows = [Heading(key=_ALL, text=t("pictures.score.all"), strong=True)]
    rows += [
        Heading(key=r.criterion.id, text=_name(r, t), small=t("pictures.score.weight", weight=r.criterion.weight))
        for r in weighted
    ]
    columns = [
        Heading(key=str(i), text=name, small=t("pictures.score.scale"), low=low, high=high)
        for i, (name, _) in enumerate(alternatives)
    ]
    cells = []
    for i, (name, assessment) in enumerate(alternatives):
        values = {_ALL: assessment.points} | {r.criterion.id: _points(assessment, r) for r in weighted}
        for heading in rows:
            label = t.number(values[heading.key], 1)
            tip = f"{name}, {heading.text}: {label}"
            cells.append(Bar(row=heading.key, column=str(i), value=values[heading.key], label=label, tip=tip))
    return bar_table(rows, columns, cells, description=t("pictures.score.alt"), width=width, names_px=270)


def score_twin(alternatives: Sequence[Named], t: Texts) -> Twin:
    """The same points as a table."""
    weighted = _weighted(alternatives)
    first = (t("pictures.score.all"), "", *(t.number(a.points, 1) for _, a in alternatives))
    rest = (
        (_name(r, t), t.number(r.criterion.weight), *(t.number(_points(a, r), 1) for _, a in alternatives))
        for r in weighted
    )
    return Twin(
        caption=t("pictures.score.caption"),
        columns=(t("pictures.criterion"), t("pictures.weight"), *(name for name, _ in alternatives)),
        rows=(first, *rest),
        numeric=frozenset(range(1, len(alternatives) + 2)),
    )


def _weighted(alternatives: Sequence[Named]) -> list[CriterionResult]:
    """The weighted criteria that every alternative has points for."""
    ids = [{r.criterion.id for r in a.results if r.points is not None} for _, a in alternatives]
    common = set.intersection(*ids) if ids else set()
    found = [r for r in alternatives[0][1].results if r.criterion.strength is Strength.WEIGHT] if ids else []
    return sorted((r for r in found if r.criterion.id in common), key=lambda r: -r.criterion.weight)


def _points(assessment: Assessment, like: CriterionResult) -> float:
    return assessment.result(like.criterion.id).points or 0.0


def _name(result: CriterionResult, t: Texts) -> str:
    return (result.criterion.name_en if t.language == "en" else "") or result.criterion.name
