"""The days leases are paid for without being needed, to the solver."""

from localisation.domain.relocation.leases import leases_left, leases_taken_up
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.filled import filled
from localisation.rules.latest import earliest, latest
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import ALWAYS, RelocationModel
from localisation.rules.soonest import soonest


def lease_spans(model: RelocationModel, given: PlanGiven) -> dict[str, Linear]:
    """Calendar days by building, as `overlap_days` says; never too few, so use them where more cannot help."""
    programme, days = given.programme, len(given.programme.calendar)
    elapsed = programme.calendar.elapsed
    spans: dict[str, Linear] = {}
    for building in leases_left(given.inventory, programme):
        there = [s for s in programme.stays if s.building == building and not s.waiting]
        leave = [(model.start(s.open_until), model.goes(s.move, s.via)) for s in there]
        leaving = [s for s in programme.stays if s.building == building and s.until]  # those who wait there too
        clear = [(model.end(s.until), model.goes(s.move, s.via)) for s in leaving]
        first = earliest(model, leave, days, f"first out of {building}")
        last = latest(model, clear, days, f"last out of {building}")
        spans[building] = model.lookup(elapsed, last) - model.lookup(elapsed, first)
    for building in leases_taken_up(given.inventory, programme):
        there = [s for s in programme.stays if s.building == building and not s.waiting]
        new = [(filled(model, given, s), ALWAYS) for s in there if s.new]
        coming = [s for s in there if not s.new]
        begin = [*new, *((model.start(s.since), model.goes(s.move, s.via)) for s in coming)]
        begin += [(model.start(w.id), ALWAYS) for w in programme.works if w.building == building]
        ready = [*new, *((model.end(s.open_from), model.goes(s.move, s.via)) for s in coming)]
        first = earliest(model, begin, days, f"begun in {building}")
        last = soonest(model, ready, days, f"first ready in {building}")
        spans[building] = model.lookup(elapsed, last) - model.lookup(elapsed, first)
    return spans
