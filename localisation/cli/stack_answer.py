"""What localisation stack answers: a table for people, or JSON for machines."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from localisation.domain.stacking.stack_plan import AMOUNTS
from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.exporting.stack.stack_sentences import stack_sentences
from localisation.pictures.stack_plan_twin import stack_building_twin
from localisation.texts import Texts


def stack_json(run: FinishedStack, files: Sequence[str]) -> dict[str, object]:
    """Every building with its amounts, proof and basis."""
    return {
        "status": "optimal" if run.plan.proven else "feasible",
        "amounts": {key: getattr(run.plan.amounts, key) for key in AMOUNTS},
        "buildings": [
            {
                "building": b.building,
                "floors": len(b.task.floors),
                "confidence": b.confidence,
                "amounts": {key: getattr(b.amounts, key) for key in AMOUNTS},
                "split": b.split,
                "lacking_hundredths": dict(b.lacking),
                "parted": b.parted,
                "status": b.run.status,
                "open_from": b.run.open_from,
                "within": b.run.within,
                "seconds": b.run.seconds,
            }
            for b in run.plan.buildings
        ],
        "left_out": list(run.plan.left_out),
        "files": list(files),
    }


def say_stack(out: Console, run: FinishedStack, files: Sequence[str], texts: Texts) -> None:
    """The buildings, what must be known of them, and the files."""
    inventory, plan = run.instance.inventory, run.plan
    twin = stack_building_twin(inventory, plan, texts)
    table = Table(title=texts("stack.report.title", place=inventory.place.name), title_justify="left")
    for index, column in enumerate(twin.columns):
        table.add_column(column, justify="right" if index in twin.numeric else "left")
    for row in twin.rows:
        table.add_row(*row)
    out.print(table)
    for sentence in stack_sentences(inventory, plan, texts)[1:]:
        out.print(sentence, soft_wrap=True)
    if plan.left_out:
        names = [inventory.building[b].name for b in plan.left_out]
        out.print(texts("stack.cli.left_out", buildings=names), soft_wrap=True)
    out.print(texts("cli.propose.files"))
    for file in files:
        out.print(f"  {file}", soft_wrap=True)
