"""The serial scheme on paper: as early as can be, room freed as others leave, rings broken."""

from collections.abc import Mapping

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.first_plan.serial import serial_plans
from localisation.solving.schedule.verify import assess_plan
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import HANDS, LAST_DAY, asked, calendar, moving, task, tasks


def room(*places: str):
    return criterion("K-plass", "small_room", parameters={"places": places})


def first_plan(case, programme: Programme) -> tuple[Plan, Mapping[int, int]] | None:
    built = build_schedule(case, programme)
    values = next(iter(serial_plans(built.schedule, built.objectives[0], seed=1, attempts=1, seconds=10)), None)
    if values is None:
        return None
    plan = built.schedule.plan([values.get(v, 0) for v in range(len(built.schedule.network.variables))])
    assert assess_plan(case, programme, plan).valid
    return plan, values


def test_the_longest_chain_goes_first():
    """One hand. long (1 day) has 4 days behind it, short (2 days) none: long, then what follows beside nobody."""
    programme = tasks(
        calendar(12), {"x": 1, "y": 1}, task("short", 2, x=1), task("long", 1, x=1), task("then", 4, ("long",), y=1)
    )
    plan, _ = first_plan(asked(HANDS, LAST_DAY), programme)
    assert [plan.steps[a].start for a in ("long", "then", "short")] == [0, 1, 1]


def test_one_enters_the_day_after_the_other_has_left():
    """v leaves B (4 places) on day 0 and is out on day 1; only then can u enter."""
    plan, _ = first_plan(
        asked(room("A=4", "B=4", "C=4"), LAST_DAY), moving(calendar(6), ("u", "A", "B", 4), ("v", "B", "C", 3))
    )
    assert [plan.steps[a].start for a in ("m-v0", "m-u0")] == [0, 1]


def test_a_ring_is_broken_through_transit_premises():
    """u and v swap full buildings. v, the smaller, waits in T on day 0; u follows on day 1, and v on day 2."""
    plan, _ = first_plan(
        asked(room("A=4", "B=4", "T=4"), LAST_DAY),
        moving(calendar(6), ("u", "A", "B", 4), ("v", "B", "A", 3), swing=("T",)),
    )
    assert plan.via == {"u": "", "v": "T"}
    assert [plan.steps[a].start for a in ("m-vT0", "m-u0", "m-vT1")] == [0, 1, 2]


def test_a_ring_without_transit_premises_gives_no_first_plan():
    programme = moving(calendar(6), ("u", "A", "B", 4), ("v", "B", "A", 4))
    assert first_plan(asked(room("A=4", "B=4"), LAST_DAY), programme) is None


def test_days_off_are_kept():
    """x is off on day 1: two unbroken days start on day 2, three pausing ones from day 0 end after day 3."""
    programme = tasks(calendar(8, x={1}), {"x": 2}, task("unbroken", 2, x=1), task("pauses", 3, pausing=True, x=1))
    plan, _ = first_plan(asked(HANDS, LAST_DAY), programme)
    assert plan.steps["unbroken"].start == 2
    assert (plan.steps["pauses"].start, plan.steps["pauses"].end) == (0, 4)


def test_what_it_reckons_is_what_the_check_finds():
    """The makespan in the values is the plan's: 3 + 1 days, as c needs both hands."""
    programme = tasks(calendar(10), {"x": 2}, task("a", 3, x=1), task("b", 2, x=1), task("c", 1, x=2))
    case = asked(HANDS, LAST_DAY)
    built = build_schedule(case, programme)
    *_, values = serial_plans(built.schedule, built.objectives[0], seed=1, attempts=20, seconds=10)
    (makespan,) = built.objectives[0].terms
    assert values[makespan] == 4


def test_a_wish_no_plan_can_hold_is_let_go():
    """Room in B for one of the two who go there: no plan holds that, so both go in at once."""
    wish = criterion("V-plass", "small_room", Strength.WEIGHT, weight=1, parameters={"places": ("B=1",)})
    programme = moving(calendar(6), ("u", "A", "B", 1), ("v", "A", "B", 1))
    plan, _ = first_plan(asked(wish, LAST_DAY), programme)
    assert {step.start for step in plan.steps.values()} == {0}
