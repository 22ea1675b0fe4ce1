"""What a stored plan says of the day it was made anew, held against itself and against the programme."""

from collections.abc import Iterator

from localisation.cli.stored_plan import StoredPlan
from localisation.domain.assessment import Breach
from localisation.domain.relocation.changes import Changes


def untrue_changes(stored: StoredPlan) -> tuple[Breach, ...]:
    """What was told that cannot be so: `about` is (kind of fault, activity, move or leg).

    unknown_told (speaks of what is not in the programme) · kept_unbegun (kept, but neither begun nor finished before
    that day) · not_kept (kept, but otherwise than in the plan adopted before). New durations and first days are for
    people to judge: they are shown.
    """
    return () if stored.changes is None else tuple(_untrue(stored, stored.changes))


def _untrue(stored: StoredPlan, changes: Changes) -> Iterator[Breach]:
    programme, adopted = stored.programme, changes.adopted
    told = {*changes.days, *changes.earliest, *changes.kept} - set(programme.activity)
    if adopted is not None:
        told |= {*adopted.steps} - set(programme.activity)
        told |= {*adopted.via} - set(programme.move) | {*adopted.runs} - set(programme.leg)
    yield from (Breach(about=("unknown_told", key)) for key in sorted(told))
    today = -1 if changes.as_of is None else programme.calendar.index(changes.as_of)
    for key in sorted(changes.kept - told):
        before = adopted.steps.get(key) if adopted is not None else None
        if before is None or stored.plan.steps.get(key) != before:
            yield Breach(about=("not_kept", key))
        elif before.start >= today and before.end > today:
            yield Breach(about=("kept_unbegun", key))
