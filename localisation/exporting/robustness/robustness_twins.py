"""The tables of a study of robustness."""

from localisation.exporting.naming import name_in
from localisation.exporting.robustness.change_words import change_text
from localisation.pictures.robustness.range_words import criterion_name, most_sensitive_first, range_text
from localisation.pictures.twin import Twin
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.tried import Tried, Verdict
from localisation.texts import Texts


def ranges_twin(study: Robustness, t: Texts) -> Twin:
    """One row a criterion: its weight, the range among those compared, what is proven against all, who leads beyond."""
    rows = []
    for one in most_sensitive_first(study.ranges):
        below, above = (name_in(k, t.language) if k is not None else "–" for k in (one.below, one.above))
        whole = t("sensitivity.range.none") if one.empty else range_text(one.low, one.high, t)
        if not study.rivals:
            whole = "–"
        sure = range_text(*one.sure, t) if one.sure is not None else "–"
        rows.append((criterion_name(one, t), t.number(one.criterion.weight), whole, sure, below, above))
    return Twin(
        caption=t("sensitivity.ranges.caption"),
        columns=tuple(
            t(f"sensitivity.ranges.{head}") for head in ("criterion", "weight", "compared", "sure", "below", "above")
        ),
        rows=tuple(rows),
        numeric=frozenset({1}),
    )


def tried_twin(study: Robustness, t: Texts) -> Twin:
    """One row a change: how the recommendation stands, what keeping it loses, how many then sit elsewhere."""
    rows = tuple(
        (
            change_text(one.change, study.instance, t),
            verdict_text(one, t),
            regret_text(one, t),
            t.number(one.elsewhere) if one.found is not None else "–",
        )
        for one in study.tried
    )
    heads = ("change", "verdict", "regret", "elsewhere")
    return Twin(
        caption=t("sensitivity.tried.caption"),
        columns=tuple(t(f"sensitivity.tried.{head}") for head in heads),
        rows=rows,
        numeric=frozenset({2, 3}),
    )


def known_twin(study: Robustness, t: Texts) -> Twin:
    """One row a known proposal: its score, how far it is from the recommendation, how often it wins."""
    own = study.known[0].proposal
    rows = tuple(
        (
            name_in(one, t.language),
            t.number(one.assessment.points, 2),
            t.number(difference(own, one.proposal, Differ.PEOPLE)),
            _wins(study, i, t),
        )
        for i, one in enumerate(study.known)
    )
    heads = ("proposal", "points", "elsewhere", "wins")
    return Twin(
        caption=t("sensitivity.known.caption", count=study.draws.count),
        columns=tuple(t(f"sensitivity.known.{head}") for head in heads),
        rows=rows,
        numeric=frozenset({1, 2, 3}),
    )


def _wins(study: Robustness, number: int, t: Texts) -> str:
    if not study.known[number].competes:
        return t("sensitivity.known.unlawful")
    return f"{t.number(100 * study.draws.share(number), 1)} %" if study.rivals else "–"


def sites_twin(study: Robustness, t: Texts, *, whole: bool = False) -> Twin:
    """One row for each site that the winners do not all have alike (`whole`: all), with how often they have it."""
    inventory, draws = study.instance.inventory, study.draws
    own = study.known[0].proposal
    rows = tuple(
        (
            unit.name,
            building.name,
            t.value(building.id in own.sites(unit.id)),
            f"{t.number(100 * times / draws.count, 1)} %",
        )
        for unit in inventory.units
        for building in inventory.buildings
        if (times := draws.sites.get((unit.id, building.id), 0)) and (whole or times < draws.count)
    )
    return Twin(
        caption=t("sensitivity.sites.caption", count=draws.count),
        columns=tuple(t(f"sensitivity.sites.{head}") for head in ("unit", "building", "own", "share")),
        rows=rows,
        numeric=frozenset({3}),
    )


def verdict_text(one: Tried, t: Texts) -> str:
    """How the recommendation stands after a change."""
    musts = tuple(name_in(r.criterion, t.language) for r in one.assessment.broken_musts)
    holes = {"musts": musts} if one.verdict in {Verdict.BREAKS, Verdict.UNKNOWN} else {}
    return t(f"sensitivity.verdict.{one.verdict}", **holes)


def regret_text(one: Tried, t: Texts) -> str:
    """Points that keeping the recommendation loses; a range where the best is not proven."""
    if one.regret is None:
        return "–"
    least, most = one.regret
    low = t.number(least, 2)
    if most is None:
        return t("sensitivity.regret.open", least=low)
    high = t.number(most, 2)
    return low if low == high else t("sensitivity.regret.between", least=low, most=high)
