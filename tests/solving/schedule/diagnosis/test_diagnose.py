"""Why there is no plan: faults seen without search, minimal conflicts, and the least that would do."""

from dataclasses import replace
from datetime import date

import pytest

from localisation.domain.instance import Instance
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, DaysOff
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.build import relaxable_schedule
from localisation.solving.schedule.diagnosis.diagnose import diagnose_plan
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.diagnosis.static_faults import static_faults
from localisation.solving.schedule.sentences import refusal_sentences_of_plan, relief_sentences
from localisation.solving.schedule.solve import solve_programme
from localisation.texts import LANGUAGES, Texts
from tests.solving.sample import criterion
from tests.solving.schedule.small_programmes import asked, calendar, task, tasks
from tests.solving.schedule.village_plan import ACCOUNTS, LOGISTICS, PROPOSAL, WORK, instance

WORKS_FIRST = criterion("K-bygg", "works_before_move_in")
CREW = criterion("K-lag", "crew_capacity")
ORDER = criterion("K-rekke", "move_order", units=("point",), parameters={"first": ("accounts",)})
BACK = criterion("K-omvendt", "move_order", units=("accounts",), parameters={"first": ("point",)})
STOPS = criterion("K-stopp", "stop_periods")
ROOM = criterion("K-rom", "room_every_day")


def deadline(day: str, key: str = "K-frist") -> object:
    return criterion(key, "finished_by", parameters={"day": day})


def found(case: Instance, programme: Programme | None = None) -> PlanDiagnosis:
    programme = programme or programme_of(case, PROPOSAL)
    with pytest.raises(NoPlan) as error:
        solve_programme(case, programme)
    diagnosis = error.value.diagnosis
    for language in LANGUAGES:
        assert all(line for line in refusal_sentences_of_plan(case, diagnosis, Texts(language)))
    return diagnosis


def said(case: Instance, diagnosis: PlanDiagnosis, language: str = "nb") -> str:
    return "\n".join(refusal_sentences_of_plan(case, diagnosis, Texts(language)))


def assert_minimal(case: Instance, diagnosis: PlanDiagnosis) -> None:
    """The criteria named collide by themselves, and dropping any one of them makes a plan possible."""
    named = tuple(c for c in case.relocation_criteria if c.id in diagnosis.criteria)
    assert diagnosis.minimal
    assert named
    with pytest.raises(NoPlan):
        solve_programme(replace(case, relocation_criteria=named), diagnosis.programme)
    for left_out in named:
        rest = tuple(c for c in named if c is not left_out)
        assert solve_programme(replace(case, relocation_criteria=rest), diagnosis.programme).assessment.valid


def test_a_deadline_before_the_shortest_way_to_it():
    # Works 40 days from 6 January end on 28 February; the move and IT make accounts ready on 3 March, day 42.
    case = instance(WORKS_FIRST, CREW, deadline("2020-02-26"))
    diagnosis = found(case)
    (fault,) = diagnosis.faults
    assert (fault.code, fault.criteria) == ("deadline", ("K-frist", "K-bygg"))
    assert fault.activities == (WORK, f"move:{ACCOUNTS}", f"it:{ACCOUNTS}")
    assert fault.holes == {"possible": date(2020, 3, 3), "limit": date(2020, 2, 26), "late": 4}
    assert set(diagnosis.criteria) == {"K-bygg", "K-frist"}
    assert_minimal(case, diagnosis)
    (relief,) = diagnosis.reliefs
    assert relief.criterion in {"K-bygg", "K-frist"}
    assert (relief.kind, relief.amount) == ("days", 4)
    assert diagnosis.cheapest
    assert "tidligst være ferdig 3. mars 2020" in said(case, diagnosis)
    assert "4 working days too late" in said(case, diagnosis, "en")


def test_a_deadline_before_the_day_someone_may_leave_names_both_criteria():
    # Nobody of accounts leaves before Monday 2 March; at work again on the 3rd; the deadline is 28 February.
    late = criterion("K-ro", "not_before", units=("accounts",), parameters={"day": "2020-03-02"})
    case = instance(late, CREW, deadline("2020-02-28"))
    diagnosis = found(case)
    (fault,) = diagnosis.faults
    assert (fault.code, fault.criteria, fault.holes["late"]) == ("deadline", ("K-frist", "K-ro"), 2)
    assert fault.activities == (f"move:{ACCOUNTS}", f"it:{ACCOUNTS}")
    assert_minimal(case, diagnosis)


def test_a_ring_of_orders_is_named_with_its_criteria():
    case = instance(ORDER, BACK, CREW)
    diagnosis = found(case)
    (fault,) = diagnosis.faults
    assert fault.code == "cycle"
    assert set(fault.criteria) == {"K-rekke", "K-omvendt"}
    assert {a.split(":")[1] for a in fault.activities} == {"accounts", "point"}
    assert set(diagnosis.criteria) == {"K-rekke", "K-omvendt"}
    assert_minimal(case, diagnosis)
    assert "venter på hverandre i ring" in said(case, diagnosis)


def test_a_ring_in_the_programme_itself():
    programme = tasks(calendar(20), {}, task("a", 2, ("c",)), task("b", 2, ("a",)), task("c", 2, ("b",)))
    case = asked()
    diagnosis = diagnose_plan(case, programme)
    (fault,) = diagnosis.faults
    assert (fault.code, set(fault.activities), fault.criteria) == ("cycle", {"a", "b", "c"}, ())
    assert diagnosis.conflict == ()
    assert diagnosis.relaxed is None
    assert "Det er ikke kravene som hindrer planen" in said(case, diagnosis)


def test_more_hands_than_the_crew_has():
    norms = tuple(n.model_copy(update={"hands": 5}) if n.kind is ActivityKind.MOVE else n for n in LOGISTICS.norms)
    case = instance(CREW, logistics=LOGISTICS.model_copy(update={"norms": norms}))
    diagnosis = found(case)
    assert {(f.code, f.activities[0]) for f in diagnosis.faults} == {
        ("needs_more_crew", f"move:{ACCOUNTS}"),
        ("needs_more_crew", "move:point:square>hall"),
    }
    assert diagnosis.criteria == ("K-lag",)
    (relief,) = diagnosis.reliefs
    assert (relief.kind, relief.amount, relief.on_days) == ("crew", 3, 2)
    (line,) = relief_sentences(case, diagnosis, Texts("en"))
    assert line.startswith("K-lag: 3 more of Movers on 2 working days")


def test_a_crew_that_does_not_exist():
    norms = (ActivityNorm(kind=ActivityKind.MOVE, crew="ghosts", hands=1, min_days=1),)
    case = instance(CREW, logistics=LOGISTICS.model_copy(update={"norms": norms}))
    diagnosis = found(case)
    assert ("unknown_crew", "ghosts") in {(f.code, f.holes.get("crew")) for f in diagnosis.faults}
    assert "ghosts, som ikke finnes" in said(case, diagnosis)


def test_stops_that_cover_every_day():
    stop = DaysOff(id="s", name="Stopp", first=date(2020, 1, 1), last=date(2021, 1, 1), applies_to=("accounts",))
    case = instance(STOPS, logistics=LOGISTICS.model_copy(update={"days_off": (stop,)}))
    diagnosis = found(case)
    assert {(f.code, f.activities[0], f.criteria) for f in diagnosis.faults} == {
        ("no_day", f"{kind}:{ACCOUNTS}", ("K-stopp",)) for kind in ("pack", "move", "it")
    }
    assert "fridager og stopp dekker alle" in said(case, diagnosis)


def test_a_crew_that_is_off_every_day_is_a_fault_of_the_calendar():
    off = DaysOff(id="s", name="Fri", first=date(2020, 1, 1), last=date(2021, 1, 1), applies_to=("crew:movers",))
    case = instance(CREW, logistics=LOGISTICS.model_copy(update={"days_off": (off,)}))
    diagnosis = diagnose_plan(case, programme_of(case, PROPOSAL))
    assert {f.code for f in diagnosis.faults} == {"crew_off"}
    assert "Flyttere har aldri mer enn 0 virkedager" in said(case, diagnosis)


def test_a_plan_too_short_for_its_chain():
    # 20 days on the axis; 12 and 10 one after the other.
    programme = tasks(calendar(20), {}, task("a", 12), task("b", 10, ("a",)))
    diagnosis = diagnose_plan(asked(), programme)
    (fault,) = diagnosis.faults
    assert (fault.code, fault.activities, fault.holes["missing"]) == ("beyond", ("a", "b"), 2)


def test_an_activity_longer_than_the_axis_and_a_negative_one():
    programme = tasks(calendar(5), {}, task("a", 6), task("b", -1))
    assert [f.code for f in diagnose_plan(asked(), programme).faults][:2] == ["too_long", "negative"]


def test_more_work_than_hands_in_the_whole_plan():
    programme = tasks(calendar(10), {"x": 1}, *(task(f"t{i}", 3, x=1) for i in range(4)))
    case = asked(CREW)
    diagnosis = found(case, programme)
    (fault,) = diagnosis.faults
    assert (fault.code, fault.holes["need"], fault.holes["size"]) == ("in_all_crew", 12, 10)
    (relief,) = diagnosis.reliefs
    # One more pair of hands, on two days at least (12 - 10).
    assert (relief.kind, relief.amount) == ("crew", 1)


def test_a_swap_without_transit_collides_on_room_alone_and_names_both_rooms():
    # The square holds 4 and accounts are 5: without the extension finished there is no room; swap both at once.
    case = instance(ROOM, WORKS_FIRST, CREW, STOPS, deadline("2020-06-01"))
    tight = case.inventory.building["hall"].model_copy(update={"spaces": {"workplace": 5}})
    fields = {name: getattr(case.inventory, name) for name in type(case.inventory).model_fields}
    square = case.inventory.building["square"]
    stock = type(case.inventory)(**(fields | {"buildings": (tight, square)}))
    short = replace(case, inventory=stock)
    proposal = replace(PROPOSAL, refurbishments=frozenset())
    diagnosis = found(short, programme_of(short, proposal))
    assert diagnosis.criteria == ("K-rom",)
    assert_minimal(short, diagnosis)
    assert all(r.kind == "space" for r in diagnosis.reliefs)
    lines = list(relief_sentences(short, diagnosis, Texts("nb")))
    assert any("arbeidsplasser" in line and "Torget" in line for line in lines)


def test_a_criterion_that_plays_no_part_is_never_named():
    idle = criterion("K-tom", "not_before", parameters={"day": "2020-01-06"})
    case = instance(WORKS_FIRST, idle, STOPS, CREW, deadline("2020-02-26"))
    assert set(found(case).criteria) == {"K-bygg", "K-frist"}


def test_a_limit_on_a_measure_is_told_as_the_limit_it_would_take():
    # 44 working days from the first to the last at the least: works 40, two carryings one after the other, IT.
    slow = criterion("K-tid", "completion_time", Strength.MUST, at_most=30)
    case = instance(WORKS_FIRST, CREW, slow)
    diagnosis = found(case)
    assert set(diagnosis.criteria) == {"K-tid", "K-bygg"}
    assert diagnosis.cheapest
    lines = " ".join(relief_sentences(case, diagnosis, Texts("nb")))
    assert "K-tid" in lines or "K-bygg" in lines


def test_nothing_is_found_where_there_is_a_plan():
    case = instance(WORKS_FIRST, CREW, ORDER, ROOM, STOPS, deadline("2020-06-01"))
    programme = programme_of(case, PROPOSAL)
    assert solve_programme(case, programme).assessment.valid
    assert static_faults(case, programme, relaxable_schedule(case, programme)) == ()
