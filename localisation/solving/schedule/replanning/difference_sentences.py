"""What a new plan does otherwise than the one adopted, in sentences."""

from collections.abc import Iterator, Sequence

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.programme import Programme
from localisation.rules.sentence import Sentences
from localisation.solving.schedule.activity_names import ActivityNames
from localisation.solving.schedule.replanning.difference import Change, Why
from localisation.texts import Texts


def difference_sentences(
    instance: Instance, programme: Programme, changes: Sequence[Change], language: str = "nb"
) -> tuple[str, ...]:
    """One line for each change: what, from when to when, and why."""
    if not changes:
        return (Texts(language)("plan_faults.difference.none"),)
    tell = _Tell(instance, programme, language)
    return tuple(" ".join(tell(change)) for change in changes)


def difference_reasons(
    instance: Instance, programme: Programme, changes: Sequence[Change], language: str = "nb"
) -> tuple[str, ...]:
    """For each change only what way it goes now, where that is new, and why."""
    tell = _Tell(instance, programme, language)
    return tuple(" ".join((*tell.way(change), *tell.why(change))) for change in changes)


class _Tell:
    def __init__(self, instance: Instance, programme: Programme, language: str) -> None:
        self._texts = Texts(language)
        self._names = ActivityNames(instance.inventory, programme, language)
        self._sentences = Sentences(instance.inventory, language)
        self._days = programme.calendar.days

    def __call__(self, change: Change) -> Iterator[str]:
        name = self._names.thing(change.thing)
        key = "moved" if (change.old.start, change.old.end) != (change.new.start, change.new.end) else "same_days"
        yield self._say(
            key,
            thing=name[:1].upper() + name[1:],
            old_first=self._first(change.old),
            old_last=self._last(change.old),
            new_first=self._first(change.new),
            new_last=self._last(change.new),
        )
        yield from self.way(change)
        yield from self.why(change)

    def way(self, change: Change) -> Iterator[str]:
        """The way a move goes now, where it went another."""
        if change.old_via != change.new_via:
            via = self._names.building(change.new_via)
            yield self._say("rerouted_via", via=via) if via else self._say("rerouted_straight")

    def why(self, change: Change) -> Iterator[str]:
        """What holds it back, or lets it be done earlier."""
        other = self._names.thing(change.because_of) if change.because_of else ""
        if change.why is Why.AFTER:
            yield self._say("after", other=other)
            return
        if change.why is not Why.CRITERION or change.criterion is None:
            yield self._say(change.why.value)
            return
        row = change.criterion
        name = (row.name_en if self._texts.language == "en" else "") or row.name
        if change.breach is None:
            yield self._say("criterion_amount", criterion=name)
        else:
            yield self._say("criterion", criterion=name, breach=self._sentences.breach(row, change.breach))
        if other:
            yield self._say("because_of", other=other)

    def _say(self, key: str, **holes: object) -> str:
        return self._texts(f"plan_faults.difference.{key}", **holes)

    def _first(self, step: Step) -> object:
        return self._days[min(step.start, len(self._days) - 1)]

    def _last(self, step: Step) -> object:
        return self._days[max(step.start, step.end - 1) if step.end <= len(self._days) else -1]
