"""The report: what it says, that it is whole in both languages, and that it needs nothing but itself."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.assessment import LevelRun
from localisation.domain.criterion import Criterion
from localisation.domain.vocabulary import Status
from localisation.exporting.map_files import proof, result_words
from localisation.exporting.report import SECTIONS, write_report
from localisation.exporting.report_numbers import plain, signed
from localisation.exporting.report_placements import own_units, placement_rows
from localisation.exporting.report_scores import must_rows, score_rows
from localisation.exporting.report_sources import horizon_sentence
from localisation.exporting.report_summary import summary
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import LANGUAGES, Texts, catalogue
from tests.exporting.html_page import Element, read_page
from tests.exporting.town_comparison import CRITERIA, REASONS, comparison
from tests.solving.sample import criterion

DAY = date(2020, 5, 17)
NB = Texts("nb")
EVIL = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'


def page_of(path: Path, **changes: str) -> str:
    write_report(comparison(**changes), REASONS, path, made=DAY)
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of(tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture(scope="module")
def page(html: str) -> Element:
    return read_page(html)


def part(page: Element, language: str) -> Element:
    (found,) = page.all("div", class_="document", lang=language)
    return found


def test_nothing_is_fetched(page: Element) -> None:
    for element in page.all():
        for name in ("src", "srcset", "data", "action", "poster", "background"):
            assert name not in element.attrs, element
        assert element.attrs.get("href", "#").startswith("#")
    (style,) = page.all("style")
    assert "url(" not in "".join(style.pieces)
    assert "@import" not in "".join(style.pieces)
    assert not page.all("link")
    for spec in page.all("script", type="application/json"):
        assert "http" not in "".join(spec.pieces)


def test_the_page_itself_forbids_fetching(page: Element) -> None:
    (rule,) = [m.attrs["content"] for m in page.all("meta") if m.attrs.get("http-equiv") == "Content-Security-Policy"]
    assert rule.startswith("default-src 'none'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_and_is_a_named_landmark(page: Element, language: str) -> None:
    document = part(page, language)
    ids = [e.attrs["id"] for e in page.all() if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    # Nobody visits anything in this town: there is no section on accessibility (see travel/test_access_section.py).
    shown = [f"{key}-{language}" for key in SECTIONS if key not in {"accessibility", "stack"}]
    assert [s.attrs["id"] for s in document.all("section")] == shown
    for section in document.all("section"):
        (heading,) = document.all("h2", id=section.attrs["aria-labelledby"])
        assert heading.text
    targets = {a.attrs["href"][1:] for a in document.all("nav")[0].all("a")}
    assert targets == set(shown)
    assert len(document.all("main")) == len(document.all("h1")) == len(document.all("footer")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_alt_text_and_a_table(page: Element, language: str) -> None:
    figures = part(page, language).all("figure")
    assert [f.attrs["data-spec"] for f in figures] == [
        f"spec-{k}-{language}" for k in ("scores", "map", "fill", "costs")
    ]
    for figure in figures:
        (chart,) = figure.all("div", role="img")
        assert len(chart.attrs["aria-label"]) > 20
        (spec,) = figure.all("script", type="application/json")
        assert json.loads("".join(spec.pieces))["description"] == chart.attrs["aria-label"]
        (twin,) = figure.all("details")[0].all("table")
        assert twin.all("caption")[0].text
        assert len(twin.all("tbody")[0].all("tr")) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_caption_and_row_headings_and_scrolls_in_its_own_box(page: Element, language: str) -> None:
    for table in part(page, language).all("table"):
        assert table.all("caption")[0].text
        assert all(row.all("th", scope="row") for row in table.all("tbody")[0].all("tr"))
        assert table.parent is not None
        assert table.parent.attrs["tabindex"] == "0"
        assert table.parent.attrs["aria-label"]


def test_both_languages_say_as_much(page: Element) -> None:
    nb, en = (part(page, language) for language in ("nb", "en"))
    for tag in ("section", "table", "tr", "figure", "details", "li"):
        assert len(nb.all(tag)) == len(en.all(tag)), tag
    assert "Anbefalingen" in nb.text
    assert "Anbefalingen" not in en.text
    assert "The recommendation" in en.text


@pytest.mark.parametrize("file", ["report", "pictures"])
def test_the_languages_have_the_same_keys_and_holes(file: str) -> None:
    nb, en = ({k: v for k, v in catalogue(lang).items() if k.startswith(f"{file}.")} for lang in ("nb", "en"))
    assert nb.keys() == en.keys()
    for key in nb:
        assert set(re.findall(r"{(\w+)}", nb[key])) == set(re.findall(r"{(\w+)}", en[key])), key


def test_the_word_estimate_stands_wherever_estimated_figures_show(page: Element) -> None:
    for language, word in (("nb", "anslag"), ("en", "estimate")):
        document = part(page, language)
        for key in ("summary", "scores", "map", "fill", "placements", "moves", "refurbishments", "costs"):
            (section,) = document.all("section", id=f"{key}-{language}")
            assert word in section.text, key


def test_a_name_that_is_a_script_is_only_a_name(tmp_path: Path) -> None:
    page = read_page(page_of(tmp_path / "report.html", unit_name=EVIL))
    assert not page.all("img")
    assert len([s for s in page.all("script") if "type" not in s.attrs]) == 2
    assert EVIL in part(page, "nb").text
    for spec in page.all("script", type="application/json"):
        assert "<" not in "".join(spec.pieces)
        json.loads("".join(spec.pieces))


def test_the_recommendation_in_figures_one_can_redo() -> None:
    found = summary(comparison(), NB, estimated=True)
    text = " ".join(found.sentences)
    assert "«Forslag» for By" in text
    assert "4 bygg mot 3 i dag, og 25 av 56 ansatte" in text
    # moved: 100 - 100*25/50 = 50 points, weight 10; leased workplaces: D, 10 of 20 = 50 points, weight 30.
    assert "får det 50,0 poeng" in text
    assert "1 av 1 krav er ikke oppfylt" in text
    assert "bevist at ingen annen" in text
    assert {f.label: f.value for f in found.figures}["Skifter arbeidssted"] == "25"


def test_an_open_gap_is_told_in_points() -> None:
    run = LevelRun(status=Status.FEASIBLE, value=3 * GOAL_UNITS, bound=GOAL_UNITS, seconds=60, engine="CP-SAT")
    text = " ".join(summary(comparison(run=run), NB, estimated=False).sentences)
    assert "inntil 2,00 poeng mer" in text
    assert "anslag" not in text


def test_score_table_has_sum_first_then_weights_then_what_is_only_shown() -> None:
    rows = score_rows(comparison(), NB)
    assert [(r.name, r.weight) for r in rows] == [
        ("Samlet", ""),
        ("Lite leid", "30"),
        ("Få flytter", "10"),
        ("Årlig kostnad", "vises bare"),
    ]
    today, proposal = rows[2].cells
    assert (today.amount, today.points, today.change) == ("0", "100,0 p", "")
    assert (proposal.amount, proposal.points, proposal.change) == ("25", "50,0 p", "−50,0")


def test_a_broken_must_shows_in_words_with_its_sentence() -> None:
    (row,) = must_rows(comparison(), NB)
    assert row.holds == ((True, 0), (False, 1))
    ((name, chosen, (sentence,)),) = row.breaches
    assert (name, chosen) == ("Forslag", True)
    assert {"Hus C", "15", "12"} <= set(re.findall(r"Hus C|\d+", sentence))


def test_loss_of_points_is_told_in_the_criterions_own_unit() -> None:
    # 5 points on the whole are 5 * 40/10 = 20 of the criterion's own 100, which are 50 people: 10 people.
    assert own_units(comparison(), CRITERIA[1], 5.0) == pytest.approx(10)
    rows = {(r.unit, r.building): r for r in placement_rows(comparison(), REASONS, NB)}
    nav = rows["NAV", "Hus D"]
    assert (nav.next_best, nav.loss) == ("Hus B", "2,50")
    assert nav.decided[0] == "Få flytter: +10 personer (−5,00 poeng)"
    assert nav.decided[1].startswith("Lite leid: −0,7 ")
    assert nav.closed_by == ("Plass til alle (stenger 3 bygg)",)
    assert rows["Innbyggertorg", "Hus E"].next_best == "ingen andre bygg er mulige når alle andre blir sittende"
    assert rows["Plan og bygg", "Hus A"].next_best == "ikke vurdert"


def test_method_and_digests_are_there(page: Element) -> None:
    (section,) = part(page, "nb").all("section", id="method-nb")
    for wanted in ("CP-SAT", "0,00 %", "0123456789abcdef" * 4, "geodata/by/units.csv", "Bevist beste løsning", "1,5"):
        assert wanted in section.text


def test_the_day_premises_are_needed_until_and_the_horizon_are_told_apart() -> None:
    whole = comparison()
    demand = criterion("M2", "availability")
    scenario = whole.instance.scenario.model_copy(update={"horizon_years": 20})
    (year, month, day) = (scenario.start.year, scenario.start.month, scenario.start.day)

    def said(until: date, *criteria: Criterion) -> str:
        asked = scenario.model_copy(update={"needed_until": until})
        return horizon_sentence(replace(whole, instance=replace(whole.instance, scenario=asked, criteria=criteria)), NB)

    assert said(date(year + 10, month, day), demand) == NB(
        "report.method.horizon_past", day=date(year + 10, month, day), years=20
    )
    assert said(date(year + 20, month, day), demand).endswith("er ikke med.")
    # Where no criterion demands it, the day decides nothing.
    assert said(date(year + 10, month, day)) == ""


def test_estimates_are_grouped_and_counted(page: Element) -> None:
    (section,) = part(page, "nb").all("section", id="estimates-nb")
    assert "2 anslag, 1 avledede tall og 1 dokumenterte tall" in section.text
    groups = [d.all("summary")[0].text for d in section.all("details")]
    assert groups == ["Bygg, Bruttoareal (m²) 1 anslag", "Enheter, Ansatte 1 anslag, 1 avledet"]
    assert "900" not in section.text  # documented


def test_signed_numbers() -> None:
    assert [signed(v, NB) for v in (1.25, -1.26, 0.0, 0.04)] == ["+1,2", "−1,3", "0", "+0,04"]
    assert [plain(v, NB) for v in (3.0, 3.14, 314.15, 1234.0)] == ["3", "3,1", "314", "1\xa0234"]


@pytest.mark.parametrize("first", LANGUAGES)
def test_the_report_opens_in_the_language_asked_for(tmp_path: Path, first: str) -> None:
    write_report(comparison(), REASONS, tmp_path / "report.html", first=first)
    page = read_page((tmp_path / "report.html").read_text("utf-8"))
    documents = page.all("div", class_="document")
    assert [d.attrs["lang"] for d in documents if "hidden" not in d.attrs] == [first]
    assert documents[0].attrs["lang"] == first
    assert len(documents) == len(LANGUAGES), "the other is one click away"


def test_of_several_goal_levels_points_and_proof_are_of_the_level_that_is_named() -> None:
    whole = comparison()
    levels = (("V1",), ("V2",))
    instance = replace(whole.instance, scenario=whole.instance.scenario.model_copy(update={"levels": levels}))
    proven = LevelRun(status=Status.OPTIMAL, value=GOAL_UNITS, bound=GOAL_UNITS, seconds=1.0, engine="CP-SAT")
    beyond = replace(proven, status=Status.FEASIBLE, bound=-2 * GOAL_UNITS)
    chosen = replace(whole.chosen, runs=(proven, beyond), status=Status.FEASIBLE)
    several = replace(whole, instance=instance, chosen=chosen, alternatives=(whole.alternatives[0], chosen))
    found = summary(several, NB, estimated=False)
    text = " ".join(found.sentences)
    assert "Poengene er dem på målnivå 1 (Få flytter) alene:" in text
    assert "best på alle kriterier" not in text
    assert "På målnivå 1 (Få flytter) er det bevist" in text
    assert "På målnivå 2 (Lite leid) er det ikke bevist: der kan det finnes en løsning med opptil 3,00 poeng" in text
    assert found.figures[0].label == "Poeng av 100 på målnivå 1 (Få flytter)"
    assert score_rows(several, NB)[0].name == "Samlet på målnivå 1 (Få flytter)"
    assert result_words(several, NB).count("poeng av 100 på målnivå 1 (Få flytter)") == 1
    assert proof(several, NB) == "inntil 3,00 poeng fra det best mulige på målnivå 2"


def test_why_an_alternative_with_more_points_is_not_recommended_is_said() -> None:
    whole = comparison()
    better = replace(whole.chosen, id="annet", name="Annet", assessment=replace(whole.chosen.assessment, points=61.0))
    beside = replace(whole, alternatives=(*whole.alternatives, better))
    said = " ".join(summary(beside, NB, estimated=False).sentences)
    (must,) = (name for r in better.assessment.broken_musts for name in [r.criterion.name])
    assert f"«Annet» får 61,0 poeng med disse kriteriene, men bryter 1 av kravene her: {must}." in said
    lawful = replace(better, assessment=replace(better.assessment, results=()))
    beside = replace(whole, alternatives=(*whole.alternatives, lawful))
    assert "søket fant ikke noe så godt i tide" in " ".join(summary(beside, NB, estimated=False).sentences)
    assert "Annet" not in " ".join(summary(whole, NB, estimated=False).sentences)
    today = replace(beside, chosen=whole.alternatives[0])
    assert "Annet" not in " ".join(summary(today, NB, estimated=False).sentences)
