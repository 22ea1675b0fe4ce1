"""What the answer to why not says of the goal levels after the first."""

from collections.abc import Iterator

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.exporting.goal_levels import SHOWN, later_losses, level_words
from localisation.solving.explaining.answer import Answer
from localisation.solving.open_points import open_on
from localisation.texts import Texts


class AnswerLevels:
    """The words of one answer on several goal levels; with one level there is little to say."""

    def __init__(self, instance: Instance, answer: Answer, texts: Texts) -> None:
        self._instance, self._answer, self._texts = instance, answer, texts

    def then(self, *, nothing: bool) -> Iterator[str]:
        """What it costs or gains on the levels after; with `nothing`, that it is as good, where it is on all."""
        t, losses = self._texts, self._losses()
        if any(losses.values()):
            yield from (self._loss(number, lost) for number, lost in losses.items())
        elif nothing:
            yield t("goals.answer.as_good_all" if losses else "goals.answer.as_good")
        elif losses:
            yield from (t("goals.answer.same", level=level_words(self._instance, n, t)) for n in losses)

    def gained(self) -> Iterator[str]:
        """What can be gained on a level after, where it is as asked already: the first that changes decides."""
        changed = [(number, lost) for number, lost in self._losses().items() if lost]
        if changed and changed[0][1] < 0:
            yield from (self._loss(number, lost) for number, lost in changed)

    def of_what(self) -> str | None:
        """On which level the proposal it is held against is not proven best; None when it is, or is now beaten."""
        t, answer = self._texts, self._answer
        if answer.found is None or answer.found.assessment.goal < answer.assessment.goal:
            return None
        for number, run in enumerate(answer.runs or (), start=1):
            room = open_on(run)
            if room != 0:
                level = level_words(self._instance, number, t)
                if room is None:
                    return t("goals.answer.of_unknown", level=level)
                return t("goals.answer.of_open", level=level, open=t.number(room, 2))
        return None

    def _losses(self) -> dict[int, float]:
        """Points lost on each level after the first; exactly 0 where nobody would see them."""
        if self._answer.found is None:
            return {}
        losses = later_losses(self._answer.assessment, self._answer.found.assessment)
        return {number: lost if abs(lost) >= SHOWN else 0.0 for number, lost in losses.items()}

    def _loss(self, number: int, lost: float) -> str:
        assert self._answer.found is not None
        t, runs = self._texts, self._answer.found.runs
        proven = len(runs) >= number and runs[number - 1].status is Status.OPTIMAL
        key = "same" if not lost else "gains" if lost < 0 else "costs" if proven else "costs_open"
        level = level_words(self._instance, number, t)
        return t(f"goals.answer.{key}", level=level, points=t.number(abs(lost), 2))
