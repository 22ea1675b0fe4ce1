"""What is said of how robust a recommendation is, alike on the page, in the workbook and in the terminal."""

from collections.abc import Iterator
from dataclasses import replace

from localisation.domain.vocabulary import Status
from localisation.exporting.naming import name_in
from localisation.exporting.robustness.change_words import change_text
from localisation.pictures.robustness.range_words import (
    criterion_name,
    high_text,
    low_text,
    most_sensitive_first,
    range_text,
)
from localisation.solving.robustness.change import Kind
from localisation.solving.robustness.draws import SPREAD_PERCENT
from localisation.solving.robustness.flip_point import FlipPoint
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.tried import Verdict
from localisation.solving.robustness.weight_range import WeightRange
from localisation.texts import Texts


def summary(study: Robustness, t: Texts) -> list[str]:
    """The few sentences that come first: does it hold, what overturns it, how often does it win."""
    said = []
    if study.surpassed is not None:
        said.append(t("sensitivity.said.surpassed", name=name_in(study.surpassed, t.language)))
    elif study.best.status is not Status.OPTIMAL:
        said.append(t("sensitivity.said.not_proven"))
    tried, turned = len(study.tried), len(study.overturned)
    if tried:
        proven = sum(one.verdict is Verdict.HOLDS for one in study.tried)
        said.append(t("sensitivity.said.tried", tried=tried, turned=turned, proven=proven))
    if study.untried:
        said.append(t("sensitivity.said.untried", count=study.untried))
    if study.rivals:
        share = t.number(100 * study.draws.share(0))
        holes = {"share": share, "count": study.draws.count, "spread": SPREAD_PERCENT, "compared": study.rivals + 1}
        holes["proven"] = study.proven
        said.append(t("sensitivity.said.draws", **holes))
    else:
        said.append(t("sensitivity.said.no_rivals"))
    if len(study.best.assessment.goal) > 1:
        said.append(t("sensitivity.said.levels"))
    return said


def range_sentences(study: Robustness, t: Texts) -> Iterator[str]:
    """One sentence a criterion, the most sensitive first: within what weights it holds, or is proven to."""
    for one in most_sensitive_first(study.ranges):
        if study.rivals:
            yield range_sentence(one, t)
        elif one.sure is not None and one.sure[0] < one.sure[1]:
            low, high = low_text(one.sure[0], t), high_text(one.sure[1], t)
            name = criterion_name(one, t)
            yield t("sensitivity.holds.proven", low=low, high=high, name=name, weight=one.criterion.weight)


def range_sentence(one: WeightRange, t: Texts) -> str:
    """Within what weights the recommendation holds, what leads beyond, and what is proven."""
    return " ".join(_parts(one, t))


def _parts(one: WeightRange, t: Texts) -> Iterator[str]:
    holes = {"name": criterion_name(one, t), "weight": one.criterion.weight}
    if one.empty:
        yield t("sensitivity.holds.never", **holes)
        return
    if not one.holds:
        yield t("sensitivity.holds.elsewhere", range=range_text(one.low, one.high, t), **holes)
        return
    low, high = low_text(one.low, t), "" if one.high is None else high_text(one.high, t)
    limits = (one.low > 0, one.high is not None)
    key = {(True, True): "between", (True, False): "from", (False, True): "to", (False, False): "always"}[limits]
    if key != "always" and not one.proven:
        key += "_unbeaten"
    yield t(f"sensitivity.holds.{key}", low=low, high=high, **holes)
    if one.below is not None:
        yield t("sensitivity.holds.below", low=low, proposal=name_in(one.below, t.language))
    if one.above is not None:
        yield t("sensitivity.holds.above", high=high, proposal=name_in(one.above, t.language))
    if one.sure is not None and one.sure[0] < one.sure[1]:
        yield t("sensitivity.holds.sure", low=low_text(one.sure[0], t), high=high_text(one.sure[1], t))


def among(study: Robustness, t: Texts) -> str:
    """Among how many proposals the ranges hold, or that there are none to hold it against."""
    if not study.rivals:
        return t("sensitivity.said.no_rivals")
    return t("sensitivity.said.among", count=study.rivals + 1)


def flip_sentences(study: Robustness, t: Texts) -> Iterator[str]:
    """Where the recommendation turns, for each change that was followed up."""
    for flip in study.flips:
        yield _flip_sentence(flip, study, t)


def _flip_sentence(flip: FlipPoint, study: Robustness, t: Texts) -> str:
    change = flip.change
    if change.kind is Kind.WEIGHT:
        criterion = change.weighted(study.instance)
        ends = sorted((flip.holds * criterion.weight, flip.flips * criterion.weight))
        holes = {"name": name_in(criterion, t.language), "weight": criterion.weight}
        low, high = (t.number(float(x), 1) for x in ends)
        if flip.holds == flip.flips:
            return t(f"sensitivity.flip.weight_{'proven' if flip.proven else 'found'}", at=low, **holes)
        return t("sensitivity.flip.weight_between", low=low, high=high, **holes)
    key = "figure_at_once" if flip.holds == 1 else f"figure_{'proven' if flip.proven else 'found'}"
    holds, flips = (change_text(replace(change, factor=f), study.instance, t) for f in (flip.holds, flip.flips))
    return t(f"sensitivity.flip.{key}", holds=holds, flips=flips)
