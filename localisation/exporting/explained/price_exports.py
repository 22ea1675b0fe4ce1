"""All files of prices."""

from pathlib import Path

from localisation.exporting.explained.finished_prices import FinishedPrices
from localisation.exporting.explained.price_book import write_prices_book
from localisation.exporting.explained.price_file import write_prices_file
from localisation.exporting.explained.price_page import write_prices_page

PRICE_FILES = ("prices.html", "prices.xlsx", "prices.json")


def write_prices(folder: Path, run: FinishedPrices) -> tuple[str, ...]:
    """Write every file into a folder; gives their names, the one to read first in front."""
    write_prices_page(folder / "prices.html", run)
    write_prices_book(folder / "prices.xlsx", run)
    write_prices_file(folder / "prices.json", run)
    return PRICE_FILES
