"""What there is to do in the village when accounts go to the square and the service point to the town hall."""

from datetime import date

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, Crew, Logistics, SwingSpace
from localisation.domain.relocation.programme import Programme
from localisation.domain.scenario import PlanSettings
from tests.rules import village

LOGISTICS = Logistics(
    crews=(Crew(id="movers", name="Flyttere", size=2, nok_per_day=1_000),),
    norms=(
        ActivityNorm(kind=ActivityKind.PACK, staff_per_day=4),
        ActivityNorm(kind=ActivityKind.MOVE, crew="movers", hands=2, staff_per_day=10, m3_per_day=10),
        ActivityNorm(kind=ActivityKind.IT, min_days=1, high_percent=250),
    ),
)


def programme(logistics: Logistics = LOGISTICS, changes: Changes | None = None) -> Programme:
    old = village.INVENTORY
    fields = {name: getattr(old, name) for name in type(old).model_fields}
    settings = PlanSettings(start=date(2020, 1, 6), until=date(2020, 3, 27))
    scenario = village.SCENARIO.model_copy(update={"planning": settings})
    inventory = Inventory(**(fields | {"logistics": logistics}))
    instance = village.Instance(inventory=inventory, criteria=(), scenario=scenario, travel=village.TRAVEL)
    return programme_of(instance, village.proposal("square", "hall", extension=True), changes)


def test_norms_turn_people_and_cubic_metres_into_days():
    # 5 people at 10 a day and 5 m3 at 10 a day: half a day and half a day. 6 people make it 1.1 days.
    norm = LOGISTICS.norm(ActivityKind.MOVE)
    assert [norm.days(5, 5), norm.days(6, 5), norm.days(0, 0)] == [1, 2, 0]
    assert LOGISTICS.norm(ActivityKind.PACK).days(5, 900) == 2
    assert LOGISTICS.norm(ActivityKind.CLEAN).days(500, 900) == 0, "without a norm, in no time"


def test_a_move_is_packed_carried_and_set_up_in_that_order():
    found = programme()
    assert [m.id for m in found.moves] == ["accounts:hall>square", "point:square>hall"]
    (route,) = found.move["accounts:hall>square"].routes
    (leg,) = route.legs
    assert (leg.first, leg.ready, leg.cleared) == (leg.pack, leg.it, leg.move)
    days = {a.kind: a.days for a in found.activities if a.leg == leg.id}
    assert days == {ActivityKind.PACK: 2, ActivityKind.MOVE: 1, ActivityKind.IT: 1}
    assert found.activity[leg.move].after == (leg.pack,)
    assert found.activity[leg.it].after == (leg.move,)
    assert (found.activity[leg.it].low_days, found.activity[leg.it].high_days) == (None, 3)
    # Five people at 10 000 and 5 m3 at 1 000: 55 000 in all. Nobody's day is paid for the packing.
    assert [found.activity[a].cost_nok for a in leg.activities] == [0, 55_000, 0]


def test_works_take_five_days_a_week_and_rest_when_craftsmen_do():
    (work,) = programme().works
    assert (work.id, work.days, work.pausing, work.building) == ("work:extension", 40, True, "square")


def test_who_moves_is_in_one_place_until_cleared_and_in_the_other_from_the_day_of_the_move():
    stays = [s for s in programme().stays if s.unit == "accounts"]
    assert [(s.building, s.since, s.until, s.open_from, s.open_until) for s in stays] == [
        ("hall", "", "move:accounts:hall>square", "", "move:accounts:hall>square"),
        ("square", "move:accounts:hall>square", "", "it:accounts:hall>square", ""),
    ]


def test_transit_premises_give_a_second_way_for_those_they_can_hold():
    hut = village.HALL.model_copy(update={"id": "hut", "spaces": {"workplace": 4}})
    old = village.INVENTORY
    fields = {name: getattr(old, name) for name in type(old).model_fields}
    logistics = LOGISTICS.model_copy(update={"swing_space": (SwingSpace(building="hut"),)})
    inventory = Inventory(**(fields | {"buildings": (*old.buildings, hut), "logistics": logistics}))
    instance = village.Instance(inventory=inventory, criteria=(), scenario=village.SCENARIO, travel=village.TRAVEL)
    found = programme_of(instance, village.proposal("square", "hall"))
    assert [r.via for r in found.move["accounts:hall>square"].routes] == [""], "five need five desks"
    route = found.move["point:square>hall"].routes[1]
    assert (route.via, [(leg.origin, leg.destination) for leg in route.legs]) == (
        "hut",
        [("square", "hut"), ("hut", "hall")],
    )
    assert found.activity[route.legs[1].first].after == (route.legs[0].ready,)
    waiting = [s for s in found.stays if s.via == "hut" and s.waiting]
    assert [(s.building, s.since, s.until) for s in waiting] == [("hut", route.legs[0].move, route.legs[1].cleared)]


def test_a_delay_and_a_day_before_which_nothing_new_starts():
    changes = Changes(as_of=date(2020, 1, 13), days={"work:extension": 50}, kept=frozenset({"work:extension"}))
    found = programme(changes=changes)
    assert (found.activity["work:extension"].days, found.activity["work:extension"].earliest) == (50, 0)
    assert found.activity["pack:accounts:hall>square"].earliest == 5, "Monday of the second week"


def test_where_people_work_six_days_a_week_a_week_of_works_is_six_days():
    (work,) = programme(LOGISTICS.model_copy(update={"weekdays": (0, 1, 2, 3, 4, 5)})).works
    assert work.days == 48
