"""The pages of frontiers and alternatives in a real browser without network."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.alternatives.page import write_page as write_alternatives_page
from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.page import write_page as write_frontier_page
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.alternatives.difference import Differ
from localisation.solving.alternatives.near_best import near_best
from localisation.solving.frontier.axes import axes_of
from localisation.solving.frontier.solve_frontier import solve_frontier
from localisation.solving.solve import solve
from tests.exporting.test_report_browser import CHROMIUM, FLAGS, pytestmark
from tests.solving.frontier.test_solve_frontier import fixed

__all__ = ["pytestmark"]
READY = """() => {
    const figures = [...document.querySelectorAll('.document:not([hidden]) figure.picture')];
    return figures.length === 1 && figures.every(f => f.dataset.ready === 'yes' && f.querySelector('svg'));
}"""


def frontier_page(path: Path) -> None:
    found = solve_frontier(fixed(10), axes_of(fixed(10), ["annual_cost", "citizens_travel_time"]), seconds=60)
    run = FinishedFrontier(frontier=found, language="nb", scenario=path, area=None, home=path.parent)
    write_frontier_page(path, run)


def alternatives_page(path: Path) -> None:
    case = fixed(10)
    best = solve(case)
    found = near_best(case, best, within_goal=20 * GOAL_UNITS, count=2, differ=Differ.PEOPLE, seconds=60)
    assert len(found.alternatives) == 2
    write_alternatives_page(
        path,
        FinishedAlternatives(
            instance=case,
            best=best,
            found=found,
            differ=Differ.PEOPLE,
            language="nb",
            scenario=path,
            area=None,
            home=path.parent,
        ),
    )


@pytest.mark.parametrize(
    ("write", "heading"), [(frontier_page, "i Prøve"), (alternatives_page, "Alternativer")], ids=["frontier", "near"]
)
def test_the_page_works_offline_in_both_languages(tmp_path: Path, write: Callable[[Path], None], heading: str):
    path = tmp_path / "page.html"
    write(path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}).new_page()
        requests: list[str] = []
        errors: list[str] = []
        page.on("request", lambda r: requests.append(r.url))
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.goto(path.as_uri())
        page.wait_for_function(READY)
        assert heading in page.locator("h1:visible").inner_text()
        page.get_by_role("button", name="English").first.click()
        page.wait_for_function(READY)
        assert page.locator("html").get_attribute("lang") == "en"
        # Every link of the contents leads to a section that is there.
        for link in page.locator(".document:not([hidden]) nav a").all():
            assert page.locator(str(link.get_attribute("href"))).count() == 1
        browser.close()
    assert errors == []
    assert requests == [path.as_uri()]
