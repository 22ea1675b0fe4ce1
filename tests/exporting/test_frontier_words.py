"""What is said of today's situation and of a proposal that was there before, beside a frontier."""

from dataclasses import replace

from localisation.exporting.frontier.frontier_words import reference_sentences
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
    assert said.startswith("Forslaget er slått på disse målene alene: punkt 2, 3 er minst like bra")


def test_todays_situation_is_told_with_the_musts_it_breaks():
    today = held(Whose.TODAY, 30_000_000, 0, assessment=BROKEN)
    first, second = reference_sentences(with_references(today), NB)
    assert first.startswith(f"Dagens situasjon bryter 1 må-krav ({BROKEN.results[0].criterion.name})")
    assert second == "Dagens situasjon: ingen av punktene er minst like bra på alle målene."
    on_a_point = replace(today, values=FRONTIER.points[0].values)
    assert reference_sentences(with_references(on_a_point), NB)[1] == (
        "Dagens situasjon har de samme verdiene som punkt 1."
    )
