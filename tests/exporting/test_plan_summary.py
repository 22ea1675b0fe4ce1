"""What the summary of a plan says of how sure its last day is, and of where it loses points."""

from dataclasses import replace

from localisation.domain.assessment import CriterionResult
from localisation.domain.vocabulary import Strength
from localisation.exporting.plan.points_lost import points_lost
from localisation.exporting.plan.simulation_rows import simulation_rows
from localisation.exporting.plan.summary import plan_summary
from localisation.pictures.plan.names import PlanNames
from localisation.solving.schedule.simulation.simulation import Driver
from localisation.texts import Texts
from tests.exporting.plan_outcome import finished, simulated
from tests.solving.sample import criterion

NB, EN = Texts("nb"), Texts("en")


def test_a_simulated_plan_says_how_sure_its_last_day_is():
    # Half of the draws are done by 14 April, four of five by 4 May, and not 95 of 100 within the calendar.
    found = plan_summary(finished(simulation=simulated()), NB)
    text = " ".join(found.told)
    assert "trekkes tilfeldig 500 ganger" in text
    assert "50 % sikkerhet senest 14. april 2020, med 80 % senest 4. mai 2020 og med 95 % etter planens slutt." in text
    (note,) = [f.note for f in found.figures if f.label == "Alle på plass"]
    assert "80 % sikkert 4. mai" in note
    assert "95 % sikkert etter planens slutt" in note
    assert "with 80 % by 4 May 2020" in " ".join(plan_summary(finished(simulation=simulated()), EN).told)


def test_a_plan_that_was_not_simulated_says_nothing_of_it():
    found = plan_summary(finished(), NB)
    assert "sikkerhet" not in " ".join(found.told)
    assert not any("sikkert" in f.note for f in found.figures)


def measured(key: str, rule: str, amount: int, points: float | None, **parameters: object) -> CriterionResult:
    row = criterion(key, rule, Strength.WEIGHT, weight=1, best=0, worst=100, parameters=parameters)
    return CriterionResult(criterion=row, amount=amount, breaches=(), points=points, met=None)


def test_what_loses_points_is_told_with_the_worst_first():
    # 17 163 900 kroner beyond the budget is 17.2 million; ten days until all is done loses less; no overtime nothing.
    # 24 000 kroner of double rent (365 days of 24 000 a year) are not shown as 0.0 million, but as they are.
    run = finished()
    results = (
        measured("V-ferdig", "completion_time", 10, 90.0),
        measured("V-budsjett", "budget_overrun", 17_163_900, 12.0, budget=("2020-1:100",)),
        measured("V-overtid", "overtime", 0, 100.0),
        measured("V-leie", "double_rent", 24 * 365, 98.8),
    )
    run = replace(run, result=replace(run.result, assessment=replace(run.result.assessment, results=results)))
    worst, other, little = points_lost(run, NB)
    assert worst == "V-budsjett: 17,2 mill. kr"
    assert other.startswith("V-ferdig: 10 ")
    assert little == "V-leie: 0,02 mill. kr"
    assert "det verste først: V-budsjett: 17,2 mill." in " ".join(plan_summary(run, NB).told)


def test_what_decides_is_sorted_by_how_often_and_what_never_does_is_left_out():
    run, found = finished(), simulated()
    first, second = (a.id for a in run.result.programme.activities[:2])
    shares = {"work:C+": 0.3, first: 40.0, second: 80.0}
    drivers = tuple(Driver(activity=a, criticality_percent=p, correlation=None) for a, p in shares.items())
    found = replace(found, everyone=replace(found.everyone, drivers=drivers))
    (everyone, *_) = simulation_rows(found, PlanNames(run.instance, run.result.programme, NB), NB)
    assert [line.rsplit("(", 1)[1] for line in everyone.drivers] == ["80 %)", "40 %)"]
