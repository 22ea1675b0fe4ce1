"""A plan made anew changes as little as it must, and says why."""

from localisation.domain.relocation.derive import programme_of
from localisation.domain.vocabulary import Status, Strength
from localisation.solving.schedule.replanning.difference import Why
from localisation.solving.schedule.replanning.difference_sentences import difference_sentences
from localisation.solving.schedule.replanning.least_deviation import with_least_deviation
from localisation.solving.schedule.replanning.replan import changes_of
from localisation.solving.schedule.replanning.replanned import Replanned, replanned
from localisation.solving.schedule.verify import assess_plan
from tests.solving.sample import criterion
from tests.solving.schedule.village_plan import ACCOUNTS, POINT, PROPOSAL, WORK, adopted, instance

WORKS_FIRST = criterion("K-bygg", "works_before_move_in")
CREW = criterion("K-lag", "crew_capacity")
ORDER = criterion("K-rekke", "move_order", units=("point",), parameters={"first": ("accounts",)})
SOON = criterion("V-ferdig", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=200)
CASE = instance(WORKS_FIRST, CREW, ORDER, SOON)


def anew(day: int, *delays: str, done: tuple[str, ...] = (), case=CASE) -> Replanned:
    programme = programme_of(case, PROPOSAL)
    plan = adopted()
    assert assess_plan(case, programme, plan).valid
    changes = changes_of(case, programme, plan, as_of=programme.calendar.days[day], done=done, delays=delays)
    return replanned(case, PROPOSAL, plan, changes)


def test_without_changes_nothing_moves_though_it_could_be_done_sooner():
    found = anew(10)
    assert found.result.status is Status.OPTIMAL
    assert found.differences == ()
    assert difference_sentences(CASE, found.result.programme, (), "nb") == ("Ingenting er flyttet i tid.",)


def test_a_late_refit_moves_those_who_wait_for_it_and_names_it():
    # The works end on day 50 instead of 40. Accounts is carried on 50; the point, planned for 42, must come after.
    found = anew(10, "Påbygg +2w")
    steps = found.result.plan.steps
    assert steps[WORK].end == 50
    assert (steps[f"move:{ACCOUNTS}"].start, steps[f"move:{POINT}"].start) == (50, 51)
    by_thing = {c.thing: c for c in found.differences}
    assert by_thing[WORK].why is Why.TOLD
    assert (by_thing[ACCOUNTS].why, by_thing[ACCOUNTS].because_of) == (Why.CRITERION, WORK)
    assert by_thing[ACCOUNTS].criterion.id == "K-bygg"
    assert (by_thing[POINT].why, by_thing[POINT].because_of) == (Why.CRITERION, ACCOUNTS)


def test_the_least_deviation_comes_before_the_goal():
    # Five people ten days late and four people nine days late: 86 person-days; the works are not moved.
    found = anew(10, "Påbygg +2w")
    assert found.result.assessment.result(found.instance.scenario.plan.levels[0][0]).amount == 5 * 10 + 4 * 9
    assert [r.status for r in found.result.runs] == [Status.OPTIMAL, Status.OPTIMAL]


def test_a_slip_that_slack_takes_up_moves_nobody_else():
    # Accounts' IT takes one day more: they work again on day 43 instead of 42, nobody waits for that.
    found = anew(10, "IKT Regnskap +1d")
    assert [(c.thing, c.why) for c in found.differences] == [(ACCOUNTS, Why.TOLD)]


def test_what_was_not_begun_before_its_day_is_moved_to_today():
    # On day 42 the works turn out to last until 50, so nothing planned after them has been done.
    found = anew(42, "Påbygg +2w")
    assert found.result.plan.steps[f"move:{ACCOUNTS}"].start == 50
    assert all(s.start >= 42 for a, s in found.result.plan.steps.items() if a not in found.result.changes.kept)


def test_every_difference_is_a_sentence_in_both_languages():
    found = anew(10, "Påbygg +2w")
    nb = difference_sentences(found.instance, found.result.programme, found.differences, "nb")
    en = difference_sentences(found.instance, found.result.programme, found.differences, "en")
    assert nb[0].startswith("Ombyggingen «Påbygg» i Torget: fra 6. januar 2020–")
    assert "Det henger sammen med ombyggingen «Påbygg» i Torget." in " ".join(nb)
    assert "It has to do with the move of Regnskap from Rådhuset to Torget." in " ".join(en)


def test_a_list_that_weighs_the_deviation_already_has_it_first_and_once():
    own = criterion("V-avvik", "plan_deviation", Strength.WEIGHT, weight=5, best=0, worst=500)
    case = with_least_deviation(instance(WORKS_FIRST, SOON, own))
    assert case.scenario.plan.levels == (("V-avvik",), ("V-ferdig",))
    assert [c.id for c in case.relocation_criteria] == ["K-bygg", "V-ferdig", "V-avvik"]
    added = with_least_deviation(instance(WORKS_FIRST, SOON))
    assert len(added.scenario.plan.levels) == 2
    assert added.relocation_criteria[-1].rule == "plan_deviation"
