"""What is lost, and what is proven, on each of several goal levels."""

from collections.abc import Iterator, Sequence

from localisation.domain.assessment import Assessment, LevelRun
from localisation.domain.instance import Instance
from localisation.exporting.goal_levels import SHOWN, later_losses, level_words
from localisation.rules.goal import GOAL_UNITS, levels
from localisation.solving.open_points import open_on
from localisation.texts import Texts


def later_sentences(instance: Instance, before: Assessment, after: Assessment, t: Texts) -> Iterator[str]:
    """One sentence for each goal level after the first: what it costs or gains there."""
    for number, lost in later_losses(before, after).items():
        key = "same" if abs(lost) < SHOWN else "costs" if lost > 0 else "gains"
        yield t(f"goals.answer.{key}", level=level_words(instance, number, t), points=t.number(abs(lost), 2))


def proof_by_level(instance: Instance, runs: Sequence[LevelRun], t: Texts) -> Iterator[str]:
    """One sentence for each goal level: proven, or how much better it could be there when those before are kept."""
    for number in range(1, len(levels(instance)) + 1):
        level = level_words(instance, number, t)
        run = runs[number - 1] if number <= len(runs) else None
        room = None if run is None else open_on(run)
        if run is None or room is None:
            yield t("goals.proof.unknown", level=level)
        elif room:
            yield t("goals.proof.open", level=level, room=t.number(room, 2))
        elif run.given_up:
            yield t("goals.proof.given_up", level=level, points=t.number(run.given_up / GOAL_UNITS, 2))
        else:
            yield t("goals.proof.proven", level=level)
