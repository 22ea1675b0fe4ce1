"""Conflicts and ways out, in sentences with names and amounts."""

from collections.abc import Iterator, Sequence

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.explained.bound_words import bound_words
from localisation.exporting.naming import name_in
from localisation.rules.sentence import Sentences
from localisation.rules.statement import rule_of
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.diagnosis import Relief, WayOut
from localisation.texts import Texts

MOST_NAMED = 8
"""Subjects of one criterion that are named; of more, the number is told."""


class DemandSentences:
    """The sentences of one instance in one language."""

    def __init__(self, instance: Instance, texts: Texts) -> None:
        self._instance, self._texts = instance, texts
        self._sentences = Sentences(instance.inventory, texts.language)
        self._criterion = {c.id: c for c in instance.criteria}

    def conflict(self, demands: Sequence[Demand]) -> Iterator[str]:
        """One sentence a criterion: its name, what it demands, and of whom here."""
        for key in dict.fromkeys(c for c, _ in demands):
            row = self._criterion[key]
            subjects = [self._sentences.subject(row, about) for c, about in demands if c == key]
            here = self._named([s for s in subjects if s])
            name, text = name_in(row, self._texts.language), self._demanded(row)
            own = "demand_here" if here else "demand"
            yield self._texts(f"explain.{own}", name=name, id=key, explanation=text, here=here)

    def _demanded(self, row: Criterion) -> str:
        """What a must demands; of a measure, with the bound it must keep."""
        text = self._sentences.explanation(row)
        if row.at_most is None:
            return text
        words = bound_words(row, self._instance.inventory.place, self._texts, bound=row.at_most)
        return f"{text} {self._texts('explain.bound', **words)}"

    def way_out(self, way: WayOut) -> Iterator[str]:
        """One sentence for each demand that gives way: by how much, or wholly."""
        for relief in way.reliefs:
            yield self._relief(relief, way.proposal)

    def _named(self, subjects: Sequence[str]) -> str:
        told = "; ".join(subjects[:MOST_NAMED])
        left = len(subjects) - MOST_NAMED
        return self._texts("explain.and_more", names=told, count=left) if left > 0 else told

    def _relief(self, relief: Relief, proposal: Proposal) -> str:
        row = self._criterion[relief.criterion]
        holes: dict[str, object] = {"name": name_in(row, self._texts.language), "bound": relief.bound}
        holes |= {"amount": relief.amount, "subject": self._sentences.subject(row, relief.about) or "-"}
        perhaps = "" if relief.least or not relief.kind else " " + self._texts("explain.perhaps_less")
        match relief.kind:
            case "space":
                return self._space(relief, proposal) + perhaps
            case "bound":
                return self._bound(relief, holes) + perhaps
            case "parameter":
                holes["now"] = int(getattr(rule_of(row), relief.parameter))
                own = f"explain.relief.{relief.parameter}"
                whole = f"{own}_whole"
                key = own if self._sentences.subject(row, relief.about) or not self._texts.has(whole) else whole
                return self._texts(key, **holes) + perhaps
        assert relief.breach is not None
        holes["breach"] = self._sentences.breach(row, relief.breach)
        key = "wholly" if holes["subject"] != "-" else "wholly_all"
        return self._texts(f"explain.relief.{key}", **holes)

    def _space(self, relief: Relief, proposal: Proposal) -> str:
        building = self._instance.inventory.building[relief.about[0]]
        kind = SpaceKind(relief.about[1])
        built = (r for r in building.refurbishments if r.id in proposal.refurbishments)
        works = [name_in(r, self._texts.language) for r in built]
        return self._texts(
            "explain.relief.space_works" if works else "explain.relief.space",
            building=building.name,
            kind=self._texts(f"rules.kinds.{kind}"),
            unit=self._texts(f"units.{kind.unit}"),
            amount=relief.amount,
            now=relief.bound - relief.amount,
            bound=relief.bound,
            works=works,
        )

    def _bound(self, relief: Relief, holes: dict[str, object]) -> str:
        amounts = {"now": relief.bound - relief.amount, "amount": relief.amount, "bound": relief.bound}
        row, place = self._criterion[relief.criterion], self._instance.inventory.place
        words = bound_words(row, place, self._texts, **amounts)
        return self._texts("explain.relief.bound", **{**holes, **words})
