"""The mode mixes of a scenario in words: by which modes people travel, and the longest journeys by them."""

from localisation.domain.instance import Instance
from localisation.domain.travel import ModeMix
from localisation.texts import Texts


def mix_words(instance: Instance, t: Texts) -> tuple[str, ...]:
    """A sentence on visits, one on journeys to work, and one on the longest journeys where the scenario has any."""
    scenario = instance.scenario
    shares = tuple(
        t(f"travel.mix.{purpose}", shares=_shares(mix, t))
        for purpose, mix in (("visits", scenario.visits_by), ("commute", scenario.commute_by))
    )
    limits = ", ".join(
        t("travel.mix.limit", mode=t(f"travel.mode.{mode}"), minutes=minutes)
        for mode, minutes in (scenario.longest_min or {}).items()
    )
    return (*shares, *([t("travel.mix.longest", limits=limits)] if limits else []))


def _shares(mix: ModeMix, t: Texts) -> str:
    parts = ((t(f"travel.mode.{mode}"), share) for mode, share in mix.shares.items() if share)
    return ", ".join(t("travel.mix.share", mode=mode, share=share) for mode, share in parts)
