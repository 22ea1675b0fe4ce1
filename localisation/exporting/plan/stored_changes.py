"""What a plan had to reckon with, as it is stored."""

from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.changes import Changes
from localisation.exporting.plan.plan_file_schema import AdoptedRow, ChangesRow
from localisation.exporting.plan.stored_steps import adopted_step_rows, vehicle_rows


def changes_row(changes: Changes, calendar: Calendar) -> ChangesRow:
    """The changes, the plan adopted before with its dates."""
    adopted = None
    if changes.adopted is not None:
        adopted = AdoptedRow(
            steps=adopted_step_rows(calendar, changes.adopted),
            via={move: via for move, via in sorted(changes.adopted.via.items()) if via},
            runs=vehicle_rows(changes.adopted),
        )
    return ChangesRow(
        as_of=changes.as_of,
        days=dict(sorted(changes.days.items())),
        earliest=dict(sorted(changes.earliest.items())),
        kept=tuple(sorted(changes.kept)),
        adopted=adopted,
    )
