"""Which modes of travel a criterion rests on."""

from localisation.domain.scenario import Scenario
from localisation.domain.travel import MIX, Mode
from localisation.rules.base import Rule


def modes_used(rule: Rule, scenario: Scenario) -> dict[Mode, int]:
    """The modes whose times or lengths the rule's figure is made of, in per cent; none when it speaks of no travel."""
    mode = str(getattr(rule, "mode", MIX))
    if not rule.travels:
        return {}
    if rule.travels == "car":
        return {Mode.CAR: 100}
    if mode != MIX:
        return {Mode(mode): 100}
    mix = scenario.commute_by if rule.travels == "commute" else scenario.visits_by
    return {mode: share for mode, share in mix.shares.items() if share}
