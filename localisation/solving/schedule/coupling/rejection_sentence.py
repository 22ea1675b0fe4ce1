"""Why a placement is sent back, in one sentence."""

from collections.abc import Sequence

from localisation.domain.instance import Instance
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis
from localisation.solving.schedule.diagnosis.fault_sentences import FaultSentences
from localisation.solving.schedule.sentences import relief_sentences
from localisation.texts import Texts

MOST_NAMED = 6
"""Units named in the sentence; of more, the number is told."""


def rejection_sentence(instance: Instance, diagnosis: PlanDiagnosis, units: Sequence[str], language: str) -> str:
    """Who cannot be moved so, what stands in the way, and how little would do."""
    texts = Texts(language)
    faults = FaultSentences(instance, diagnosis.programme, language)
    names = [instance.inventory.unit[u].name for u in units]
    if not names:
        parts = [texts("plan_faults.rejected.whole")]
    elif len(names) > MOST_NAMED:
        parts = [texts("plan_faults.rejected.many", count=len(names))]
    else:
        parts = [texts("plan_faults.rejected.units", units=", ".join(names))]
    if diagnosis.faults:
        parts.append(faults(diagnosis.faults[0]))
    elif diagnosis.conflict:
        parts.append(texts("plan_faults.rejected.collide", criteria=faults.quoted(diagnosis.criteria)))
        reliefs = list(relief_sentences(instance, diagnosis, texts))
        if reliefs:
            parts.append(texts("plan_faults.rejected.relief", reliefs=" ".join(reliefs)))
    return " ".join(parts)


def untried_sentence(language: str) -> str:
    """No plan was found in time; nothing is proven."""
    return Texts(language)("plan_faults.rejected.untried")
