"""Which measures a frontier is of: as they are called, or a sensible choice."""

from collections.abc import Sequence

from localisation.domain.criterion import Criterion
from localisation.domain.errors import LocalisationError
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.rules import RULES
from localisation.rules.base import MONEY_UNITS, Measure
from localisation.rules.goal import GOAL_UNITS, best_raw, levels, prices, scale
from localisation.rules.statement import rule_of, statements
from localisation.solving.frontier.axis import LEAST_PRICE, Axis
from localisation.texts import Texts

SCORE = "score"


class AxesUnusable(LocalisationError):
    """The measures asked for make no frontier: the text `frontier.fault.<cause>`, the name, and what there is."""

    def __init__(self, cause: str, name: str = "", known: Sequence[str] = ()) -> None:
        self.cause, self.name, self.known = cause, name, tuple(known)
        super().__init__(f"{cause} {name}")


def axes_of(instance: Instance, names: Sequence[str] = ()) -> tuple[Axis, ...]:
    """Two or three axes: criteria by id, groups of weighted criteria by name, "score" for the whole score.

    Without names: points lost on travel against points lost on money, or else the two criteria that weigh most. Raises
    `AxesUnusable` for unknown names, criteria that always hold, one named twice, and other numbers than two or three.
    """
    axes = tuple(_named(instance, name) for name in names) if names else _default(instance)
    if not 2 <= len(axes) <= 3:
        raise AxesUnusable("count" if names else "default", known=_known(instance))
    doubled = [a.id for i, a in enumerate(axes) if any(dict(a.factors) == dict(b.factors) for b in axes[:i])]
    if doubled:
        raise AxesUnusable("doubled", doubled[0])
    return axes


def _named(instance: Instance, name: str) -> Axis:
    criterion = next((c for c in instance.criteria if c.id == name), None)
    if criterion is not None:
        if criterion.strength is Strength.MUST and not issubclass(RULES[criterion.rule], Measure):
            raise AxesUnusable("must", name, _known(instance))
        return _of_criterion(criterion)
    if name.lower() == SCORE:
        return _of_score(instance)
    wanted = name.casefold()
    group = [c for c in _weighted(instance) if wanted in (c.group.casefold(), c.group_en.casefold())]
    if not group:
        raise AxesUnusable("unknown", name, _known(instance))
    if len(group) == 1:
        return _of_criterion(group[0])
    return _together(instance, group[0].group, group, group[0].group, group[0].group_en)


def _default(instance: Instance) -> tuple[Axis, ...]:
    weighted = [c for c in _weighted(instance) if issubclass(RULES[c.rule], Measure)]
    money = [c for c in weighted if getattr(RULES[c.rule], "unit", "") in MONEY_UNITS]
    travel = [c for c in weighted if RULES[c.rule].travels == "visits" and c not in money]
    travel = travel or [c for c in weighted if RULES[c.rule].travels and c not in money]
    if money and travel:
        return _kind(instance, "travel", travel), _kind(instance, "money", money)
    heaviest = sorted(_weighted(instance), key=lambda c: (-c.weight, c.id))
    return tuple(_of_criterion(c) for c in heaviest[:2])


def _kind(instance: Instance, kind: str, criteria: Sequence[Criterion]) -> Axis:
    if len(criteria) == 1:
        return _of_criterion(criteria[0])
    name, name_en = (Texts(language)(f"frontier.axis.{kind}") for language in ("nb", "en"))
    return _together(instance, kind, criteria, name, name_en)


def _of_criterion(criterion: Criterion) -> Axis:
    ends = scale(criterion, rule_of(criterion))
    price = LEAST_PRICE if ends is None else max(LEAST_PRICE, 100 * GOAL_UNITS // (ends[1] - ends[0]))
    return Axis(
        id=criterion.id,
        name=criterion.name,
        name_en=criterion.name_en,
        factors={criterion.id: 1},
        price=price,
        criterion=criterion,
    )


def _of_score(instance: Instance) -> Axis:
    ids = levels(instance)[0]
    criteria = [c for c in instance.criteria if c.id in ids]
    if not criteria:
        raise AxesUnusable("unknown", SCORE, _known(instance))
    name, name_en = (Texts(language)("frontier.axis.score") for language in ("nb", "en"))
    return _together(instance, SCORE, criteria, name, name_en)


def _together(instance: Instance, key: str, criteria: Sequence[Criterion], name: str, name_en: str) -> Axis:
    """Points lost on the criteria's own weighted mean, in goal units."""
    ids = tuple(c.id for c in criteria)
    stated = [s for s in statements(instance) if s.criterion.id in ids]
    factors = prices(stated, ids)
    lost_at_none = -sum(factors[s.criterion.id] * best_raw(s) for s in stated)
    return Axis(id=key, name=name, name_en=name_en, factors=factors, constant=lost_at_none, step=LEAST_PRICE)


def _weighted(instance: Instance) -> list[Criterion]:
    return [c for c in instance.criteria if c.strength is Strength.WEIGHT]


def _known(instance: Instance) -> list[str]:
    """What can be an axis: criteria that are measured, groups of weighted ones, the score."""
    measured = [
        c.id for c in instance.criteria if c.strength is not Strength.MUST or issubclass(RULES[c.rule], Measure)
    ]
    groups = dict.fromkeys(c.group for c in _weighted(instance) if c.group)
    return [*measured, *groups, SCORE]
