"""When there is no plan: what is impossible, which musts collide, and the least that would do, in sentences."""

from collections.abc import Iterator

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.base import Measure
from localisation.rules.sentence import Sentences
from localisation.rules.statement import rule_of
from localisation.solving.schedule.activity_names import ActivityNames
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis
from localisation.solving.schedule.diagnosis.fault_sentences import FaultSentences
from localisation.texts import Texts

MOST_TOLD = 10
"""Faults told one by one; of more, the number is told."""


def refusal_sentences_of_plan(instance: Instance, diagnosis: PlanDiagnosis, texts: Texts) -> Iterator[str]:
    """The whole message, one line at a time. `instance` has the criteria that were asked of the plan."""
    faults = FaultSentences(instance, diagnosis.programme, texts.language)
    sentences = Sentences(instance.inventory, texts.language)
    rows = {c.id: c for c in instance.relocation_criteria}
    yield texts("plan_faults.refusal.intro")
    if diagnosis.faults:
        yield texts("plan_faults.refusal.static")
        told = list(dict.fromkeys(faults(fault) for fault in diagnosis.faults))
        yield from (f"  • {line}" for line in told[:MOST_TOLD])
        if len(told) > MOST_TOLD:
            yield "  • " + texts("plan_faults.refusal.more", count=len(told) - MOST_TOLD)
    if diagnosis.conflict:
        yield texts(f"plan_faults.refusal.{'collide' if diagnosis.minimal else 'collide_perhaps'}")
        for key in diagnosis.criteria:
            yield f"  • {faults.criterion(key)} ({key}): {sentences.explanation(rows[key])}"
    elif diagnosis.relaxed is None and diagnosis.minimal:
        yield texts("plan_faults.refusal.physics")
        return
    if diagnosis.relaxed is None:
        yield texts("plan_faults.refusal.no_way_out")
        return
    yield texts(f"plan_faults.refusal.{'relax' if diagnosis.cheapest else 'relax_perhaps'}")
    yield from (f"  • {line}" for line in relief_sentences(instance, diagnosis, texts))


def relief_sentences(instance: Instance, diagnosis: PlanDiagnosis, texts: Texts) -> Iterator[str]:
    """By how much each demand must give way, one sentence each."""
    faults = FaultSentences(instance, diagnosis.programme, texts.language)
    sentences = Sentences(instance.inventory, texts.language)
    names = ActivityNames(instance.inventory, diagnosis.programme, texts.language)
    rows = {c.id: c for c in instance.relocation_criteria}
    days = diagnosis.programme.calendar.days
    for relief in diagnosis.reliefs:
        row = rows[relief.criterion]
        holes: dict[str, object] = {"criterion": faults.criterion(relief.criterion)}
        holes["breach"] = sentences.breach(row, relief.breach) if relief.breach is not None else ""
        count = relief.amount if relief.kind == "days" else relief.on_days
        holes |= {"amount": relief.amount, "days": faults.days(count), "first": days[relief.first_day] if days else ""}
        rule = rule_of(row)
        if relief.kind == "crew":
            holes["crew"] = names.crew(relief.about[0])
        elif relief.kind == "space":
            kind = SpaceKind(relief.about[1])
            holes |= {"building": names.building(relief.about[0]), "kind": texts(f"rules.kinds.{kind}")}
            holes["unit"] = texts(f"units.{kind.unit}")
        elif isinstance(rule, Measure):
            bound = (row.at_most or 0) + -(-relief.amount // rule.raw_per_unit)
            holes |= {"bound": bound, "unit": texts(f"units.{rule.unit}")}
        yield texts(f"plan_faults.relief.{relief.kind or 'other'}", **holes)
