"""What the terminal and a machine are told of a question."""

from collections.abc import Sequence
from typing import Literal

from rich.console import Console

from localisation.cli.difference_table import difference_table
from localisation.cli.refusal import explanation_sentences, refusal_rows
from localisation.domain.instance import Instance
from localisation.exporting.explained.answer_sentences import AnswerSentences
from localisation.exporting.explained.change import changes
from localisation.exporting.goal_levels import later_losses
from localisation.exporting.proposal_file import placement_rows
from localisation.solving.explaining.answer import Answer
from localisation.texts import Texts


def say_answer(out: Console, instance: Instance, answer: Answer, texts: Texts) -> None:
    """The verdict, then criterion by criterion, who moves, and the works; or what forbids it and the ways out."""
    sentences = AnswerSentences(instance, answer, texts)
    out.print(f"{sentences.question}:", style="bold")
    out.print(sentences.verdict(), soft_wrap=True)
    if answer.refused is not None:
        for line in explanation_sentences(answer.asked.added_to(instance), answer.refused, texts, asked=True):
            out.print(line, soft_wrap=True)
        return
    if note := sentences.of_what():
        out.print(note, soft_wrap=True)
    if answer.found is None or answer.found.proposal == answer.before:
        return
    out.print(difference_table(instance, answer.assessment, answer.found.assessment, texts))
    if own := sentences.own_move():
        out.print(texts("explain.answer.own_move", move=own), soft_wrap=True)
    moves, works = list(sentences.other_moves()), list(sentences.works())
    key = "others_move" if answer.fewest else "others_move_perhaps"
    out.print(texts(f"explain.answer.{key if moves else 'nobody_else'}"), soft_wrap=True)
    for line in moves:
        out.print(f"  • {line}", soft_wrap=True)
    if works:
        out.print(texts("explain.answer.works"))
    for line in works:
        out.print(f"  • {line}", soft_wrap=True)


def answers_json(instance: Instance, found: Sequence[Answer], texts: Texts) -> dict[str, object]:
    """The same for a machine; of several sites the status is that of the question as a whole."""
    return {"status": verdict_of(found), "answers": [_row(instance, answer, texts) for answer in found]}


def verdict_of(found: Sequence[Answer]) -> Literal["answered", "no_proposal", "stopped"]:
    """How a question ended: answered when any of its sites was, and impossible only when each of them is."""
    if any(a.found is not None for a in found):
        return "answered"
    return "no_proposal" if all(a.refused is not None for a in found) else "stopped"


def _row(instance: Instance, answer: Answer, texts: Texts) -> dict[str, object]:
    sentences = AnswerSentences(instance, answer, texts)
    row: dict[str, object] = {
        "unit": answer.asked.unit,
        "building": answer.asked.building,
        "there": answer.asked.there,
        "question": sentences.question,
        "status": verdict_of([answer]),
        "verdict": sentences.verdict(),
        "already": answer.already,
        "points_before": answer.assessment.points,
        "open_before": answer.open_before,
    }
    if answer.refused is not None:
        row["refused"] = refusal_rows(answer.asked.added_to(instance), answer.refused, texts)
    if answer.found is not None:
        assert answer.cost is not None
        least, most = answer.cost
        row |= {
            "points_after": answer.found.assessment.points,
            "cost": {"at_least": None if least == float("-inf") else least, "at_most": most, "proven": answer.proven},
            "cost_on_later_levels": list(later_losses(answer.assessment, answer.found.assessment).values()),
            "criteria": [
                {"id": c.criterion.id, "before": c.before, "after": c.after, "points": c.points}
                for c in changes(instance, answer.assessment, answer.found.assessment)
            ],
            "moved": list(answer.moved),
            "fewest_moved": answer.fewest,
            "placements": [p.model_dump(mode="json") for p in placement_rows(answer.found.proposal)],
            "refurbishments": sorted(answer.found.proposal.refurbishments),
        }
    return row
