"""When the musts on who moves when cannot all hold: why, and the least that has to give way."""

from collections.abc import Collection

from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.programme import Programme
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear, total
from localisation.rules.statement import relocation_statements
from localisation.solving.engines.outcome import Outcome
from localisation.solving.explaining.demand import PHYSICS_COST
from localisation.solving.progress import Stop
from localisation.solving.schedule.build import relaxable_schedule
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis
from localisation.solving.schedule.diagnosis.elastic import Elastic, elastic
from localisation.solving.schedule.diagnosis.plan_conflict import PlanConflict
from localisation.solving.schedule.diagnosis.reliefs import reliefs
from localisation.solving.schedule.diagnosis.static_faults import static_faults
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.network import Source
from localisation.solving.schedule.model.search import search
from localisation.solving.schedule.verify import assess_plan


def diagnose_plan(
    instance: Instance,
    programme: Programme,
    limits: SolveLimits | None = None,
    *,
    changes: Changes | None = None,
    stop: Stop | None = None,
) -> PlanDiagnosis:
    """What can be seen without search, a minimal conflict of criteria, and the smallest relaxation in numbers.

    First the fewest demands give way (what states physics weighs more), then those by as little as possible. Raises
    `Disagreement` when the relaxed plan turns out to break nothing.
    """
    limits = limits or instance.scenario.plan.solve
    schedule = relaxable_schedule(instance, programme, changes)
    faults = static_faults(instance, programme, schedule, changes)
    seconds = max(10.0, limits.time_limit_s / 2)
    conflicts = PlanConflict(schedule, limits, stop, seconds)
    conflict = conflicts.minimal()
    diagnosis = PlanDiagnosis(programme=programme, faults=faults, conflict=conflict, minimal=conflicts.sure)
    return _relaxed(instance, diagnosis, schedule, limits, stop)


def _relaxed(
    instance: Instance, diagnosis: PlanDiagnosis, schedule: ScheduleModel, limits: SolveLimits, stop: Stop | None
) -> PlanDiagnosis:
    """The diagnosis with the smallest relaxation, as far as one was found in time."""
    programme, seconds = diagnosis.programme, max(5.0, limits.time_limit_s / 4)
    fewest = _fewest(instance, programme, schedule, limits, seconds, stop)
    if fewest.values is None:
        return diagnosis
    giving = {source for source, broken in schedule.broken.items() if fewest.values[broken]}
    values, found = fewest.values, None
    least = _least(schedule, giving, limits, seconds, stop)
    if least is not None:
        found, outcome = least
        assert outcome.values is not None
        values = outcome.values
    plan = schedule.plan(values)
    assessment = assess_plan(instance, programme, plan)
    if assessment.valid:
        raise Disagreement("the solver says that no plan exists, the independent check has one in hand")
    proven = fewest.status is Status.OPTIMAL and least is not None and least[1].status is Status.OPTIMAL
    return PlanDiagnosis(
        programme=programme,
        faults=diagnosis.faults,
        conflict=diagnosis.conflict,
        minimal=diagnosis.minimal,
        relaxed=plan,
        assessment=assessment,
        reliefs=reliefs(instance, schedule, assessment, found, values),
        cheapest=proven,
    )


def _fewest(
    instance: Instance,
    programme: Programme,
    schedule: ScheduleModel,
    limits: SolveLimits,
    seconds: float,
    stop: Stop | None,
) -> Outcome:
    """The plan that breaks the fewest demands, those hard to change weighing more."""
    physics = {s.criterion.id for s in relocation_statements(instance, programme) if s.rule.states_physics}
    costs = (Linear({v: PHYSICS_COST if criterion in physics else 1}) for (criterion, _), v in schedule.broken.items())
    schedule.network.objective = total(costs)
    return search(schedule.network, limits, seconds=seconds, stop=stop)


def _least(
    schedule: ScheduleModel, giving: Collection[Source], limits: SolveLimits, seconds: float, stop: Stop | None
) -> tuple[Elastic, Outcome] | None:
    """The plan in which those demands give way by the least; None when none was found in time."""
    stretched = elastic(schedule, giving)
    outcome = search(stretched.network, limits, seconds=seconds, stop=stop)
    return None if outcome.values is None else (stretched, outcome)
