"""What has become of a plan on its way: what is done, under way, or takes longer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from localisation.domain.relocation.plan import Plan


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What a new plan must reckon with on the day `as_of`.

    `days` are new durations by activity, `earliest` first possible days. Steps of `kept` activities (done, or under
    way) are as in `adopted`; nothing else starts before `as_of`.
    """

    as_of: date | None = None
    days: Mapping[str, int] = field(default_factory=dict)
    earliest: Mapping[str, date] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    adopted: Plan | None = None

    def on_top_of(self, before: "Changes | None") -> "Changes":
        """These changes to a plan that was itself made after others: what those said of durations and days still holds.

        Not the first days of what is done or under way now: it began when it began, whatever was expected.
        """
        if before is None:
            return self
        expected = {a: day for a, day in before.earliest.items() if a not in self.kept}
        return replace(self, days={**before.days, **self.days}, earliest={**expected, **self.earliest})
