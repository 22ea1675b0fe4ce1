"""The section on accessibility says what one finds on paper, and stands in the page in both languages."""

from dataclasses import replace
from pathlib import Path

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Given
from localisation.domain.travel import Mode, ModeMix
from localisation.domain.vocabulary import Strength
from localisation.exporting.report import write_report
from localisation.exporting.travel.access_section import access_section
from localisation.pictures.travel.access_figures import AccessFigures
from localisation.pictures.travel.service import visited_services
from localisation.rules.placement.population_coverage import PopulationCoverage
from localisation.rules.statement import rule_of
from localisation.texts import LANGUAGES, Texts
from tests.exporting.html_page import read_page
from tests.exporting.town_comparison import comparison as unvisited
from tests.exporting.travel.visited_town import OPENED, comparison_of, visited_town

NB = Texts("nb")


def test_the_figures_of_a_service_are_those_of_its_nearest_site():
    town = visited_town()
    (square,) = visited_services(town.inventory)
    figures = AccessFigures(instance=town, service=square, proposal=OPENED)
    north, south = town.travel.zone_s["1"]["C"], town.travel.zone_s["2"]["E"]
    assert figures.seconds == {"1": north, "2": south}
    assert figures.everyone.mean_min == pytest.approx((900 * north + 400 * south) / 1_300 / 60)
    # 900 of 1,300 are more than half, and fewer than nine of ten.
    longer, shorter = max(north, south) / 60, min(north, south) / 60
    assert figures.everyone.p90_min == pytest.approx(longer)
    assert figures.everyone.median_min == pytest.approx(north / 60 if north <= south else longer)
    assert shorter <= figures.everyone.mean_min <= longer
    assert figures.districts["N"].mean_min == pytest.approx(north / 60)
    assert figures.centres["S"].people == 400
    # Two of the staff for 900 people in the north, four for 400 in the south, as nobody goes from one to the other.
    within = {z: [b for b, s in row.items() if s <= 1_800] for z, row in town.travel.zone_s.items()}
    if "E" not in within["1"] and "C" not in within["2"]:
        assert figures.staff_per_1000 == pytest.approx({"N": 1000 * 2 / 900, "S": 1000 * 4 / 400})
    else:
        assert sum(figures.staff_per_1000[d] * n for d, n in (("N", 900), ("S", 400))) == pytest.approx(6_000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_a_table_and_says_what_it_shows(language: str):
    section = access_section(comparison_of(visited_town()), Texts(language))
    assert section is not None
    for _, shown in section.pictures:
        assert shown.alt
        assert shown.twin.rows
        assert all(len(row) == len(shown.twin.columns) for row in shown.twin.rows)
    for twin in (section.services, *section.parts, section.depots, section.basis):
        assert twin is not None
        assert all(len(row) == len(twin.columns) for row in twin.rows)


def test_the_depot_reaches_the_more_the_longer_it_may_take():
    section = access_section(comparison_of(visited_town()), NB)
    assert section is not None
    assert section.depots is not None
    for row in section.depots.rows:
        shares = [float(cell.replace(",", ".")) for cell in row[2:7]]
        assert shares == sorted(shares)
        # 1,500 seconds from the town hall at one end of the only road to the other end.
        assert shares[-1] == 100.0


def test_where_nobody_visits_anything_there_is_no_section():
    assert access_section(unvisited(), NB) is None


def test_it_stands_in_the_report_with_its_pictures(tmp_path: Path):
    path = tmp_path / "report.html"
    write_report(comparison_of(visited_town()), (), path)
    page = read_page(path.read_text("utf-8"))
    for language in LANGUAGES:
        (document,) = page.all("div", class_="document", lang=language)
        (section,) = [s for s in document.all("section") if s.attrs["id"] == f"accessibility-{language}"]
        assert len(section.all("figure")) == 2


def coverage(key: str, **parameters: int | str | tuple[str, ...]) -> Criterion:
    return Criterion(
        id=key,
        name=key,
        rule="population_coverage",
        units=("torg",),
        strength=Strength.INFO,
        parameters={"share_percent": 50, **parameters},
    )


def test_the_share_is_by_the_mode_and_minutes_of_the_criterion_and_the_mean_by_both():
    town = visited_town()
    afoot = replace(town.travel, mode="walk", zone_s={"1": {"C": 2_400, "E": 9_000}, "2": {"C": 9_000, "E": 3_000}})
    mixed = replace(town.travel, mode="mix", zone_s={"1": {"C": 600, "E": 9_000}, "2": {"C": 9_000, "E": 600}})
    town = replace(
        town,
        travel=mixed,
        modes={**town.modes, Mode.WALK: afoot},
        scenario=town.scenario.model_copy(
            update={"visits_by": ModeMix(car=75, walk=25), "longest_min": {Mode.WALK: 45}}
        ),
        criteria=(coverage("K1", limit_min=40, mode="walk"), coverage("K2", limit_min=40, mode="walk")),
    )
    section = access_section(comparison_of(town), NB)
    assert section is not None
    rows = [row for row in section.services.rows if row[1] == "Torg i nord"]
    assert [row[2] for row in rows] == ["Reisemåtene samlet", "Gange"]
    # Within 40 minutes on foot live the 900 in the north, of 1,300; by the mix everyone has ten minutes.
    assert [row[3] for row in rows] == ["10,0", "43,1"]
    assert [row[6] for row in rows] == ["–", "69,2 % innen 40 min"]
    assert "Innbyggernes besøk: Bil 75 %, Gange 25 %." in section.notes
    assert any("Gange 45 min" in note for note in section.notes)


def test_the_share_in_the_table_is_the_one_the_criterion_is_held_against():
    # `plan` sits in A; a day a week there is a fifth for those who reach only that.
    for parameters, expected in (
        ({}, 900),
        ({"visiting": ("plan",), "visiting_days": 1}, 900 + 400 / 5),
        ({"visiting": ("plan",), "visiting_days": 1, "visiting_buildings": ("B",)}, 900),
    ):
        town = visited_town()
        car = replace(town.travel, zone_s={"1": {"C": 300}, "2": {"A": 300, "E": 1_200, "C": 1_800}})
        town = replace(town, travel=car, modes={Mode.CAR: car}, criteria=(coverage("K1", limit_min=10, **parameters),))
        (square,) = visited_services(town.inventory)
        figures = AccessFigures(instance=town, service=square, proposal=OPENED)
        ((minutes, percent),) = figures.everyone.within
        assert (minutes, percent) == (10, pytest.approx(100 * expected / 1_300))
        rule = rule_of(town.criteria[0]).model_copy(update={"share_percent": 100})
        assert isinstance(rule, PopulationCoverage)
        (breach,) = rule.check(Given(instance=town, units=square.units), OPENED)
        assert breach.holes["percent"] == pytest.approx(percent, abs=0.1)
