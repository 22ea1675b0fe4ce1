"""Building fill, scores and costs: the figures behind the bars."""

import json
from dataclasses import replace

import altair as alt
import pytest
import vl_convert

from localisation.domain.instance import Given
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.vocabulary import SpaceKind, Strength
from localisation.pictures.bar_table import fitted
from localisation.pictures.cost_bars import cost_bars, cost_twin
from localisation.pictures.costs import costs
from localisation.pictures.score_bars import score_bars, score_twin
from localisation.pictures.stack import Fill, fills, stack, stack_twin
from localisation.rules.placement.present_value import PresentValue
from localisation.solving.verify import assess
from localisation.texts import LANGUAGES, Texts
from tests.pictures.town import PROPOSAL, town
from tests.solving.sample import criterion

NB = Texts("nb")
TODAY = town().inventory.today


@pytest.mark.parametrize("proposal", [PROPOSAL, TODAY])
def test_the_parts_add_up_to_what_the_rule_measures(proposal: Proposal) -> None:
    instance = town()
    given = Given(instance=instance, units=instance.inventory.units)
    assert costs(instance, proposal).total == PresentValue().measure(given, proposal)


def test_costs_of_the_town_by_hand() -> None:
    found = costs(town(), PROPOSAL)
    assert found.refurbishment == 300_000  # 3 000 thousand
    assert found.moving == 25 * 1_000  # 15 + 10 people at 10 thousand each
    assert found.exit == 15_000  # the lease of B, 150 thousand
    assert found.annual == 100 * (1_000 + 400)  # A in use and D rented; nothing owned stands empty at a cost


def test_cost_table_is_in_millions_with_a_row_an_alternative() -> None:
    twin = cost_twin(town(), [("I dag", TODAY), ("Forslag", PROPOSAL)], NB)
    assert [row[0] for row in twin.rows] == ["I dag", "Forslag"]
    assert twin.rows[1][1:5] == ("3,0", "0,2", "0,2", "1,4")  # 0.25 and 0.15 round to the even digit
    assert "mill. kr" in twin.caption


def test_fill_counts_need_against_room() -> None:
    found = {f.building: (f.need, f.room, f.percent, f.over) for f in fills(town(), PROPOSAL)}
    assert found == {
        "A": (25, 40, 62, False),
        "C": (15, 12, 125, True),
        "D": (10, 20, 50, False),
        "E": (6, 8, 75, False),
    }
    assert {f.kind for f in fills(town(), PROPOSAL)} == {SpaceKind.WORKPLACE}


def test_a_building_that_is_too_full_says_so_in_signs_and_not_only_colour() -> None:
    assert "! 15/12 · 125 %" in json.dumps(stack(town(), PROPOSAL, NB), ensure_ascii=False)
    assert ("Hus C", "Arbeidsplasser", "plasser", "15", "12", "125 %", "−3") in stack_twin(town(), PROPOSAL, NB).rows


def test_score_bars_hold_negative_and_large_points() -> None:
    weighed = criterion("V", "people_moved", Strength.WEIGHT, weight=10, best=0, worst=10, name="Få flytter")
    instance = replace(town(), criteria=(weighed,))
    named = [("I dag", assess(instance, TODAY)), ("Forslag", assess(instance, PROPOSAL))]
    twin = score_twin(named, NB)
    assert twin.rows == (("Samlet", "", "100,0", "−150,0"), ("Få flytter", "10", "100,0", "−150,0"))
    drawn = json.dumps(score_bars(named, NB), ensure_ascii=False)
    assert "−150,0" in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_valid_vega_lite_and_draws(language: str) -> None:
    t = Texts(language)
    weighed = criterion("V", "people_moved", Strength.WEIGHT, weight=10, best=0, worst=10)
    instance = replace(town(), criteria=(weighed,))
    named = [("I dag", TODAY), ("Forslag", PROPOSAL)]
    scored = [(name, assess(instance, p)) for name, p in named]
    for spec in (stack(instance, PROPOSAL, t), cost_bars(instance, named, t), score_bars(scored, t)):
        alt.LayerChart.from_dict(spec)
        assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(spec))
        assert spec["description"]


def test_an_empty_proposal_draws_nothing_and_fails_nothing() -> None:
    assert fills(town(), Proposal(placements=())) == ()
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(stack(town(), Proposal(placements=()), NB)))


def test_names_too_long_for_their_room_are_cut_with_an_ellipsis() -> None:
    assert fitted("Kort", 100, 11) == "Kort"
    cut = fitted("Et svært langt navn på et bygg", 60, 11)
    assert cut.endswith("…")
    assert len(cut) < 15


def test_need_is_rounded_up_so_that_full_means_full() -> None:
    one = Proposal(placements=(Placement(unit="torg", building="E", staff=6),))
    (fill,) = [f for f in fills(town(), one) if f.building == "E"]
    assert (fill.need_hundredths, fill.need) == (600, 6)


def test_the_share_is_of_the_need_that_is_shown() -> None:
    # 4.2 workplaces of 6 are shown as 5 of 6, and that is 83 %, not 70 %.
    fill = Fill(building="E", kind=SpaceKind.WORKPLACE, need_hundredths=420, room=6)
    assert (fill.need, fill.percent, fill.over) == (5, 83, False)
