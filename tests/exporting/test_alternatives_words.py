"""What is said of alternatives when the best is not proven best."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from localisation.domain.assessment import LevelRun
from localisation.domain.vocabulary import Status, Strength
from localisation.exporting.alternatives.alternatives_words import alternatives_sentences, alternatives_twin, open_words
from localisation.exporting.alternatives.book import write_book
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.alternatives.difference import Differ
from localisation.solving.alternatives.near_best import NearBests, near_best
from localisation.solving.solve import solve
from localisation.texts import Texts
from tests.solving.frontier.test_solve_frontier import fixed

NB = Texts("nb")


@pytest.fixture(scope="module")
def proven() -> FinishedAlternatives:
    case = fixed(10)
    best = solve(case)
    found = near_best(case, best, within_goal=20 * GOAL_UNITS, count=2, differ=Differ.PEOPLE, seconds=60)
    return FinishedAlternatives(
        instance=case,
        best=best,
        found=found,
        differ=Differ.PEOPLE,
        language="nb",
        scenario=Path("x.toml"),
        area=None,
        home=Path(),
    )


def stopped_at(run: FinishedAlternatives, room: int | None) -> FinishedAlternatives:
    """The same, had the search been stopped with so many goal units open."""
    value = run.best.assessment.goal[0]
    bound = None if room is None else value - room
    level = LevelRun(status=Status.FEASIBLE, value=value, bound=bound, seconds=1.0, engine="CP-SAT")
    return replace(run, best=replace(run.best, runs=(level,)))


def test_what_is_proven_best_is_called_best_and_nothing_is_open(proven: FinishedAlternatives):
    said = " ".join(alternatives_sentences(proven, NB))
    assert "taper høyst 20 poeng mer enn det beste forslaget." in said
    assert "ikke bevist" not in said.replace("Det er ikke bevist for alle", "")
    assert open_words(proven, NB) == "ingenting"
    twin = alternatives_twin(proven, NB)
    assert twin.columns[2:4] == ("Tapt mot det beste forslaget, grense 20", "Høyst bak det best mulige")
    assert all(row[2] == row[3] for row in twin.rows)


def test_fewer_than_asked_for_are_told_apart_from_all_there_are(proven: FinishedAlternatives):
    assert isinstance(proven.found, NearBests)
    short = replace(proven.found, asked=3, alternatives=proven.found.alternatives[:2], no_more=False)

    def said(found: NearBests) -> str:
        return " ".join(alternatives_sentences(replace(proven, found=found), NB))

    assert "2 av 3 som det ble spurt etter: tiden løp ut." in said(short)
    english = " ".join(alternatives_sentences(replace(proven, found=short), Texts("en")))
    assert "2 of 3 asked for: the time ran out. It is not proven that there are no more." in english
    assert "0 av 3 som det ble spurt etter: tiden løp ut." in said(replace(short, alternatives=()))
    for found in (replace(short, no_more=True), replace(short, stopped=True), replace(short, asked=2)):
        assert "tiden løp ut" not in said(found)
    assert "Det finnes ingen andre forslag innenfor grensen" in said(replace(short, no_more=True))


def test_what_is_open_for_the_best_known_is_added_to_what_each_alternative_loses(
    proven: FinishedAlternatives, tmp_path: Path
):
    run = stopped_at(proven, 3 * GOAL_UNITS // 2)
    said = " ".join(alternatives_sentences(run, NB))
    assert "mer enn det beste kjente forslaget. Fra det beste kjente forslaget er det høyst 1,50 poeng" in said
    assert open_words(run, NB) == "høyst 1,50"
    for entry in run.entries:
        assert run.behind(entry.assessment) == pytest.approx(run.lost(entry.assessment) + 1.5)
    assert alternatives_twin(run, NB).rows[0][:4] == (
        "Beste kjente forslag",
        NB.number(run.best.assessment.points, 2),
        "0,00",
        "1,50",
    )
    write_book(tmp_path / "a.xlsx", run)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [[c.value for c in row] for row in sheet.iter_rows(min_row=4, max_row=5)]
    assert cells[1][cells[0].index("Høyst bak det best mulige")] == pytest.approx(1.5)


def test_without_any_bound_nothing_is_said_of_the_best_possible(proven: FinishedAlternatives):
    run = stopped_at(proven, None)
    said = " ".join(alternatives_sentences(run, Texts("en")))
    assert "How far it is from the best known proposal to the best possible is not known" in said
    assert [row[3] for row in alternatives_twin(run, NB).rows] == ["–"] * len(run.entries)
    assert "Forslaget" in [e.name for e in replace(run, given=True).entries]


def test_what_alternatives_lose_on_later_goal_levels_is_told(tmp_path: Path):
    case = fixed(10)
    weighted = [c.id for c in case.criteria if c.strength is Strength.WEIGHT]
    order = ((weighted[0],), tuple(weighted[1:]))
    case = replace(case, scenario=case.scenario.model_copy(update={"levels": order}))
    best = solve(case)
    found = near_best(case, best, within_goal=20 * GOAL_UNITS, count=1, differ=Differ.PEOPLE, seconds=60)
    run = FinishedAlternatives(
        instance=case, best=best, found=found, differ=Differ.PEOPLE, language="nb", scenario=Path("x.toml"),
        area=None, home=Path(),
    )  # fmt: skip
    lost = (found.alternatives[0].assessment.goal[1] - best.assessment.goal[1]) / GOAL_UNITS
    assert lost
    said = " ".join(alternatives_sentences(run, NB))
    assert "er regnet på målnivå 1 (" in said
    assert f"er {NB.number(max(lost, 0), 2)} poeng." in said
    twin = alternatives_twin(run, NB)
    assert twin.columns[2].endswith(", målnivå 1")
    assert twin.columns[4] == "Tapt mot det beste forslaget, målnivå 2"
    assert [row[4] for row in twin.rows] == ["0,00", NB.number(lost, 2)]
    write_book(tmp_path / "a.xlsx", run)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [[c.value for c in row] for row in sheet.iter_rows(min_row=4, max_row=6)]
    assert cells[2][cells[0].index(twin.columns[4])] == pytest.approx(lost)
