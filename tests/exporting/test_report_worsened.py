"""What the recommendation says of what becomes worse."""

from dataclasses import replace

import pytest

from localisation.comparing.comparison import Comparison
from localisation.domain.assessment import CriterionResult
from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence, Strength
from localisation.exporting.report_worsened import MOST, weights_note, worsened
from localisation.texts import LANGUAGES, Texts
from tests.exporting.town_comparison import comparison
from tests.solving.sample import criterion

NB = Texts("nb")


def measured(key: str, amounts: tuple[int, int], points: tuple[float, float], **more: object) -> list[CriterionResult]:
    """Today's amount and the proposal's, of a rule that counts in hundredths."""
    row = criterion(
        key, str(more.pop("rule", "leased_workplaces")), Strength.WEIGHT, best=0, worst=100, **{"weight": 10, **more}
    )
    return [
        CriterionResult(criterion=row, amount=100 * a, met=None, points=p) for a, p in zip(amounts, points, strict=True)
    ]


def compared(*criteria: list[CriterionResult]) -> Comparison:
    """Today's results first, then those of the proposal."""
    whole = comparison()
    zero, chosen = (
        replace(a, assessment=replace(a.assessment, results=tuple(c[i] for c in criteria)))
        for i, a in enumerate(whole.alternatives)
    )
    return replace(whole, alternatives=(zero, chosen), chosen=chosen)


def test_what_becomes_worse_is_named_by_what_it_weighs_and_with_how_much():
    found = compared(
        measured("A", (100, 118), (80.0, 62.0), weight=2),  # 18 points at weight 2: 36
        measured("B", (0, 40), (100.0, 90.0), weight=10),  # 10 points at weight 10: 100; no share of nothing
        measured("C", (50, 20), (50.0, 80.0)),  # better
        measured("F", (0, 25), (100.0, 50.0), rule="people_moved"),  # told elsewhere
    )
    assert worsened(found, NB) == (
        "B: fra 0 til 40 arbeidsplasser",
        "A: fra 100 til 118 arbeidsplasser (+18 %)",
    )


def test_only_the_worst_are_named_and_the_rest_counted():
    found = worsened(compared(*(measured(f"K{i}", (10, 20), (90.0, 80.0)) for i in range(MOST + 2))), NB)
    assert len(found) == MOST + 1
    assert found[-1].startswith("2 til;")


def test_nothing_worse_is_said_of_what_is_better():
    assert worsened(compared(measured("C", (50, 20), (50.0, 80.0))), NB) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("sure", "key"), [(0, "weights"), (1, "weights_some"), (2, "")])
def test_weights_are_called_estimates_when_they_are(language: str, sure: int, key: str):
    order = [Confidence.DOCUMENTED] * sure + [Confidence.ESTIMATE] * (2 - sure)
    figures = tuple(
        Figure(table="criteria", row=row, column="weight", value="1", confidence=how, source="")
        for row, how in zip(("V1", "V2"), order, strict=True)
    )
    case, t = comparison(), Texts(language)
    said = weights_note(replace(case, instance=replace(case.instance, figures=figures)), t)
    assert said == (t(f"report.worse.{key}", count=2 - sure, all=2) if key else "")
