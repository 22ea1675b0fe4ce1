"""When no proposal can meet the musts: which collide, and the cheapest set to relax, in sentences."""

from collections.abc import Iterator

from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.rules import RULES
from localisation.rules.base import Requirement
from localisation.rules.sentence import Sentences
from localisation.solving.diagnose import Diagnosis
from localisation.texts import Texts


def refusal_sentences(instance: Instance, diagnosis: Diagnosis, texts: Texts) -> Iterator[str]:
    """The whole message, one line at a time."""
    sentences = Sentences(instance.inventory, texts.language)
    criterion = {c.id: c for c in instance.criteria}
    yield texts("cli.refusal.intro")
    if diagnosis.conflict:
        yield ""
        yield texts("cli.refusal.collide" if diagnosis.minimal else "cli.refusal.collide_perhaps")
        for key in dict.fromkeys(c for c, _ in diagnosis.conflict):
            row = criterion[key]
            yield f"  • {name_in(row, texts.language)} ({key}): {sentences.explanation(row)}"
    if diagnosis.assessment is None:
        yield texts("cli.refusal.no_way_out")
        return
    yield ""
    yield texts("cli.refusal.relax" if diagnosis.cheapest else "cli.refusal.relax_perhaps")
    for result in diagnosis.assessment.broken_musts:
        row = result.criterion
        yield f"  • {name_in(row, texts.language)} ({row.id})"
        if issubclass(RULES[row.rule], Requirement):
            for breach in result.breaches:
                yield f"      - {sentences.breach(row, breach)}"


def refusal_rows(instance: Instance, diagnosis: Diagnosis, texts: Texts) -> dict[str, object]:
    """The same for a machine."""
    broken = diagnosis.assessment.broken_musts if diagnosis.assessment else ()
    return {
        "status": "no_proposal",
        "messages": list(refusal_sentences(instance, diagnosis, texts)),
        "conflict": [{"criterion": c, "about": list(about)} for c, about in diagnosis.conflict],
        "minimal": diagnosis.minimal,
        "relax": [{"criterion": r.criterion.id, "about": [list(b.about) for b in r.breaches]} for r in broken],
        "cheapest": diagnosis.cheapest,
    }
