"""How much of each goal level those after it may give up."""

from localisation.domain.instance import Instance
from localisation.rules.goal import relocation_levels
from localisation.rules.relocation.plan_deviation import PlanDeviation


def level_slacks(instance: Instance) -> tuple[int, ...]:
    """Per cent of each level on who moves when: the scenario's, but nothing of the deviation from the adopted plan.

    As little as possible is to be changed, not that and a share more: the slack is meant for goals that weigh against
    each other.
    """
    percent = instance.scenario.plan.level_slack_percent
    deviation = {c.id for c in instance.relocation_criteria if c.rule == PlanDeviation.name}
    return tuple(0 if level and set(level) <= deviation else percent for level in relocation_levels(instance))
