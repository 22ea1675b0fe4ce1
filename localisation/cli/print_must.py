"""A must as it is told when a stored answer is checked."""

from rich.console import Console

from localisation.domain.assessment import CriterionResult
from localisation.exporting.naming import name_in
from localisation.rules import RULES
from localisation.rules.base import Requirement
from localisation.rules.sentence import Sentences
from localisation.texts import Texts


def print_must(
    result: CriterionResult, sentences: Sentences, out: Console, texts: Texts, *, differing: bool = False
) -> None:
    """Whether it holds, and each breach of it in a sentence. `differing`: the file said otherwise."""
    good = result.met and not differing
    mark, style = ("✓", None) if good else ("✗", "red")
    out.print(f"  {mark} {name_in(result.criterion, texts.language)}", style=style)
    if issubclass(RULES[result.criterion.rule], Requirement):
        for breach in result.breaches:
            sentence = sentences.breach(result.criterion, breach)
            out.print(f"      {sentence}", style="red", soft_wrap=True)
