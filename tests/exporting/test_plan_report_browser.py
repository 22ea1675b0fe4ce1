"""The report of a plan in a real browser without network."""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from localisation.exporting.plan.report import write_plan_report
from tests.exporting.test_plan_report import EVIL, everything
from tests.exporting.test_report_browser import CHROMIUM, FLAGS, pytestmark

__all__ = ["pytestmark"]
READY = """() => {
    const figures = [...document.querySelectorAll('.document:not([hidden]) figure.picture')];
    return figures.length === 6 && figures.every(f => f.dataset.ready === 'yes' && f.querySelector('svg'));
}"""


def test_the_report_works_offline_in_both_languages(tmp_path: Path):
    path = tmp_path / "report.html"
    write_plan_report(path, everything(EVIL))
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
        assert page.locator("h1:visible").inner_text() == "Flytteplan for By"
        _one_view_at_a_time(page, "nb", ("Bygg", "Enhet", "Mannskap"))
        page.get_by_role("button", name="English").click()
        page.wait_for_function(READY)
        assert page.title() == "Moving plan for By"
        _one_view_at_a_time(page, "en", ("Building", "Unit", "Crew"))
        _sheets_open_for_print(page)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("window.hacked") is None
        assert requests == [path.as_uri()]
        assert errors == []
        browser.close()


def _one_view_at_a_time(page: Page, language: str, labels: tuple[str, ...]) -> None:
    section = page.locator(f"#gantt-{language}")
    for view, label in zip(("building", "unit", "crew"), labels, strict=True):
        section.get_by_label(label, exact=True).check()
        assert section.locator(".view:visible").get_attribute("id") == f"view-{view}-{language}"


def _sheets_open_for_print(page: Page) -> None:
    assert page.locator("#sheets-en details.sheet[open]").count() == 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#sheets-en details.sheet[open]").count() == 2
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#sheets-en details.sheet[open]").count() == 0
