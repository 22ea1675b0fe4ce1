"""The section on accessibility says what one finds on paper, and stands in the page in both languages."""

from pathlib import Path

import pytest

from localisation.exporting.report import write_report
from localisation.exporting.travel.access_section import access_section
from localisation.pictures.travel.access_figures import AccessFigures
from localisation.pictures.travel.service import visited_services
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
