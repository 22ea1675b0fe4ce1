"""What the terminal and a machine are told of a question."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from localisation.cli.refusal import explanation_sentences, refusal_rows
from localisation.domain.instance import Instance
from localisation.exporting.explained.answer_sentences import AnswerSentences
from localisation.exporting.explained.change import Change, changes
from localisation.exporting.naming import name_in
from localisation.exporting.proposal_file import placement_rows
from localisation.exporting.shown import shown_unit
from localisation.solving.explaining.answer import Answer
from localisation.texts import Texts


def say_answer(out: Console, instance: Instance, answer: Answer, texts: Texts) -> None:
    """The verdict, then criterion by criterion, who moves, and the works; or what forbids it and the ways out."""
    sentences = AnswerSentences(instance, answer, texts)
    out.print(f"{sentences.question}:", markup=False, style="bold")
    out.print(sentences.verdict(), markup=False, soft_wrap=True)
    if answer.refused is not None:
        for line in explanation_sentences(answer.asked.added_to(instance), answer.refused, texts, asked=True):
            out.print(line, markup=False, soft_wrap=True)
        return
    if answer.found is None or answer.found.proposal == answer.before:
        return
    out.print(_table(instance, answer, texts))
    if own := sentences.own_move():
        out.print(texts("explain.answer.own_move", move=own), markup=False, soft_wrap=True)
    moves, works = list(sentences.other_moves()), list(sentences.works())
    key = "others_move" if answer.fewest else "others_move_perhaps"
    out.print(texts(f"explain.answer.{key if moves else 'nobody_else'}"), markup=False, soft_wrap=True)
    for line in moves:
        out.print(f"  • {line}", markup=False, soft_wrap=True)
    if works:
        out.print(texts("explain.answer.works"), markup=False)
    for line in works:
        out.print(f"  • {line}", markup=False, soft_wrap=True)


def _table(instance: Instance, answer: Answer, texts: Texts) -> Table:
    assert answer.found is not None
    rows = changes(instance, answer.assessment, answer.found.assessment)
    told = [row for row in rows if row.difference]
    points = answer.found.assessment.points - answer.assessment.points
    same = len(rows) - len(told)
    table = Table(title=texts("explain.answer.table"), title_justify="left", show_footer=True)
    table.add_column(texts("cli.scores.criterion"), footer=texts("explain.answer.sum", same=same), min_width=24)
    table.add_column(texts("cli.scores.unit"))
    table.add_column(texts("explain.answer.before"), justify="right")
    table.add_column(texts("explain.answer.after"), justify="right")
    table.add_column(texts("explain.answer.difference"), justify="right")
    table.add_column(texts("explain.answer.points"), footer=signed(points, 2, texts), justify="right")
    for row in told:
        table.add_row(*_cells(instance, row, texts))
    return table


def _cells(instance: Instance, row: Change, texts: Texts) -> list[str]:
    decimals = 0 if all(v == int(v) or abs(v) >= 100 for v in (row.before, row.after)) else 1
    return [
        name_in(row.criterion, texts.language),
        shown_unit(row.criterion, instance.inventory.place, texts),
        texts.number(row.before, decimals),
        texts.number(row.after, decimals),
        signed(row.difference, decimals, texts),
        "-" if row.points is None else signed(row.points, 2, texts),
    ]


def signed(value: float, decimals: int, texts: Texts) -> str:
    """A number with its sign; what is shown as nothing has none."""
    shown = texts.number(value, decimals)
    return shown if value <= 0 or round(value, decimals) == 0 else f"+{shown}"


def answers_json(instance: Instance, found: Sequence[Answer], texts: Texts) -> dict[str, object]:
    """The same for a machine."""
    return {
        "status": "no_proposal" if any(a.refused for a in found) else "stopped" if _unanswered(found) else "answered",
        "answers": [_row(instance, answer, texts) for answer in found],
    }


def _unanswered(found: Sequence[Answer]) -> bool:
    return any(a.found is None and a.refused is None for a in found)


def _row(instance: Instance, answer: Answer, texts: Texts) -> dict[str, object]:
    sentences = AnswerSentences(instance, answer, texts)
    row: dict[str, object] = {
        "unit": answer.asked.unit,
        "building": answer.asked.building,
        "there": answer.asked.there,
        "question": sentences.question,
        "verdict": sentences.verdict(),
        "already": answer.already,
        "points_before": answer.assessment.points,
    }
    if answer.refused is not None:
        row["refused"] = refusal_rows(answer.asked.added_to(instance), answer.refused, texts)
    if answer.found is not None:
        assert answer.cost is not None
        least, most = answer.cost
        row |= {
            "points_after": answer.found.assessment.points,
            "cost": {"at_least": None if least == float("-inf") else least, "at_most": most, "proven": answer.proven},
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
