"""What is said to be done stays done, whatever comes after the search and whatever was said before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.logistics import DaysOff
from localisation.domain.relocation.plan import Step
from localisation.solving.schedule.diagnosis.fault_sentences import FaultSentences
from localisation.solving.schedule.diagnosis.kept_faults import kept_faults
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.finishing.tried_together import TriedTogether
from localisation.solving.schedule.replanning.restored import restored
from tests.rules.relocation.hamlet import LOGISTICS, MONDAY
from tests.solving.sample import criterion
from tests.solving.schedule.replanned_hamlet import ACCOUNTS, HANDS, POINT, SOON, anew, instance, planned, wrong

PACK = f"pack:{ACCOUNTS}"
LATE = criterion("K-ikke-foer", "not_before", parameters={"day": "2020-03-27"})


def test_packing_done_before_its_day_stays_done():
    # Nobody leaves before Friday 27 March, day 14: the packing, planned just before, was done by Monday 16 March.
    case = instance(HANDS, SOON, LATE, transit=False)
    first = planned(case)
    assert first.plan.steps[PACK].start > 5
    found = anew(case, first, 5, done=("pakkingen Regnskap",))
    assert found.result.plan.steps[PACK] == Step(start=4, end=5)
    assert wrong(found) == []


def test_a_wish_that_undoes_what_is_done_is_not_fulfilled():
    case = instance(HANDS, SOON, LATE, transit=False)
    first = planned(case)
    found = anew(case, first, 5, done=("pakkingen Regnskap",))
    tried = TriedTogether(found.instance, found.result)
    tried.all_of([{PACK: first.plan.steps[PACK]}])
    assert tried.result.plan == found.result.plan
    assert restored(found.instance, found.result, first.plan).plan == found.result.plan
    untold = replace(found.result, changes=None)
    tried = TriedTogether(found.instance, untold)
    tried.all_of([{PACK: first.plan.steps[PACK]}])
    assert tried.result.plan.steps[PACK] == first.plan.steps[PACK], "nothing else stands in the way of it"


def test_what_was_late_and_is_done_after_all_is_done():
    # Day 0: accounts begins ten days later than planned. Day 8: it has been packed nevertheless, by the day before.
    case = instance(HANDS, SOON, transit=False)
    late = anew(case, planned(case), 0, "Regnskap +10d")
    assert late.result.plan.steps[PACK].start >= 10
    found = anew(case, late.result, 8, done=("pakkingen Regnskap",))
    assert found.result.changes.earliest == {}
    assert found.result.plan.steps[PACK] == Step(start=7, end=8)
    assert wrong(found) == []


def test_what_was_said_of_others_still_holds():
    case = instance(HANDS, SOON)
    late = anew(case, planned(case), 0, "Regnskap +10d")
    found = anew(case, late.result, 3, "IKT Innbyggertorget +1d")
    assert found.result.changes.earliest == late.result.changes.earliest
    assert {c.thing for c in found.differences} == {POINT}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_cannot_have_been_done_as_it_is_said_is_told_by_its_name(language):
    # Accounts is carried on day 1 or 2; since then the movers were found to have been off all that week.
    case = instance(HANDS, SOON)
    first = planned(case)
    week = DaysOff(id="fri", name="Fri", first=MONDAY, last=MONDAY + timedelta(days=4), applies_to=("crew:movers",))
    case = instance(HANDS, SOON, logistics=LOGISTICS.model_copy(update={"days_off": (week,)}))
    begun = first.plan.steps[f"move:{ACCOUNTS}"].start
    with pytest.raises(NoPlan) as error:
        anew(case, first, begun + 1)
    faults = [f for f in error.value.diagnosis.faults if f"move:{ACCOUNTS}" in f.activities]
    assert [f.code for f in faults] == ["kept"]
    said = FaultSentences(case, first.programme, language)(faults[0])
    assert "Regnskap" in said
    assert ("begynte" if language == "nb" else "began on") in said


def test_what_began_before_that_which_it_waits_for_is_told_with_both():
    case = instance(HANDS, SOON)
    first = planned(case)
    move = f"move:{ACCOUNTS}"
    adopted = replace(first.plan, steps={**first.plan.steps, PACK: Step(start=3, end=4), move: Step(start=2, end=3)})
    changes = Changes(kept=frozenset({PACK, move}), adopted=adopted)
    (fault,) = [f for f in kept_faults(first.programme, changes) if f.code == "kept_before"]
    assert fault.activities == (PACK, move)
