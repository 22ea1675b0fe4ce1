"""A hint made whole."""

from dataclasses import replace

from localisation.domain.scenario import SolveLimits
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import holds

LONGEST_S = 10.0


def completed(model: Model) -> list[int] | None:
    """A solution with every value that the model's hint gives, as good as the rest allows; None when there is none.

    A hint of every variable is only looked at; of a part, CP-SAT finds the rest.
    """
    if len(model.hint) == len(model.variables):
        whole = [model.hint[v] for v in range(len(model.variables))]
        return whole if holds(model, whole) else None
    if any(not model.variables[v].low <= x <= model.variables[v].high for v, x in model.hint.items()):
        return None
    fixed = [
        replace(variable, low=model.hint[v], high=model.hint[v]) if v in model.hint else variable
        for v, variable in enumerate(model.variables)
    ]
    plain = expanded(replace(model, variables=fixed, hint={}))  # little is left of blocks
    alone = SolveLimits(workers=1, deterministic_limit=10)
    found = solve_cpsat(plain, alone, seconds=LONGEST_S)
    return None if found.values is None else found.values[: len(model.variables)]
