"""How many inhabitants have something within reach."""

from dataclasses import dataclass

from localisation.geography.accessibility.given import ByZone, Unreached, given


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Inhabitants within a time, of all there are."""

    limit_s: float
    within: int
    people: int
    unreached: Unreached

    @property
    def share(self) -> float | None:
        """The share 0-1 of all inhabitants, the unreached too; None where nobody lives."""
        return self.within / self.people if self.people else None


def share_within(seconds: ByZone, people: ByZone, limit_s: float) -> Share:
    """The share of all inhabitants with a site within the limit, a number 0-1.

    Formula: sum of p_i over t_i <= limit / sum of all p_i; a zone exactly at the limit is within it, and one that
    reaches nothing is in the denominator. Reference: maximal covering (Church & ReVelle 1974).
    """
    zones = given(seconds, people)
    within = round(float(zones.people[zones.seconds <= limit_s].sum()))
    return Share(limit_s=limit_s, within=within, people=zones.everyone, unreached=zones.unreached)
