"""What one criterion demands of one subject: the smallest thing that can collide or give way."""

from localisation.domain.assessment import About

Demand = tuple[str, About]
"""Criterion id and what its rule speaks of."""

BOUND: About = ("at_most",)
"""What a measure with a bound speaks of when it demands something."""

PHYSICS_COST = 10
"""What giving way in a rule that states physics costs, against 1 for a wish."""
