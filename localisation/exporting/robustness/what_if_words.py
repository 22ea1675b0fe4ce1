"""The answer to what if, in sentences."""

from collections.abc import Iterator

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.exporting.explained.change import changes
from localisation.exporting.explained.change_cells import change_cells
from localisation.exporting.goal_levels import has_several, on_first
from localisation.exporting.level_sentences import later_sentences, proof_by_level
from localisation.exporting.naming import name_in
from localisation.exporting.report_numbers import signed
from localisation.exporting.study.differing_seats import seats_of
from localisation.pictures.twin import Twin
from localisation.solving.robustness.what_if import WhatIf
from localisation.texts import Texts


class WhatIfWords:
    """The sentences of one answer in one language; `instance` is the question as it was."""

    def __init__(self, instance: Instance, answer: WhatIf, texts: Texts) -> None:
        self._instance, self._answer, self._texts = instance, answer, texts

    def wishes(self) -> Iterator[str]:
        """What is otherwise, one line each."""
        t, wish, inventory = self._texts, self._answer.wish, self._instance.inventory
        for one in wish.asked:
            key = "explain.asked.there" if one.there else "explain.asked.not_there"
            yield t(key, unit=inventory.unit[one.unit].name, building=inventory.building[one.building].name)
        for criterion in self._instance.criteria:
            name = name_in(criterion, t.language)
            if criterion.id in wish.weights:
                yield t("whatif.weighs", name=name, weight=wish.weights[criterion.id], before=criterion.weight)
            if criterion.id in wish.dropped:
                yield t("whatif.dropped", name=name)

    def verdict(self) -> Iterator[str]:
        """What it gives and how sure that is; or that it cannot be, or that it ended before it was known."""
        t, answer = self._texts, self._answer
        if answer.refused is not None:
            yield t("explain.answer.forbidden")
            return
        if answer.found is None:
            yield t(f"explain.answer.{'stopped' if answer.stopped else 'out_of_time'}")
            return
        if answer.assessment.broken_musts:
            musts = tuple(name_in(r.criterion, t.language) for r in answer.assessment.broken_musts)
            yield t("whatif.broke", musts=musts)
        if answer.from_today:
            yield t("whatif.no_base")
        where = on_first(answer.changed, t)
        if answer.found.proposal == answer.before:
            yield t("whatif.same", points=t.number(answer.assessment.points, 2), where=where)
        else:
            before, after = answer.assessment.points, answer.found.assessment.points
            change = signed(after - before, t, 2)
            yield t("whatif.points", before=t.number(before, 2), after=t.number(after, 2), change=change, where=where)
            yield from later_sentences(answer.changed, answer.assessment, answer.found.assessment, t)
            if answer.open_before:
                yield t("whatif.start_open", room=t.number(answer.open_before, 2))
        if has_several(answer.changed):
            yield from proof_by_level(answer.changed, answer.found.runs, t)
        else:
            yield self._proof()

    def _proof(self) -> str:
        assert self._answer.found is not None
        room = self._answer.better_by
        if self._answer.found.status is Status.OPTIMAL or room == 0:
            return self._texts("whatif.proven")
        if room is None:
            return self._texts("whatif.unknown")
        return self._texts("whatif.room", room=self._texts.number(room, 2))

    def moves_key(self) -> str:
        """The text above the moves: whether it is proven that no fewer need move."""
        return "whatif.moves" if self._answer.fewest else "whatif.moves_perhaps"

    def moves(self) -> Iterator[str]:
        """One line for each unit that sits otherwise than before."""
        t, answer = self._texts, self._answer
        if answer.found is None:
            return
        for unit in answer.moved:
            yield t(
                "explain.answer.move",
                unit=self._instance.inventory.unit[unit].name,
                before=seats_of(self._instance, answer.before, unit, t),
                after=seats_of(self._instance, answer.found.proposal, unit, t),
            )

    def works(self) -> Iterator[str]:
        """One line for each refurbishment that is then carried out, or left out."""
        if self._answer.found is None:
            return
        before, after = self._answer.before.refurbishments, self._answer.found.proposal.refurbishments
        for building in self._instance.inventory.buildings:
            for option in building.refurbishments:
                if (option.id in before) != (option.id in after):
                    key = "more_works" if option.id in after else "fewer_works"
                    name = name_in(option, self._texts.language)
                    yield self._texts(f"explain.answer.{key}", works=name, building=building.name)

    def undo(self, stored: str | None) -> str:
        """How to have it as it was: `stored` is the file the proposal came from."""
        return self._texts("whatif.undo", file=stored) if stored else self._texts("whatif.undo_scenario")

    def twin(self) -> Twin:
        """The criteria that change, with the points they give or take."""
        t, answer = self._texts, self._answer
        assert answer.found is not None
        rows = changes(answer.changed, answer.assessment, answer.found.assessment)
        heads = ("before", "after", "difference", "points")
        return Twin(
            caption=t("whatif.table"),
            columns=(
                t("cli.scores.criterion"),
                t("cli.scores.unit"),
                *(t(f"explain.answer.{head}") for head in heads),
            ),
            rows=tuple(change_cells(answer.changed, row, t) for row in rows if row.difference),
            numeric=frozenset({2, 3, 4, 5}),
        )
