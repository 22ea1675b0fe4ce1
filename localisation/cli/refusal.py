"""When no proposal can meet the musts: which collide, and the least that would have to give way, in sentences."""

from collections.abc import Iterator

from localisation.domain.instance import Instance
from localisation.exporting.explained.demand_sentences import DemandSentences
from localisation.solving.explaining.demand import PHYSICS_COST
from localisation.solving.explaining.diagnosis import Conflict, Diagnosis, Relief
from localisation.texts import Texts


def refusal_sentences(instance: Instance, diagnosis: Diagnosis, texts: Texts) -> Iterator[str]:
    """The whole message, one line at a time."""
    yield texts("explain.refusal.intro")
    yield from explanation_sentences(instance, diagnosis, texts)


def explanation_sentences(
    instance: Instance, diagnosis: Diagnosis, texts: Texts, *, asked: bool = False
) -> Iterator[str]:
    """What collides (or, when something was asked for, forbids it), and the ways out."""
    sentences = DemandSentences(instance, texts)
    conflicts = _told(diagnosis)
    for number, conflict in enumerate(conflicts):
        one = conflict.minimal and len({criterion for criterion, _ in conflict.demands}) == 1
        group = ("asked_one." if one else "asked.") if asked else "one." if one else ""
        key = "collide_part" if not conflict.minimal else "collide_also" if number else "collide"
        yield ""
        yield texts(f"explain.refusal.{group}{key}")
        yield from (f"  • {line}" for line in sentences.conflict(conflict.told))
    yield ""
    if not conflicts:
        yield texts(f"explain.refusal.{'asked.' if asked else ''}unknown")
    elif conflicts[0].minimal and not diagnosis.complete:
        yield texts("explain.refusal.more_perhaps")
    if not diagnosis.ways_out:
        yield texts("explain.refusal.no_way_out")
        return
    several = len(diagnosis.ways_out) > 1
    only = "ways" if diagnosis.cheapest else "ways_perhaps"
    yield texts("explain.refusal.ways_each", physics=PHYSICS_COST) if several else texts(f"explain.refusal.{only}")
    for number, way in enumerate(diagnosis.ways_out, start=1):
        lines = list(sentences.way_out(way))
        mark = f"{number}." if several else "•"
        if len(lines) == 1:
            yield f"  {mark} {lines[0]}"
            continue
        yield f"  {mark} {texts('explain.refusal.all_of')}"
        yield from (f"      - {line}" for line in lines)
    yield texts(f"explain.refusal.{'checked' if several else 'checked_one'}")


def _told(diagnosis: Diagnosis) -> tuple[Conflict, ...]:
    """The conflicts of which something is known to play a part; where none is, what is part of any there may be."""
    told = tuple(conflict for conflict in diagnosis.conflicts if conflict.told)
    part = diagnosis.in_every_conflict
    return told or ((Conflict(demands=part, minimal=False, needed=part),) if part else ())


def refusal_rows(instance: Instance, diagnosis: Diagnosis, texts: Texts) -> dict[str, object]:
    """The same for a machine. `conflict` and `relax` are the first of `conflicts` and `ways_out`."""
    ways = [
        {"cheapest": w.cheapest, "points": w.assessment.points, "reliefs": [_relief_row(r) for r in w.reliefs]}
        for w in diagnosis.ways_out
    ]
    conflicts = [
        {"demands": [{"criterion": c, "about": list(about)} for c, about in one.told], "minimal": one.minimal}
        for one in _told(diagnosis)
    ]
    return {
        "status": "no_proposal",
        "messages": list(refusal_sentences(instance, diagnosis, texts)),
        "conflict": conflicts[0]["demands"] if conflicts else [],
        "minimal": diagnosis.minimal,
        "relax": ways[0]["reliefs"] if ways else [],
        "cheapest": diagnosis.cheapest,
        "conflicts": conflicts,
        "ways_out": ways,
        "complete": diagnosis.complete,
    }


def _relief_row(relief: Relief) -> dict[str, object]:
    row: dict[str, object] = {"criterion": relief.criterion, "about": list(relief.about), "kind": relief.kind}
    if relief.kind:
        row |= {"amount": relief.amount, "becomes": relief.bound, "least": relief.least}
    if relief.parameter:
        row["parameter"] = relief.parameter
    return row
