"""What is said to be done stays done, whatever comes after the search."""

from dataclasses import replace

from localisation.domain.relocation.plan import Step
from localisation.solving.schedule.restored import restored
from localisation.solving.schedule.tried_together import TriedTogether
from tests.solving.sample import criterion
from tests.solving.schedule.replanned_hamlet import ACCOUNTS, HANDS, SOON, anew, instance, planned, wrong

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
