"""What is said of several goal levels: what is lost on each, and what is proven of each."""

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.criterion import Criterion
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status, Strength
from localisation.exporting.level_sentences import later_sentences, proof_by_level
from localisation.exporting.robustness.what_if_words import WhatIfWords
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.robustness.what_if import WhatIf
from localisation.solving.robustness.wish import Wish
from localisation.texts import Texts
from tests.solving.sample import criterion, instance

NB = Texts("nb")


def weighted(key: str) -> Criterion:
    return criterion(key, "annual_cost", Strength.WEIGHT, weight=1, best=0, worst=1)


TWO = instance(weighted("nær"), weighted("dyr"), levels=(("nær",), ("dyr",)))


def run(value: float, bound: float | None, *, given_up: float = 0) -> LevelRun:
    units = [None if v is None else round(v * GOAL_UNITS) for v in (value, bound)]
    status = Status.OPTIMAL if bound is not None and value - given_up == bound else Status.FEASIBLE
    lost = round(given_up * GOAL_UNITS)
    return LevelRun(status=status, value=units[0], bound=units[1], seconds=1.0, engine="CP-SAT", given_up=lost)


def lost(*points: int) -> Assessment:
    return Assessment(results=(), goal=tuple(p * GOAL_UNITS for p in points), points=100 - points[0])


def test_what_is_open_is_said_of_the_goal_level_that_is_open():
    said = list(proof_by_level(TWO, (run(4, 4), run(8.63, -6)), NB))
    assert said == [
        "På målnivå 1 (nær) er det bevist at ingen løsning er bedre.",
        "På målnivå 2 (dyr) er det ikke bevist: der kan det finnes en løsning med opptil 14,63 poeng mer.",
    ]
    assert "hvor mye bedre det kan bli, er ikke kjent" in list(proof_by_level(TWO, (run(4, 4),), NB))[1]
    assert "1,00 poeng der er det gitt avkall på" in next(proof_by_level(TWO, (run(5, 4, given_up=1), run(8, 8)), NB))


def test_later_goal_levels_tell_what_is_lost_and_gained_there():
    assert list(later_sentences(TWO, lost(4, 8), lost(4, 9), NB)) == ["På målnivå 2 (dyr) koster det 1,00 poeng."]
    assert "gevinst på 2,00 poeng" in next(later_sentences(TWO, lost(4, 8), lost(5, 6), NB))
    assert list(later_sentences(TWO, lost(4), lost(5), NB)) == []


def test_what_if_does_not_say_that_nothing_is_open_and_unproven_at_once():
    found = Result(
        proposal=Proposal(placements=()), assessment=lost(4, 8), runs=(run(4, 4), run(8, -6)), seed=1, workers=1
    )
    answer = WhatIf(
        wish=Wish(), changed=TWO, before=found.proposal, assessment=found.assessment, found=found, open_before=0
    )
    told = list(WhatIfWords(TWO, answer, NB).verdict())
    assert told[0].endswith("Poengsummen på målnivå 1 (nær) er 96,00.")
    assert told[1:] == list(proof_by_level(TWO, found.runs, NB))
    assert "opptil 0,00" not in " ".join(told)
