"""What every rule is: a kind of thing a criterion can say, that states itself twice.

Once to the solver (`encode`), once in plain Python (`check` or `measure`). The stages have their own bases, with what
they speak to and of: `placement.base` (who sits where) and `relocation.base` (who moves when).
"""

from collections.abc import Mapping
from typing import ClassVar, Literal

from localisation.domain.frozen import Frozen

MONEY_UNITS = ("thousands", "thousands_per_year")
"""The units of measures that count money."""


class Rule(Frozen):
    """A kind of thing a criterion can say. Its fields are its parameters.

    The docstring's first line is the rule in words; `name` is how criteria lists call it.
    """

    name: ClassVar[str]
    rests_on: ClassVar[tuple[str, ...]]
    """The data it reads, travel times apart: "table.column", "norms.key", with * for any; every rule says it itself."""
    concerns_units: ClassVar[bool] = True
    """Whether the criterion's selection of units means anything to the rule; if not, it speaks of the whole."""
    states_physics: ClassVar[bool] = False
    """Whether it says what premises and units are, not what someone wishes; giving way there is the last resort."""
    narrows: ClassVar[bool] = False
    """Whether it mostly says which single choices are out: said first, the rest is never said of them."""
    missed_if_absent: ClassVar[bool] = False
    """Whether a criteria list that does not have it as a must has probably forgotten it."""
    in_short: ClassVar[str] = ""
    """A parameter whose default leaves others without meaning; then the text `explanation_short` says it all."""
    uses_homes: ClassVar[bool] = False
    """Whether it asks where employees live."""
    looser: ClassVar[Mapping[str, int]] = {}
    """Parameters by which a must can be made to demand less, and the step that does: 1 or -1."""
    found_by_trial: ClassVar[tuple[str, ...]] = ()
    """Those of `looser` whose values must be tried one by one: the model's rows do not tell how much they lack."""
    looser_with_space: ClassVar[str] = ""
    """A parameter with kinds of space, if more of them in buildings makes it demand less.

    It then speaks of (building, kind), and its breaches carry `need` and `space`.
    """
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = ""
    """Whose travel times it rests on: a visitor's or an employee's, by its parameter `mode` if it has one; a car's."""


class Requirement(Rule):
    """A rule that holds or is breached, once for each subject it speaks of."""

    speaks_of: ClassVar[tuple[str, ...]]
    """What each id in `about` is.

    "unit", "host", "other", "building", "kind", "centre", "district", "place", "crew" or "stop" (days off).
    """

    @classmethod
    def binds_each_unit(cls) -> bool:
        """Whether it binds each selected unit by itself, so that it can be asked of the free ones alone."""
        return "unit" in cls.speaks_of


class Measure(Rule):
    """A rule that gives an amount; less is better."""

    unit: ClassVar[str]
    """Key of the unit that is shown, such as "hours_per_year" (text `units.<unit>`)."""
    raw_per_unit: ClassVar[int] = 1
    """How many raw amounts make one of the unit that is shown."""
