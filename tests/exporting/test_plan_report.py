"""The report of a plan: what it says, that it is whole in both languages, and that it needs nothing but itself."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.relocation.plan import Plan
from localisation.domain.vocabulary import Strength
from localisation.exporting.plan.criterion_rows import criterion_rows, must_lines
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.move_sheets import move_sheets
from localisation.exporting.plan.plan_facts import plan_facts
from localisation.exporting.plan.proof import proof
from localisation.exporting.plan.report import sections, write_plan_report
from localisation.exporting.plan.report_tables import change_rows, milestone_rows, work_rows
from localisation.exporting.plan.sent_back import sent_back
from localisation.exporting.plan.summary import plan_summary
from localisation.exporting.plan.waves import waves
from localisation.pictures.plan.names import PlanNames
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import LANGUAGES, Texts, catalogue
from tests.exporting.html_page import Element, read_page
from tests.exporting.plan_outcome import RUNS, case, finished, rejected, replanned, simulated
from tests.pictures.plan_town import planned
from tests.solving.sample import criterion

NB, EN = Texts("nb"), Texts("en")
EVIL = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'
PICTURES = ("gantt_building", "gantt_unit", "gantt_crew", "occupancy", "transit", "costs")


def everything(unit_name: str = "Plan og bygg") -> FinishedPlan:
    given = case(unit_name)
    return replace(replanned(given), simulation=simulated(), rejected=rejected(given), placement_points=79.0)


def page_of(folder: Path, run: FinishedPlan) -> Element:
    write_plan_report(folder / "report.html", run)
    return read_page((folder / "report.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Element:
    return page_of(tmp_path_factory.mktemp("plan"), everything())


def part(page: Element, language: str) -> Element:
    (found,) = page.all("div", class_="document", lang=language)
    return found


def test_nothing_is_fetched_and_the_page_itself_forbids_it(page: Element):
    for element in page.all():
        for name in ("src", "srcset", "data", "action", "poster", "background"):
            assert name not in element.attrs, element
        assert element.attrs.get("href", "#").startswith("#")
    (rule,) = [m.attrs["content"] for m in page.all("meta") if m.attrs.get("http-equiv") == "Content-Security-Policy"]
    assert rule.startswith("default-src 'none'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_and_is_a_named_landmark(page: Element, language: str):
    document = part(page, language)
    ids = [e.attrs["id"] for e in page.all() if "id" in e.attrs]
    assert len(ids) == len(set(ids))
    assert [s.attrs["id"] for s in document.all("section")] == [f"{key}-{language}" for key in sections(everything())]
    targets = {a.attrs["href"][1:] for a in document.all("nav")[0].all("a")}
    assert targets == {s.attrs["id"] for s in document.all("section")}
    for section in document.all("section"):
        (heading,) = document.all("h2", id=section.attrs["aria-labelledby"])
        assert heading.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_alt_text_and_there_is_a_table_for_each_kind(page: Element, language: str):
    figures = part(page, language).all("figure")
    assert [f.attrs["data-spec"] for f in figures] == [f"spec-{k}-{language}" for k in PICTURES]
    for figure in figures:
        (chart,) = figure.all("div", role="img")
        (spec,) = figure.all("script", type="application/json")
        assert json.loads("".join(spec.pieces))["description"] == chart.attrs["aria-label"]
        assert len(chart.attrs["aria-label"]) > 20
    assert len(part(page, language).all("details", class_="twin")) == 4  # one for the three views of the timeline


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_caption_and_row_headings(page: Element, language: str):
    for table in part(page, language).all("table"):
        assert table.all("caption")[0].text
        assert all(row.all("th", scope="row") for row in table.all("tbody")[0].all("tr"))


def test_both_languages_say_as_much(page: Element):
    nb, en = (part(page, language) for language in LANGUAGES)
    for tag in ("section", "table", "tr", "figure", "details", "li", "h3"):
        assert len(nb.all(tag)) == len(en.all(tag)), tag
    assert "Flyttebølgene" in nb.text
    assert "Flyttebølgene" not in en.text


def test_a_name_that_is_a_script_is_only_a_name(tmp_path: Path):
    page = page_of(tmp_path, everything(EVIL))
    assert not page.all("img")
    assert EVIL in part(page, "nb").text
    for spec in page.all("script", type="application/json"):
        assert "<" not in "".join(spec.pieces)


def test_a_first_plan_without_simulation_has_neither_section(tmp_path: Path):
    run = finished()
    assert {"changes", "simulation"}.isdisjoint(sections(run))
    assert page_of(tmp_path, run).all("section", id="gantt-nb")


def test_the_languages_have_the_same_keys_and_holes():
    nb, en = ({k: v for k, v in catalogue(lang).items() if k.startswith("plan.")} for lang in LANGUAGES)
    assert nb.keys() == en.keys()
    for key in nb:
        assert set(re.findall(r"{(\w+)", nb[key])) == set(re.findall(r"{(\w+)", en[key])), key


def test_the_summary_says_what_when_and_how_good():
    text = " ".join(plan_summary(everything(), NB).told)
    for said in (
        "25 ansatte skifter arbeidssted i 2 flyttinger, og den har 1 ombygging",
        "fra 2. januar 2020 til 31. mars 2020",
        "De siste er på plass ved slutten av 31. mars 2020, innen fristen 1. juni 2020",
        "10 ansatte er innom midlertidige lokaler",
        "Ren plassering ville gitt 81,5 poeng, men kan ikke gjennomføres",
        "med 79,0 poeng",
        "anslag",
    ):
        assert said in text


def test_each_goal_level_tells_whether_it_is_proven():
    run = finished()
    run = replace(run, result=replace(run.result, runs=RUNS))
    assert proof(run, NB) == "målnivå 2 er inntil 1,00 poeng fra det best mulige"
    text = " ".join(plan_summary(run, EN).told)
    assert "Goal level 1 is proven best. Goal level 2 is within 1.00 points of the best possible (gap 25.00 %)." in text
    far = replace(RUNS[1], bound=RUNS[1].value - 21 * GOAL_UNITS)
    weak = replace(run, result=replace(run.result, runs=(RUNS[0], far)))
    assert proof(weak, NB) == "målnivå 2 er ikke bevist"
    assert "the bound is too weak to tell" in " ".join(plan_summary(weak, EN).told)
    proven = replace(run, result=replace(run.result, runs=RUNS[:1]))
    assert proof(proven, NB) == "bevist beste plan"


def test_figures_can_be_redone_on_paper():
    facts = plan_facts(case(), finished().result)
    # Works 3 million, moves 15 * 10 000 + 2 * 10 * 11 500, IT 4 days at 5 000; 30 m3 carried twice.
    assert (facts.cost, facts.volume_m3, facts.people, facts.transit, facts.closed) == (3_400_000, 60, 25, 10, 1)
    assert (facts.first, facts.in_place) == (date(2020, 1, 2), date(2020, 3, 31))


def test_waves_are_weeks():
    found = [(w.monday, w.staff, w.volume_m3, [m.transit for m in w.moves]) for w in waves(finished().result)]
    assert found == [
        (date(2019, 12, 30), 10, 30, [True]),
        (date(2020, 2, 3), 10, 30, [False]),
        (date(2020, 3, 23), 15, 0, [False]),
    ]


def test_a_move_sheet_tells_what_comes_first_and_after_and_names_roles_only():
    sheets = {s.unit: s for s in move_sheets(case(), finished().result, NB)}
    assert list(sheets) == ["plan", "nav"]
    to_f, to_d = sheets["nav"].legs
    assert (to_f.origin, to_f.destination, to_f.transit, to_f.open) == ("Hus B", "Hus F", True, date(2020, 1, 8))
    assert to_f.after == (
        "Hus B leveres tilbake til eieren 8. januar 2020.",
        "NAV (10) flytter videre til Hus D 4. februar 2020.",
    )
    assert to_d.before == ("NAV (10) er i midlertidige lokaler i Hus F fra 8. januar 2020.",)
    (leg,) = sheets["plan"].legs
    assert leg.before == ("Hus C: Nye kontorer er ferdig 20. mars 2020.",)
    assert [s.what for s in leg.steps] == ["Pakking", "Flytting", "IT", "Rydding og vask"]
    assert sheets["plan"].contacts == ("Flyttekontakten i Plan og bygg", "Flyttekoordinatoren i prosjektet")


def test_what_a_new_plan_changes_has_dates_and_a_reason():
    works, move = change_rows(replanned(case()), NB)
    assert works[1:4] == ("2. jan. 2020 – 13. mars 2020", "2. jan. 2020 – 20. mars 2020", "+5")
    assert works[4] == "Du har sagt at dette er endret."
    # The whole move, from packing to cleaning and IT: from 16 to 24 March, now from 23 to 31 March.
    assert move[1:4] == ("16. mars 2020 – 24. mars 2020", "23. mars 2020 – 31. mars 2020", "+5")
    assert "Plan og bygg" in move[0]
    assert len(move[4]) > 10


def test_differences_that_are_given_are_told_as_they_are():
    run = replace(replanned(case()), differences=())
    assert change_rows(run, NB) == ()


def test_criteria_show_breaches_in_sentences_and_amounts_in_their_unit():
    must = criterion("K1", "not_before", name="Ikke før februar", units=("nav",), parameters={"day": "2020-02-01"})
    measure = criterion("K2", "people_in_transit", Strength.WEIGHT, weight=10, best=0, worst=20, name="Få i transit")
    given = replace(case(), relocation_criteria=(must, measure))
    run = finished(given)
    (row,) = criterion_rows(run, NB)
    # 10 of NAV's people wait in F: half way on a scale from 0 to 20.
    assert (row.level, row.weight, row.amount, row.points) == ("1", "10", "10", "50,0")
    (line,) = must_lines(run, NB)
    assert (line.name, line.holds) == ("Ikke før februar", False)
    (sentence,) = line.breaches
    assert "NAV" in sentence
    assert "1 av 1 krav er ikke oppfylt" in " ".join(plan_summary(run, NB).told)


def test_a_move_sheet_says_what_of_it_is_estimated(page: Element):
    """Of the figures only the size of the movers' crew is an estimate: hands are, people and volume are not."""
    (leg, *_) = next(s for s in move_sheets(case(), finished().result, NB) if s.unit == "nav").legs
    assert (leg.staff_estimated, leg.volume_estimated, leg.estimates) == (False, False, ("mannskap",))
    sheet = part(page, "en").all("details", class_="sheet")[0]
    assert "Estimates: crew" in sheet.text
    assert "(estimate)" in sheet.text


def test_placements_sent_back_for_the_same_reason_share_a_line():
    (one,) = rejected(case())
    other = replace(one, points=70.0, why={"nb": "Fristen er for kort.", "en": "The deadline is too short."})
    told = sent_back((one, replace(one, points=80.25), other), NB)
    assert told == (
        "2 plasseringer med 81,5; 80,2 poeng: Hus D åpner for sent for NAV.",
        "1 plassering med 70,0 poeng: Fristen er for kort.",
    )
    assert sent_back((other,), EN) == ("1 placement of 70.0 points: The deadline is too short.",)


def test_a_move_that_goes_another_way_says_which():
    """NAV was to go straight to D in the adopted plan, and goes by way of F in the new one."""
    given = case()
    run = replanned(given)
    straight = planned(given, via={})
    assert run.adopted is not None
    kept = {k: s for k, s in run.adopted.steps.items() if ":nav:" not in k}
    kept |= {k: s for k, s in straight.plan.steps.items() if ":nav:" in k}
    run = replace(run, adopted=Plan(steps=kept))
    nav = next(row for row in change_rows(run, NB) if "NAV" in row[0])
    assert nav[1].endswith(", direkte")
    assert nav[2].endswith(", innom Hus F")
    assert "1 flytting går en annen vei" in " ".join(plan_summary(run, NB).told)
    assert "another way" not in " ".join(plan_summary(replanned(given), EN).told)


def test_refurbishment_options_have_their_english_name():
    given = case()
    stock = given.inventory
    buildings = tuple(
        b.model_copy(
            update={"refurbishments": tuple(r.model_copy(update={"name_en": "New offices"}) for r in b.refurbishments)}
        )
        for b in stock.buildings
    )
    fields = {name: getattr(stock, name) for name in type(stock).model_fields} | {"buildings": buildings}
    run = finished(replace(given, inventory=type(stock)(**fields)))
    names = PlanNames(run.instance, run.result.programme, EN)
    assert [row[1] for row in work_rows(run, names, EN)] == ["New offices"]
    assert "works done: New offices" in [row[2] for row in milestone_rows(run, names, EN)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_opens_in_the_language_of_the_run(tmp_path: Path, language: str):
    documents = page_of(tmp_path, replace(everything(), language=language)).all("div", class_="document")
    assert [d.attrs["lang"] for d in documents if "hidden" not in d.attrs] == [language]
    assert len(documents) == len(LANGUAGES)
