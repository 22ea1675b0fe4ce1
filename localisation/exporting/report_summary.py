"""The recommendation, in one paragraph and a handful of figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from localisation.comparing.comparison import Comparison
from localisation.domain.transfers import transfers
from localisation.domain.vocabulary import Status, Strength
from localisation.exporting.goal_levels import has_several, on_first
from localisation.exporting.level_sentences import proof_by_level
from localisation.exporting.naming import name_in
from localisation.pictures.costs import costs
from localisation.pictures.money import currency, millions
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import Texts

SHOWN_MORE = 0.05
"""Points from which a difference shows in figures with one decimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFigure:
    """One figure a reader remembers; `estimated` says that it rests on estimates."""

    label: str
    value: str
    note: str
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The sentences make one paragraph; `points` stand below it, one by one."""

    sentences: tuple[str, ...]
    figures: tuple[HeadFigure, ...]
    points: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """All of it in order."""
        return (*self.sentences, *self.points)


def summary(comparison: Comparison, t: Texts, *, estimated: bool) -> Summary:
    """What the chosen alternative is, does and costs, against alternative 0."""
    instance, chosen, zero = comparison.instance, comparison.chosen, comparison.alternatives[0]
    place, years = instance.inventory.place, instance.scenario.horizon_years
    money = currency(place.currency, t)
    moved = sum(m.staff for m in transfers(instance.inventory, instance.travel, chosen.proposal))
    staff = sum(u.staff for u in instance.inventory.units)
    buildings, before = len(chosen.proposal.by_building), len(zero.proposal.by_building)
    new, old = costs(instance, chosen.proposal), costs(instance, zero.proposal)
    musts = [r for r in chosen.assessment.results if r.criterion.strength is Strength.MUST]
    broken = len(chosen.assessment.broken_musts)
    same = chosen is zero
    points = {"points": t.number(chosen.points, 1), "before": t.number(zero.points, 1), "where": on_first(instance, t)}
    first = "_first" if has_several(instance) else ""
    sentences = [
        t(f"report.summary.{'today' if same else 'recommend'}", name=name_in(chosen, t.language), place=place.name),
        t("report.summary.buildings", count=buildings, before=before, moved=moved, staff=staff),
        _cost_sentence(new.total, old.total, years, money, t),
        t(f"report.summary.points{first}{'_only' if same else ''}", **points),
        t(f"report.summary.musts_{'broken' if broken else 'hold'}", broken=broken, count=len(musts)),
        _proof_sentence(comparison, t),
        *_with_more_points(comparison, t),
        t("report.summary.estimates") if estimated else "",
    ]
    figures: list[tuple[str, str, dict[str, object]]] = [
        ("points", points["points"], {"before": points["before"]}),
        ("buildings", t.number(buildings), {"before": before}),
        ("moved", t.number(moved), {"staff": staff}),
        ("cost", millions(new.total, t), {"before": millions(old.total, t), "years": years}),
        ("annual", millions(new.annual, t), {"before": millions(old.annual, t)}),
        ("musts", t.number(len(musts) - broken), {"count": len(musts)}),
    ]
    certain = {"buildings", "musts"}
    return Summary(
        sentences=tuple(s for s in sentences if s),
        figures=tuple(
            HeadFigure(
                label=t(f"report.figure.{key}", currency=money, where=points["where"]),
                value=value,
                note=t(f"report.figure.{key}_note", **holes),
                estimated=estimated and key not in certain,
            )
            for key, value, holes in figures
        ),
    )


def _cost_sentence(new: int, old: int, years: int, money: str, t: Texts) -> str:
    difference = millions(abs(new - old), t)
    key = "same_cost" if new == old else "cheaper" if new < old else "dearer"
    holes = {"years": years, "cost": millions(new, t), "less": difference, "more": difference, "currency": money}
    return t(f"report.summary.{key}", **holes)


def _with_more_points(comparison: Comparison, t: Texts) -> Iterator[str]:
    """Why an alternative with more points is not the one recommended: it breaks musts, or the search missed it."""
    if has_several(comparison.instance) or comparison.chosen.status is Status.HELD:
        return
    for other in comparison.alternatives:
        if other.status is Status.HELD or other.points < comparison.chosen.points + SHOWN_MORE:
            continue
        musts = tuple(name_in(r.criterion, t.language) for r in other.assessment.broken_musts)
        key = "more_points_broken" if musts else "more_points"
        holes = {"name": name_in(other, t.language), "points": t.number(other.points, 1), "count": len(musts)}
        yield t(f"report.summary.{key}", **holes, musts=musts)


def _proof_sentence(comparison: Comparison, t: Texts) -> str:
    chosen = comparison.chosen
    if has_several(comparison.instance) and chosen.status in {Status.OPTIMAL, Status.FEASIBLE}:
        return " ".join(proof_by_level(comparison.instance, chosen.runs, t))
    if chosen.status is not Status.FEASIBLE:
        return t(f"report.summary.{chosen.status}")
    run = next(r for r in chosen.runs if r.status is not Status.OPTIMAL)
    if run.value is None or run.bound is None:
        return t("report.summary.unknown")
    return t("report.summary.feasible", points=t.number(max(0, run.value - run.bound) / GOAL_UNITS, 2))
