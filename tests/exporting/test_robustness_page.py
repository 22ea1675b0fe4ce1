"""The page of a study of robustness: in a real browser without network, and with the words of its figures."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from localisation.domain.assessment import LevelRun, Result
from localisation.domain.vocabulary import Status
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.page import write_page
from localisation.exporting.robustness.robustness_twins import known_twin, ranges_twin, verdict_text
from localisation.exporting.robustness.robustness_words import (
    among,
    flip_sentences,
    range_sentence,
    range_sentences,
    summary,
)
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.study_robustness import study_robustness
from localisation.solving.robustness.tried import Verdict
from localisation.solving.solve import solve
from localisation.texts import Texts
from tests.exporting.test_report_browser import pytestmark
from tests.exporting.test_study_browser import test_the_page_works_offline_in_both_languages as works_offline
from tests.solving.frontier.test_solve_frontier import fixed

__all__ = ["pytestmark"]
NB = Texts("nb")


def study() -> Robustness:
    case = fixed(10)
    best = solve(case)
    own = Known(name="Anbefalingen", name_en="", proposal=best.proposal, assessment=best.assessment)
    limits, name = case.scenario.solve, ("Utfordreren", "The rival")
    return study_robustness(case, best, [own], draws=20, seed=1, limits=limits, name_met=lambda _: name, refine=True)


def test_the_page_works_offline_and_says_what_the_study_found(tmp_path: Path):
    found = study()

    def write(path: Path) -> None:
        run = FinishedRobustness(study=found, seconds=5, language="nb", scenario=path, area=None, home=path.parent)
        write_page(path, run)

    works_offline(tmp_path, write, "Hvor robust")
    # The weight of annual_cost is 30; below some weight the rival is better, and that is proven to be the point.
    said = list(range_sentences(found, NB))
    cost = next(one for one in found.ranges if one.criterion.id == "annual_cost")
    assert cost.low > 0
    # Without an upper limit no range is proven throughout, so it is only "not beaten".
    told = "ikke slått så lenge vekten av «annual_cost» er minst"
    assert any(told in line and "dette bedre: Utfordreren" in line for line in said)
    turned = [line for line in flip_sentences(found, NB) if "annual_cost" in line]
    assert len(turned) == 1
    assert "bevist" in turned[0]
    assert f"{len(found.overturned)} gir et annet forslag" in " ".join(summary(found, NB))


def test_without_rivals_nothing_is_promised_but_what_is_proven():
    found = study()
    alone = replace(found, known=found.known[:1], draws=replace(found.draws, wins=(20,)))
    assert alone.rivals == 0
    said = " ".join([*summary(alone, NB), among(alone, NB)])
    assert "Ingen andre forslag" in said
    assert "trekkes" not in said
    lines = list(range_sentences(alone, NB))
    assert lines
    assert all("bevist" in line for line in lines)
    assert {row[2] for row in ranges_twin(alone, NB).rows} == {"–"}
    assert [row[3] for row in known_twin(alone, NB).rows] == ["–"]


def test_the_tiles_count_what_is_proven_and_name_a_weight_only_where_its_limit_is_found(tmp_path: Path):
    found = study()
    tried = found.tried[:3]
    proven = sum(one.verdict is Verdict.HOLDS for one in tried)
    free = tuple(replace(r, low=Fraction(0), high=None, below=None, above=None, empty=False) for r in found.ranges)
    short = replace(found, tried=tried, untried=len(found.tried) - 3, ranges=free)
    page = tmp_path / "sensitivity.html"
    run = FinishedRobustness(study=short, seconds=5, language="nb", scenario=page, area=None, home=tmp_path)
    write_page(page, run)
    told = page.read_text("utf-8")
    assert f"<strong>{proven}</strong> <span>av 3 prøvde (av {len(found.tried)} i alt)" in told
    assert "ingen grense funnet" in told


def test_only_what_is_proven_holds_and_the_rest_is_not_beaten():
    found = study()
    cost = next(one for one in found.ranges if one.criterion.id == "annual_cost")
    closed = replace(cost, low=Fraction(10), high=Fraction(50), sure=(Fraction(10), Fraction(50)))
    assert "Anbefalingen holder så lenge" in range_sentence(closed, NB)
    short = replace(closed, sure=(Fraction(10), Fraction(49)))
    assert "Anbefalingen er ikke slått så lenge" in range_sentence(short, NB)
    for language, held, other in (("nb", "holder", "ikke slått"), ("en", "holds", "not beaten")):
        t = Texts(language)
        told = [(one.verdict, verdict_text(one, t)) for one in found.tried]
        open_run = replace(found.tried[0], found=None)
        assert open_run.verdict is Verdict.UNBEATEN
        told.append((open_run.verdict, verdict_text(open_run, t)))
        for verdict, text in told:
            assert (held in text) is (verdict is Verdict.HOLDS)
            assert (other in text) is (verdict is Verdict.UNBEATEN)


def test_the_tile_of_the_draws_says_among_how_many_and_how_many_are_proven(tmp_path: Path):
    found = study()
    # The recommendation is proven; whoever beat it under a change is proven best there.
    assert found.proven == found.rivals + 1 > 1
    page = tmp_path / "sensitivity.html"
    unproven = replace(found, best=replace(found.best, runs=_open(found.best)), tried=())
    assert unproven.proven == 0
    run = FinishedRobustness(study=unproven, seconds=5, language="nb", scenario=page, area=None, home=tmp_path)
    write_page(page, run)
    assert f"<span>blant {found.rivals + 1} forslag, 0 av dem bevist best" in page.read_text("utf-8")


def _open(result: Result) -> tuple[LevelRun, ...]:
    return tuple(replace(run, status=Status.FEASIBLE, bound=None) for run in result.runs)
