"""The report in a real browser without network."""

import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from localisation.exporting.report import write_report
from tests.exporting.test_report import EVIL
from tests.exporting.town_comparison import REASONS, comparison

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READY = """() => {
    const figures = [...document.querySelectorAll('.document:not([hidden]) figure.picture')];
    return figures.length === 4 && figures.every(f => f.dataset.ready === 'yes' && f.querySelector('svg'));
}"""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and os.environ.get("CI") != "true", reason="Chromium is not on this machine"
    ),
]


def test_the_report_works_offline_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_report(comparison(unit_name=EVIL), REASONS, path, made=date(2020, 5, 17))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        requests: list[str] = []
        errors: list[str] = []
        page.on("request", lambda r: requests.append(r.url))
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.goto(path.as_uri())
        page.wait_for_function(READY)
        assert page.locator("html").get_attribute("lang") == "nb"
        assert page.locator("h1:visible").inner_text() == "Hvem skal sitte hvor i By"
        _names_can_be_switched_off(page)
        _who_sits_there_is_a_pointer_away(page)
        page.get_by_role("button", name="English").click()
        page.wait_for_function(READY)
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.locator("h1:visible").inner_text() == "Who is to sit where in By"
        assert page.title() == "Who is to sit where in By"
        assert page.locator(":focus").get_attribute("data-language") == "en"
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("window.hacked") is None
        assert requests == [path.as_uri()]
        assert errors == []
        browser.close()


def test_on_paper_sums_stand_once_and_what_is_broken_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_report(comparison(), REASONS, path, made=date(2020, 5, 17))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_context(offline=True).new_page()
        page.goto(path.as_uri())
        # As the report has it for an alternative that is not the chosen one.
        told = "<details><summary>Brudd</summary><ul><li id='breach'>NAV</li></ul></details>"
        page.locator("#musts-nb tbody th").first.evaluate("(e, html) => (e.innerHTML += html)", told)
        closed = page.locator("#breach")
        assert not closed.is_visible()
        page.emulate_media(media="print")
        assert closed.is_visible()
        assert page.locator("#moves-nb tbody tr:last-child.sum").count() == 1  # a foot would not stay with its rows
        browser.close()


def _names_can_be_switched_off(page: Page) -> None:
    """A house is named on the map, and in the list below it, which stays."""

    def wait(times: int) -> None:
        there = "[...document.querySelectorAll('#map-nb figure svg text')].filter(e => e.textContent == 'Hus E (6)')"
        page.wait_for_function(f"new Set({there}.map(e => Math.round(e.getBoundingClientRect().y))).size == {times}")

    wait(2)
    page.locator("#map-nb").get_by_label("Navn", exact=True).uncheck()
    wait(1)
    page.locator("#map-nb").get_by_label("Navn", exact=True).check()
    wait(2)


def _who_sits_there_is_a_pointer_away(page: Page) -> None:
    symbols = page.locator("#map-nb figure svg .mark-symbol path")
    page.locator("#map-nb figure").scroll_into_view_if_needed()
    for number in range(symbols.count()):
        symbols.nth(number).hover(force=True)
        tip = page.locator("#vg-tooltip-element.visible")
        if tip.count() and "Innbyggertorg: 6" in tip.inner_text():
            return
    pytest.fail("no symbol tells that Innbyggertorg sits there")
