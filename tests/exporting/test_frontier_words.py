"""What is said of today's situation and of a proposal that was there before, beside a frontier."""

from dataclasses import replace

from localisation.exporting.frontier.frontier_words import frontier_sentences, reference_sentences
from localisation.solving.frontier.reference import Whose
from localisation.texts import Texts
from tests.pictures.test_frontier_chart import BROKEN, FRONTIER, held, with_references

NB, EN = Texts("nb"), Texts("en")


def test_a_proposal_on_a_proven_point_lies_on_the_frontier_and_on_another_perhaps():
    # Point 2 is proven, point 3 is not.
    proven, perhaps = (held(Whose.PROPOSAL, *FRONTIER.points[i].values) for i in (1, 2))
    (said,) = reference_sentences(with_references(proven), NB)
    assert said.startswith("Forslaget ligger på fronten som punkt 2: det er bevist")
    (said,) = reference_sentences(with_references(perhaps), EN)
    assert said == ("The proposal has the same values as point 3. Whether any other proposal beats it is not decided.")


def test_a_proposal_that_is_beaten_is_beaten_on_these_measures_alone():
    (said,) = reference_sentences(with_references(held(Whose.PROPOSAL, 61_000_000, 4)), NB)
    assert said.startswith("Forslaget er slått på disse målene alene, av punkt 2, 3: minst like bra")


def test_todays_situation_is_told_with_the_musts_it_breaks():
    today = held(Whose.TODAY, 30_000_000, 0, assessment=BROKEN)
    first, second = reference_sentences(with_references(today), NB)
    assert first.startswith(f"Dagens situasjon bryter 1 må-krav ({BROKEN.results[0].criterion.name})")
    assert second == "Dagens situasjon: ingen av punktene er minst like bra på alle målene."
    on_a_point = replace(today, values=FRONTIER.points[0].values)
    assert reference_sentences(with_references(on_a_point), NB)[1] == (
        "Dagens situasjon har de samme verdiene som punkt 1."
    )


def test_what_the_time_was_enough_for_is_told_and_what_to_do():
    # The costs have a proven end, the people moved have not.
    said = " ".join(frontier_sentences(replace(FRONTIER, seconds=5.2), EN))
    assert "The time, 5 seconds, was enough to prove what is best on 1 of the 2 measures alone." in said
    assert "Give more time with --time-limit. It gets further in the same time when it begins from a stored" in said
    begun = with_references(held(Whose.PROPOSAL, 40_000_000, 15))
    assert "begins from a stored proposal" not in " ".join(frontier_sentences(begun, EN))


def test_a_frontier_with_nothing_proven_is_none_to_choose_by():
    points = tuple(replace(p, proven=False, room=(None, None), least_on=()) for p in FRONTIER.points)
    said = " ".join(frontier_sentences(replace(FRONTIER, points=points, seconds=5.0), NB))
    assert said.startswith("3 punkter er funnet, og ingenting om dem er bevist")
    assert "Tiden, 5 sekunder, var for kort til å bevise hva som er best på noe av målene alene." in said
    assert "knekkpunkt" not in said
    assert "%" not in said
    bounded = replace(FRONTIER, points=tuple(replace(p, room=(1, None)) for p in points))
    assert "ingen er bevist å ligge på fronten: hvor mye bedre" in " ".join(frontier_sentences(bounded, NB))


def test_time_is_blamed_only_where_it_fell_short():
    sure = tuple(replace(p, proven=True, room=(0, 0), least_on=p.best_on) for p in FRONTIER.points)
    for frontier in (replace(FRONTIER, points=sure), replace(FRONTIER, stopped=True)):
        assert "--time-limit" not in " ".join(frontier_sentences(frontier, NB))
    between = (sure[0], replace(sure[1], proven=False, room=(1, 0)), sure[2])
    said = " ".join(frontier_sentences(replace(FRONTIER, points=between), NB))
    assert "best på hvert mål alene, men ikke alle punktene mellom" in said
