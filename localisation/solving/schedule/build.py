"""The model of who moves when: every criterion encoded as its strength says."""

from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Measure, Requirement
from localisation.rules.goal import best_raw, prices, relocation_levels
from localisation.rules.linear import Linear, total
from localisation.rules.relocation.base import RelocationMeasure
from localisation.rules.statement import RelocationStatement, relocation_statements
from localisation.solving.explaining.demand import BOUND
from localisation.solving.schedule.bounds.energy import add_energy_rows
from localisation.solving.schedule.bounds.floor import floor
from localisation.solving.schedule.model.keep import keep
from localisation.solving.schedule.model.lags import Lags
from localisation.solving.schedule.model.model import ScheduleModel


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSchedule:
    """The model with one objective for each goal level, in goal units, and what each comes to at least."""

    schedule: ScheduleModel
    objectives: tuple[Linear, ...]
    floors: tuple[int, ...]


def build_schedule(instance: Instance, programme: Programme, changes: Changes | None = None) -> BuiltSchedule:
    """Encode every criterion: musts as rows, weighted requirements with `broken` variables, measures as sums.

    What `changes` says is done or under way is held fast.
    """
    schedule = ScheduleModel(programme)
    keep(schedule, changes)
    stated = relocation_statements(instance, programme)
    for s in stated:
        strength = s.criterion.strength
        if isinstance(s.rule, Requirement) and strength is not Strength.INFO:
            _encode(schedule, s, soft=strength is Strength.WEIGHT)
            if strength is Strength.WEIGHT:
                broken = [
                    Linear({v: 1}) for (criterion, _), v in schedule.broken.items() if criterion == s.criterion.id
                ]
                schedule.amounts[s.criterion.id] = total(broken)
    for s in stated:
        if isinstance(s.rule, Measure) and (s.criterion.at_most is not None or s.criterion.strength is Strength.WEIGHT):
            encode_measure(schedule, s, soft=False)
    objectives = []
    for level in relocation_levels(instance):
        price = prices(stated, level)
        lost = (
            (schedule.amounts[s.criterion.id] - best_raw(s)) * price[s.criterion.id]
            for s in stated
            if s.criterion.id in price
        )
        objectives.append(total(lost))
    lags = Lags(schedule.network)
    for objective in objectives:
        add_energy_rows(schedule, objective, lags)
    floors = tuple(floor(schedule.network, objective, lags) for objective in objectives)
    return BuiltSchedule(schedule=schedule, objectives=tuple(objectives), floors=floors)


def relaxable_schedule(instance: Instance, programme: Programme, changes: Changes | None = None) -> ScheduleModel:
    """The model with a `broken` variable on every must, for finding out what has to give way."""
    schedule = ScheduleModel(programme)
    keep(schedule, changes)
    for s in relocation_statements(instance, programme):
        if s.criterion.strength is not Strength.MUST:
            continue
        if isinstance(s.rule, Measure):
            encode_measure(schedule, s, soft=True)
        else:
            _encode(schedule, s, soft=True)
    return schedule


def encode_measure(schedule: ScheduleModel, statement: RelocationStatement, *, soft: bool) -> None:
    """A measure's amount, and its bound if the criterion has one and is a must."""
    rule, criterion = statement.rule, statement.criterion
    assert isinstance(rule, RelocationMeasure)
    schedule.open(criterion.id, soft=soft)
    rule.encode(schedule, statement.given)
    amount = schedule.close()
    if criterion.at_most is not None and criterion.strength is Strength.MUST:
        schedule.require(amount <= criterion.at_most * rule.raw_per_unit, about=BOUND)


def _encode(schedule: ScheduleModel, statement: RelocationStatement, *, soft: bool) -> None:
    schedule.open(statement.criterion.id, soft=soft)
    statement.rule.encode(schedule, statement.given)
    schedule.close()
