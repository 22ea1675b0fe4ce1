"""What a criterion demands and how it is breached, in a sentence a reader understands."""

from collections.abc import Mapping

from localisation.domain.assessment import About, Breach
from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.base import Requirement, Rule
from localisation.rules.hole import Hole
from localisation.rules.statement import rule_of
from localisation.texts import Texts


class Sentences:
    """The sentences of an inventory's criteria in one language, every id replaced by the name people know."""

    def __init__(self, inventory: Inventory, language: str = "nb") -> None:
        self._texts = Texts(language)
        self._hole = Hole(inventory, self._texts)

    def title(self, criterion: Criterion) -> str:
        """What the rule of the criterion is called."""
        return self._texts(f"rules.{criterion.rule}.title")

    def explanation(self, criterion: Criterion) -> str:
        """What the criterion demands or measures, with its own parameters and units.

        A rule may have a shorter text (`explanation_short`), for criteria that leave its `in_short` parameter as it is.
        """
        rule = rule_of(criterion)
        short = rule.in_short and getattr(rule, rule.in_short) == type(rule).model_fields[rule.in_short].default
        key = "explanation_short" if short else "explanation"
        return self._texts(f"rules.{rule.name}.{key}", **self._common(rule, criterion))

    def breach(self, criterion: Criterion, breach: Breach) -> str:
        """How a breach of the criterion shows. Raises TypeError for a measure, which cannot be breached."""
        rule = rule_of(criterion)
        if not isinstance(rule, Requirement):
            raise TypeError(f"{rule.name} is a measure")
        subjects = dict(zip(rule.speaks_of, breach.about, strict=True))
        if "kind" in subjects:
            subjects["kind_unit"] = SpaceKind(subjects["kind"]).unit
        own = {key: self._hole(rule, key, value) for key, value in {**subjects, **breach.holes}.items()}
        return self._texts(f"rules.{rule.name}.breach", **{**self._common(rule, criterion), **own})

    def subject(self, criterion: Criterion, about: About) -> str:
        """Whom or what one demand of the criterion is about, in names; empty when it is about the whole."""
        rule = rule_of(criterion)
        if not isinstance(rule, Requirement):
            return ""
        pairs = zip(rule.speaks_of, about, strict=True)
        return " – ".join(str(self._hole(rule, key, value)) for key, value in pairs if value)

    def _common(self, rule: Rule, criterion: Criterion) -> Mapping[str, object]:
        parameters: dict[str, object] = {key: getattr(rule, key) for key in type(rule).model_fields}
        holes = {key: self._hole(rule, key, value) for key, value in parameters.items()}
        holes["where"] = self._hole.where(rule)
        if parameters.get("places"):
            holes["per"] = self._texts("rules.words.in_each_of", names=holes["places"])
        holes["units"] = self._hole(rule, "units", criterion.units)
        return holes
