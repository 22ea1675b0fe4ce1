"""A must made one step looser, where it has a number."""

from collections.abc import Iterator
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.rules.base import Measure
from localisation.rules.statement import rule_of
from localisation.solving.explaining.loosen import with_bound, with_parameter, with_space
from localisation.solving.explaining.price import Gain, Looser

STEP_PERCENT = 5
"""How much a bound or the room in every building grows in one step."""
_UNKNOWN = Gain(least=0.0, most=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LooserStep:
    """The instance with one must a step looser, and what the step is; the gain is not known yet."""

    instance: Instance
    looser: Looser


def looser_steps(instance: Instance, criterion: str) -> Iterator[LooserStep]:
    """One step for each number of a must: a parameter by 1, a bound or the room in every building by 5 per cent."""
    row = next(c for c in instance.criteria if c.id == criterion)
    rule = rule_of(row)
    if isinstance(rule, Measure):
        now = row.at_most or 0
        then = now + max(1, -(-abs(now) * STEP_PERCENT // 100))
        looser = Looser(kind="bound", now=now, then=then, gain=_UNKNOWN)
        yield LooserStep(instance=with_bound(instance, criterion, then), looser=looser)
        return
    if rule.looser_with_space:
        kinds = getattr(rule, rule.looser_with_space)
        more = {
            (b.id, kind): -(-space * STEP_PERCENT // 100)
            for b in instance.inventory.buildings
            for kind, space in b.spaces.items()
            if kind in kinds and space
        }
        looser = Looser(kind="space", now=100, then=100 + STEP_PERCENT, gain=_UNKNOWN)
        yield LooserStep(instance=with_space(instance, more), looser=looser)
        return
    for key, step in rule.looser.items():
        now = int(getattr(rule, key))
        changed = with_parameter(instance, criterion, key, now + step)
        if changed is not None:
            looser = Looser(kind="parameter", parameter=key, now=now, then=now + step, gain=_UNKNOWN)
            yield LooserStep(instance=changed, looser=looser)
