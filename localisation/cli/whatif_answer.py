"""What the terminal and a machine are told of what if."""

from rich.console import Console

from localisation.cli.difference_table import difference_table
from localisation.cli.refusal import explanation_sentences, refusal_rows
from localisation.cli.say_files import say_files
from localisation.domain.instance import Instance
from localisation.exporting.explained.change import changes
from localisation.exporting.proposal_file import placement_rows
from localisation.exporting.robustness.what_if_words import WhatIfWords
from localisation.solving.robustness.what_if import WhatIf
from localisation.texts import Texts


def say_what_if(
    out: Console, instance: Instance, answer: WhatIf, stored: str | None, files: list[str], texts: Texts
) -> None:
    """The wish, the verdict, criterion by criterion, who moves, the works, and how to undo it."""
    words = WhatIfWords(instance, answer, texts)
    for line in words.wishes():
        out.print(f"{line}:" if len(list(words.wishes())) == 1 else f"• {line}", style="bold")
    for line in words.verdict():
        out.print(line, soft_wrap=True)
    if answer.refused is not None:
        asked = bool(answer.wish.asked)
        for line in explanation_sentences(answer.changed, answer.refused, texts, asked=asked):
            out.print(line, soft_wrap=True)
        return
    if answer.found is None:
        return
    if answer.found.proposal != answer.before:
        out.print(difference_table(answer.changed, answer.assessment, answer.found.assessment, texts))
        moves, works = list(words.moves()), list(words.works())
        out.print(texts(words.moves_key() if moves else "whatif.nobody"))
        for line in moves:
            out.print(f"  • {line}", soft_wrap=True)
        if works:
            out.print(texts("explain.answer.works"))
        for line in works:
            out.print(f"  • {line}", soft_wrap=True)
    out.print(words.undo(stored), soft_wrap=True)
    if files:
        say_files(out, files, texts)


def what_if_json(
    instance: Instance, answer: WhatIf, stored: str | None, files: list[str], texts: Texts
) -> dict[str, object]:
    """The same for a machine."""
    words = WhatIfWords(instance, answer, texts)
    row: dict[str, object] = {
        "status": "no_proposal" if answer.refused else "stopped" if answer.found is None else answer.found.status.value,
        "wishes": list(words.wishes()),
        "verdict": list(words.verdict()),
        "from_today": answer.from_today,
        "points_before": answer.assessment.points,
        "before_meets_musts": answer.assessment.valid,
        "undo": words.undo(stored),
        "files": files,
    }
    if answer.refused is not None:
        row["refused"] = refusal_rows(answer.changed, answer.refused, texts)
    if answer.found is not None:
        row |= {
            "points_after": answer.found.assessment.points,
            "better_by": answer.better_by,
            "criteria": [
                {"id": c.criterion.id, "before": c.before, "after": c.after, "points": c.points}
                for c in changes(answer.changed, answer.assessment, answer.found.assessment)
            ],
            "moved": list(answer.moved),
            "fewest_moved": answer.fewest,
            "placements": [p.model_dump(mode="json") for p in placement_rows(answer.found.proposal)],
            "refurbishments": sorted(answer.found.proposal.refurbishments),
        }
    return row
