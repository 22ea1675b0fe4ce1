"""Works that turn out to be late when the plan says that others have moved: who and when is told, or nothing at all.

In the hamlet the works at the square take days 0 to 5 (9 to 13 March 2020). The hall is full: accounts leaves it on
day 5 for the square, and cleaned up it is on day 6; so the service point moves there on day 7, Wednesday 18 March.
"""

from datetime import date

import pytest

from localisation.domain.errors import InvalidData
from localisation.domain.relocation.result import PlanResult
from localisation.reading.told import told
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.replanning.replan import changes_of
from localisation.solving.schedule.sentences import refusal_sentences_of_plan
from localisation.texts import Texts
from tests.rules.relocation.hamlet import SWAP
from tests.solving.sample import criterion
from tests.solving.schedule.replanned_hamlet import ACCOUNTS, HANDS, POINT, SOON, anew, instance, planned, wrong

ROOM = criterion("K-rom", "room_every_day")
WORKS_FIRST = criterion("K-bygg", "works_before_move_in")
CASE = instance(HANDS, SOON, ROOM, WORKS_FIRST, transit=False)


@pytest.fixture(scope="module")
def first() -> PlanResult:
    found = planned(CASE, SWAP)
    starts = {a: found.plan.steps[a].start for a in ("work:extension", f"move:{ACCOUNTS}", f"move:{POINT}")}
    assert starts == {"work:extension": 0, f"move:{ACCOUNTS}": 5, f"move:{POINT}": 7}
    return found


def refused(before: PlanResult, day: int, *delays: str, done: tuple[str, ...] = (), language: str = "nb") -> str:
    """What is said when there is no plan."""
    with pytest.raises(NoPlan) as error:
        anew(CASE, before, day, *delays, done=done)
    return "\n".join(refusal_sentences_of_plan(CASE, error.value.diagnosis, Texts(language)))


def test_who_moved_in_before_late_works_is_named_with_the_dates(first):
    # Day 7: the works take a week more, to day 9, Friday 20 March; yet accounts is said to have moved in, on day 5.
    said = refused(first, 7, "Påbygg +1w", done=("Regnskap",))
    assert "Påbygg" in said
    assert "er meldt forsinket og er ikke ferdig før 20. mars 2020" in said
    assert "flyttelasset for Regnskap (Rådhuset til Torget) er sagt å være gjort eller i gang fra 16. mars 2020" in said


def test_who_moved_into_rooms_nobody_has_left_is_named_with_the_dates(first):
    # Day 8: the works are late, so accounts has not moved; but by the plan the point came to the full hall on day 7.
    said = refused(first, 8, "Påbygg +1w")
    assert "Da har flyttelasset for Regnskap (Rådhuset til Torget) ikke gått 16. mars 2020 slik planen sa" in said
    assert "flyttelasset for Innbyggertorget (Torget til Rådhuset) gikk etter planen 18. mars 2020" in said
    assert "report the last one late too" in refused(first, 8, "Påbygg +1w", language="en")


def test_saying_that_the_other_is_late_too_makes_a_plan(first):
    found = anew(CASE, first, 7, "Påbygg +1w")
    assert wrong(found) == []
    assert found.result.plan.steps[f"move:{ACCOUNTS}"].start == 10
    assert found.result.plan.steps[f"move:{POINT}"].start == 12


def faults(before: PlanResult, day: int, *delays: str) -> list[str]:
    """What is wrong with what is said, in Norwegian."""
    with pytest.raises(InvalidData) as error:
        changes_of(CASE, before.programme, before.plan, as_of=before.programme.calendar.days[day], delays=delays)
    return [told(problem, "nb").what for problem in error.value.problems]


def test_a_delay_that_was_over_before_today_is_refused(first):
    # Finished on day 4, Friday 13 March, or with three days more on day 7, Wednesday 18 March.
    (said,) = faults(first, 8, "Påbygg +3d")
    assert "er etter planen ferdig 13. mars 2020, og med forsinkelsen 18. mars 2020" in said
    assert "før 19. mars 2020" in said
    days = first.programme.calendar.days
    assert days[8] == date(2020, 3, 19)
    found = changes_of(CASE, first.programme, first.plan, as_of=days[8], delays=("Påbygg +4d",))
    assert found.adopted.steps["work:extension"].end == 9, "not over yet: it lasts through today"


def test_two_delays_of_the_same_are_refused(first):
    (said,) = faults(first, 2, "Påbygg +3d", "extension +1w")
    assert "to ganger: med 3 virkedager og med 5 virkedager" in said
    assert len(faults(first, 2, "Regnskap +1d", "Regnskap +1d")) == 1
