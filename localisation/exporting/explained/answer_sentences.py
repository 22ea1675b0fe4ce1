"""The answer to why not, in sentences."""

from collections.abc import Iterator
from math import isfinite

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.explained.answer_levels import AnswerLevels
from localisation.exporting.goal_levels import on_first
from localisation.exporting.naming import name_in
from localisation.exporting.study.differing_seats import seats_of
from localisation.solving.explaining.answer import Answer
from localisation.texts import Texts

LITTLE = 0.005
"""Points below which a cost is shown as none: what is shown has two decimals."""


class AnswerSentences:
    """The sentences of one answer in one language."""

    def __init__(self, instance: Instance, answer: Answer, texts: Texts) -> None:
        self._instance, self._answer, self._texts = instance, answer, texts
        self._levels = AnswerLevels(instance, answer, texts)

    @property
    def question(self) -> str:
        """What was asked for, as a demand."""
        asked, inventory = self._answer.asked, self._instance.inventory
        key = "explain.asked.there" if asked.there else "explain.asked.not_there"
        names = {"unit": inventory.unit[asked.unit].name, "building": inventory.building[asked.building].name}
        return self._texts(key, **names)

    def verdict(self) -> str:
        """What it costs, that it is so already, that the musts forbid it, or that it ended before it was known."""
        t, answer = self._texts, self._answer
        if answer.refused is not None:
            return t("explain.answer.forbidden")
        cost = answer.cost
        if cost is None or answer.found is None:
            return t(f"explain.answer.{'stopped' if answer.stopped else 'out_of_time'}")
        least, most = cost
        if answer.already and most > -LITTLE:
            return " ".join([t("explain.answer.already"), *self._levels.gained()])
        holes = {
            "cost": t.number(abs(most), 2),
            "least": t.number(max(0.0, least), 2),
            "gain": t.number(max(0.0, -least), 2) if isfinite(least) else "",
            "before": t.number(answer.assessment.points, 2),
            "after": t.number(answer.found.assessment.points, 2),
            "where": on_first(self._instance, t),
        }
        key = _verdict_key(answer, least, most)
        return " ".join([t(f"explain.answer.{key}", **holes), *self._levels.then(nothing=key == "costs_nothing")])

    def of_what(self) -> str | None:
        """That the proposal it is held against is not proven best, and what that means for the price; or nothing."""
        t, answer = self._texts, self._answer
        if answer.found is None or (answer.cost or (0, 0))[1] <= -LITTLE:
            return None
        if not answer.from_unproven:
            return self._levels.of_what()
        if answer.open_before is None:
            return t("explain.answer.of_unknown")
        return t("explain.answer.of_open", open=t.number(answer.open_before, 2))

    def own_move(self) -> str | None:
        """Where the unit then sits, if that is not as before."""
        if self._answer.found is None:
            return None
        unit = self._answer.asked.unit
        return self._move(unit, self._answer.found.proposal) if self._changed(unit) else None

    def other_moves(self) -> Iterator[str]:
        """One line for each other unit that then sits otherwise."""
        if self._answer.found is not None:
            for unit in self._instance.inventory.units:
                if unit.id in self._answer.moved:
                    yield self._move(unit.id, self._answer.found.proposal)

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

    def _changed(self, unit: str) -> bool:
        assert self._answer.found is not None
        return self._answer.before.sites(unit) != self._answer.found.proposal.sites(unit)

    def _move(self, unit: str, after: Proposal) -> str:
        """From one building to another; of several sites only those that change, with their staff."""
        t, instance = self._texts, self._instance
        old, new = self._answer.before.sites(unit), after.sites(unit)
        name = instance.inventory.unit[unit].name
        if len(old) == len(new) == 1:
            before, now = (seats_of(instance, p, unit, t) for p in (self._answer.before, after))
            return t("explain.answer.move", unit=name, before=before, after=now)
        changed = [
            t(
                "explain.answer.site_change",
                building=b.name,
                before=old.get(b.id, 0),
                after=new.get(b.id, 0),
            )
            for b in instance.inventory.buildings
            if old.get(b.id, 0) != new.get(b.id, 0)
        ]
        return t("explain.answer.move_parts", unit=name, changes="; ".join(changed))


def _verdict_key(answer: Answer, least: float, most: float) -> str:
    """Which sentence says what it costs, from the points it at least and at most loses."""
    if most <= -LITTLE:
        return "gains_more" if isfinite(least) and least < most - LITTLE else "gains"
    if answer.proven:
        return "costs_nothing" if most < LITTLE else "costs"
    if least > LITTLE:
        return "costs_between"
    kind = "nothing" if most < LITTLE else "costs_at_most"
    if least > -LITTLE:
        return kind
    return f"{kind}_or_gains" if isfinite(least) else f"{kind}_or_gains_unknown" if answer.from_unproven else kind
