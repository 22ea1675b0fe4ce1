"""What a question is answered with, when it is proven, when it is not, and when it turns out to be a gain."""

from dataclasses import replace

import pytest

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.vocabulary import Status, Strength
from localisation.exporting.explained.answer_sentences import AnswerSentences
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.explaining.answer import Answer
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.diagnosis import Diagnosis
from localisation.texts import Texts
from tests.solving.sample import criterion, instance, with_english_works

PLACE = instance()
HERE, THERE = (Proposal(placements=(Placement(unit="u", building=b, staff=2),)) for b in "AB")


def run(lost: float, bound: float | None) -> tuple[LevelRun, ...]:
    value, known = round(lost * GOAL_UNITS), None if bound is None else round(bound * GOAL_UNITS)
    status = Status.OPTIMAL if value == known else Status.FEASIBLE
    return (LevelRun(status=status, value=value, bound=known, seconds=1.0, engine="CP-SAT"),)


def found(lost: float) -> Assessment:
    return Assessment(results=(), goal=(round(lost * GOAL_UNITS),), points=100 - lost)


def answer(*, before: float, bound_before: float | None, after: float, bound_after: float | None) -> Answer:
    """Points lost by the proposal before and by the answer, with what is the least each could be known to lose."""
    result = Result(proposal=THERE, assessment=found(after), runs=run(after, bound_after), seed=1, workers=1)
    return Answer(
        asked=Asked(unit="u", building="B"),
        before=HERE,
        assessment=found(before),
        found=result,
        runs=run(before, bound_before),
    )


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ((20, 20, 22, 22), "Det koster 2,00 poeng: 80,00 blir 78,00."),
        ((20, 20, 20, 20), "Det koster ingenting: 80,00 poeng, som før."),
        ((20, 20, 22, 21), "Det koster mellom 1,00 og 2,00 poeng"),
        # Proven best before: with one must more nothing can be gained, whatever this search knew.
        ((20, 20, 22, None), "Det koster høyst 2,00 poeng: en"),
        ((20, 20, 22, 15), "Det koster høyst 2,00 poeng: en"),
        # One and a half points open before, and five by this search: at most one and a half can be gained.
        ((20, 18.5, 22, 15), "Det koster høyst 2,00 poeng, og kan vise seg å være en gevinst på inntil 1,50:"),
        ((20, None, 22, None), "Det koster høyst 2,00 poeng, og kan vise seg å være en gevinst: en"),
        ((20, 18.5, 20, None), "Det koster ingenting, og kan vise seg å være en gevinst på inntil 1,50 poeng"),
        ((20, None, 20, None), "Det koster ingenting, og kan vise seg å være en gevinst: en"),
        ((20, 18, 19, 19), "Det er en gevinst på 1,00 poeng: 80,00 blir 81,00."),
        ((20, 18, 19, None), "Det er en gevinst på 1,00 poeng, kanskje inntil 2,00: 80,00 blir 81,00."),
        ((20, None, 19, None), "Det er en gevinst på 1,00 poeng: 80,00 blir 81,00."),
    ],
)
def test_a_price_is_told_as_surely_as_it_is_known(lost: tuple[float, float | None, float, float | None], said: str):
    before, bound_before, after, bound_after = lost
    one = answer(before=before, bound_before=bound_before, after=after, bound_after=bound_after)
    assert AnswerSentences(PLACE, one, Texts("nb")).verdict().startswith(said)


def test_it_is_said_when_the_price_is_not_against_the_best():
    sure = answer(before=20, bound_before=20, after=22, bound_after=22)
    assert AnswerSentences(PLACE, sure, Texts("nb")).of_what() is None
    unsure = replace(sure, runs=run(20, 18.5))
    assert "inntil 1,50 poeng mer" in (AnswerSentences(PLACE, unsure, Texts("nb")).of_what() or "")
    unknown = replace(sure, runs=())
    assert "not proven best. Against" in (AnswerSentences(PLACE, unknown, Texts("en")).of_what() or "")
    # A gain says itself that the proposal was not the best.
    gain = answer(before=20, bound_before=18, after=19, bound_after=19)
    assert AnswerSentences(PLACE, gain, Texts("nb")).of_what() is None


def test_what_is_forbidden_is_said_to_be_forbidden():
    refused = replace(answer(before=20, bound_before=20, after=20, bound_after=20), found=None, refused=Diagnosis())
    assert AnswerSentences(PLACE, refused, Texts("nb")).verdict() == "Det går ikke: må-kravene forbyr det."


@pytest.mark.parametrize(("language", "name"), [("nb", "Tettere"), ("en", "Closer together")])
def test_works_have_their_name_in_the_language_of_the_reader(language: str, name: str):
    place = instance(stock=with_english_works())
    one = answer(before=20, bound_before=20, after=20, bound_after=20)
    assert one.found is not None
    built = replace(one.found, proposal=replace(THERE, refurbishments=frozenset({"A+"})))
    (line,) = AnswerSentences(place, replace(one, found=built), Texts(language)).works()
    assert name in line


def test_what_the_user_stopped_is_not_blamed_on_the_time():
    late = replace(answer(before=20, bound_before=20, after=20, bound_after=20), found=None)
    assert "--time-limit" in AnswerSentences(PLACE, late, Texts("nb")).verdict()
    told = AnswerSentences(PLACE, replace(late, stopped=True), Texts("nb")).verdict()
    assert told.startswith("Det ble stoppet før det var avgjort.")
    assert "--time-limit" not in told


TWO = instance(
    *(criterion(key, "annual_cost", Strength.WEIGHT, weight=1, best=0, worst=1) for key in ("nær", "dyr")),
    levels=(("nær",), ("dyr",)),
)


def on_two(assessment: Assessment, second: float) -> Assessment:
    return replace(assessment, goal=(*assessment.goal, round(second * GOAL_UNITS)))


def answer_on_two(*, first: float, second: float, room: float = 0) -> Answer:
    """What the first and the second goal level lose against a proposal that loses 4 on one and 8 on the other."""
    one = answer(before=4, bound_before=4, after=4 + first, bound_after=4 + first)
    assert one.found is not None
    after = on_two(one.found.assessment, 8 + second)
    result = replace(one.found, assessment=after, runs=one.found.runs + run(8 + second, 8 + second - room))
    return replace(one, assessment=on_two(one.assessment, 8), found=result, runs=run(4, 4) + run(8, -6))


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ((0, 3.72, 0), "på målnivå 1 (nær): 96,00 poeng, som før. På målnivå 2 (dyr) koster det 3,72 poeng."),
        (
            (0, 3.72, 1),
            "På målnivå 2 (dyr) koster det 3,72 poeng i løsningen som er funnet; den er ikke bevist best der.",
        ),
        ((0, -1, 0), "96,00 poeng, som før. På målnivå 2 (dyr) er det en gevinst på 1,00 poeng."),
        ((2, -1, 0), "Det koster 2,00 poeng på målnivå 1 (nær): 96,00 blir 94,00."),
        ((2, 0, 0), "gir flere poeng. På målnivå 2 (dyr) er det som før."),
    ],
)
def test_what_later_goal_levels_lose_is_told_too(lost: tuple[float, float, float], said: str):
    first, second, room = lost
    told = AnswerSentences(TWO, answer_on_two(first=first, second=second, room=room), Texts("nb")).verdict()
    assert said in told
    assert "like god" not in told


def test_just_as_good_is_said_only_when_every_goal_level_is():
    told = AnswerSentences(TWO, answer_on_two(first=0, second=0), Texts("nb")).verdict()
    assert told.endswith("Heller ikke på de andre målnivåene koster det noe. Det finnes altså en like god løsning.")


def test_the_goal_level_that_is_not_proven_is_named():
    told = AnswerSentences(TWO, answer_on_two(first=0, second=1), Texts("nb")).of_what() or ""
    assert "ikke bevist best på målnivå 2 (dyr): der kan det finnes et med inntil 14,00 poeng mer" in told


def test_what_is_so_already_may_be_improved_on_a_later_goal_level():
    one = replace(answer_on_two(first=0, second=-1), already=True)
    told = AnswerSentences(TWO, one, Texts("nb")).verdict()
    assert told == (
        "Slik er det allerede, og det koster ingenting. På målnivå 2 (dyr) er det en gevinst på 1,00 poeng."
    )
