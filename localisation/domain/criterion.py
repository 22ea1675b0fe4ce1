"""A criteria list: what a proposal must meet and what it is weighed by."""

from collections.abc import Mapping

from pydantic import Field, model_validator

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Confidence, Strength

ParameterValue = int | str | tuple[str, ...]


class Criterion(Frozen):
    """One row of a criteria list: this rule, with these parameters, for these units.

    `units` selects units: an id, "service:x", "area:x", "priority:x" or "administrative"; empty means all.
    A weighted measure gets 100 points at `best` and 0 points at `worst`, linearly and without cut-off (a
    multi-attribute value function with a fixed scale; Belton & Stewart 2002, ch. 5), both in the unit
    that is shown. A weighted requirement gets 100 points at no breach and 0 points at `worst` breaches
    (1 if not given). `at_most` bounds a measure, in the unit that is shown.
    """

    id: str
    name: str
    name_en: str = ""
    rule: str
    units: tuple[str, ...] = ()
    strength: Strength
    weight: int = Field(default=0, ge=0, le=1000)
    best: int | None = None
    worst: int | None = None
    at_most: int | None = None
    group: str = ""
    group_en: str = ""
    parameters: Mapping[str, ParameterValue] = Field(default_factory=dict)
    owner: str = ""
    reason: str = ""
    source: str = ""
    confidence: Confidence = Confidence.ESTIMATE

    @model_validator(mode="after")
    def _consistent(self) -> "Criterion":
        if (self.strength is Strength.WEIGHT) != (self.weight > 0):
            raise ValueError("weight must be above 0 for, and only for, strength 'weight'")
        if self.best is not None and self.worst is not None and self.best >= self.worst:
            raise ValueError("best must be below worst: less is better for every measure")
        return self
