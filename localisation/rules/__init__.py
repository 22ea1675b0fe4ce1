"""All rules there are, in reading order. A new rule is one file and one line here."""

from localisation.rules.base import Measure, Requirement, Rule
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.rules.placement.space_capacity import SpaceCapacity

REQUIREMENTS: tuple[type[Requirement], ...] = (SpaceCapacity,)
MEASURES: tuple[type[Measure], ...] = (PeopleMoved,)
RULES: dict[str, type[Rule]] = {rule.name: rule for rule in (*REQUIREMENTS, *MEASURES)}
