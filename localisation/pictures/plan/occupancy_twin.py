"""The pictures of how full the buildings are, as a table."""

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import SpaceKind
from localisation.pictures.plan.occupancy import occupancy
from localisation.pictures.plan.step_dates import date_at
from localisation.pictures.twin import Twin
from localisation.texts import Texts

_KEYS = ("building", "room_first", "need_first", "need_most", "most_day", "spare_least", "need_last", "room_last")


def occupancy_twin(instance: Instance, programme: Programme, plan: Plan, t: Texts) -> Twin:
    """One row a building in use at some time: need and room at both ends, the highest need, and the least spare."""
    rows = []
    for one in occupancy(instance, programme, plan, SpaceKind.WORKPLACE):
        most = max(one.levels, key=lambda level: level.need_hundredths)
        first, last = one.levels[0], one.levels[-1]
        rows.append(
            (
                instance.inventory.building[one.building].name,
                t.number(first.room),
                t.number(first.need),
                t.number(most.need),
                t.value(date_at(programme.calendar, most.start)),
                t.number(min(level.room - level.need for level in one.levels)),
                t.number(last.need),
                t.number(last.room),
            )
        )
    return Twin(
        caption=t("plan.occupancy.caption"),
        columns=tuple(t(f"plan.column.{key}") for key in _KEYS),
        rows=tuple(rows),
        numeric=frozenset({1, 2, 3, 5, 6, 7}),
    )
