"""Mode mixes that do not drive as much as the norms say: time and emissions would be reckoned by different journeys."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.reading.suspicions.where import Where

PURPOSES = {"visits_by": ("visits", "visit_car_percent"), "commute_by": ("commute", "commute_car_percent")}


def mixes(instance: Instance, where: Where) -> Iterator[Problem]:
    """Hold every mix the scenario has against the norm for CO2; a scenario without one drives everywhere."""
    for field, (purpose, norm) in PURPOSES.items():
        if field not in instance.scenario.model_fields_set:
            continue
        mix, known = getattr(instance.scenario, field).car, getattr(instance.inventory.norms, norm)
        if mix != known:
            yield where.warning(
                "travel.mix_and_norm", "norms", norm, "value", purpose=purpose, mix=mix, key=norm, norm=known
            )
