"""The report on paper: what belongs together is on one page."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from localisation.exporting.report import write_report
from tests.exporting.test_report_browser import CHROMIUM, FLAGS, READY, pytestmark  # noqa: F401
from tests.exporting.town_comparison import REASONS, comparison

HELD_TOGETHER = """() => [...document.querySelectorAll('.document:not([hidden]) section')].map(s => {
    const said = e => e.innerText ?? e.textContent;
    const heading = s.querySelector('h2');
    const next = [...s.children].slice(1).find(e => e.matches('figure, .scroll'));
    if (!next) return [said(heading)];
    if (next.matches('figure')) return [said(heading), said(next.querySelector('svg text'))];
    return [said(heading), said(next.querySelector('caption')), said(next.querySelector('tbody tr th'))];
})"""
"""Of each section its heading, and the beginning of the picture or table that follows it."""
LONG = 60
"""Rows added to a table, so that it goes on from page to page."""


def pages_of(page: Page) -> list[str]:
    """What stands on each sheet, without spaces."""
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return [_unspaced(sheet.extract_text()) for sheet in pdf.pages]


@pytest.mark.parametrize("lead", range(0, 60, 20))
def test_what_belongs_together_is_on_one_sheet(tmp_path: Path, lead: int) -> None:
    """`lead` lines before everything else move all breaks, so that none is right by chance."""
    path = tmp_path / "report.html"
    write_report(comparison(), REASONS, path, made=date(2020, 5, 17))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_context(offline=True).new_page()
        page.goto(path.as_uri())
        page.wait_for_function(READY)
        page.evaluate(
            """([lead, long]) => {
            document.querySelector('h1').insertAdjacentHTML('beforebegin', '<div>linje</div>'.repeat(lead));
            const body = document.querySelector('#moves-nb tbody');
            const rows = [...Array(long).keys()].map(
                i => `<tr><th>rad ${i}A</th><td>én<br>to<br>tre</td><td></td><td>slutt ${i}Z</td></tr>`);
            body.querySelector('tr.sum').insertAdjacentHTML('beforebegin', rows.join(''));
        }""",
            [lead, LONG],
        )
        together = [[_unspaced(part) for part in section] for section in page.evaluate(HELD_TOGETHER)]
        sheets = pages_of(page)
        browser.close()
    assert len(together) > 8
    for parts in together:
        assert any(_in_turn(sheet, parts) for sheet in sheets), parts
    rows = [[f"rad{i}A", f"slutt{i}Z"] for i in range(LONG)]
    for row in rows:
        assert any(_in_turn(sheet, row) for sheet in sheets), row
    assert not any(_in_turn(sheet, [rows[0][0], rows[-1][0]]) for sheet in sheets), "the table is on one sheet"
    sums = [sheet for sheet in sheets if rows[-1][0] in sheet]
    assert _in_turn(sums[0], [rows[-1][0], "Sum"])


def _in_turn(sheet: str, parts: list[str]) -> bool:
    """Whether the parts stand on a sheet, one after the other."""
    at = 0
    for part in parts:
        at = sheet.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def _unspaced(text: str) -> str:
    """The text without spaces, and with no two letters in one sign."""
    return re.sub(r"\s", "", normalize("NFKC", text))
