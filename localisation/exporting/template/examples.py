"""Worked examples: filled-in rows, shown with what every cell means."""

from localisation.reading.labels import column_help, column_label
from localisation.reading.tables import TABLES
from localisation.texts import Texts

EXAMPLES: dict[str, tuple[str, ...]] = {
    "inventory": ("centres", "buildings", "spaces", "zones", "road_nodes", "roads"),
    "units": ("units", "needs", "today"),
    "moving": ("crews", "activity_norms", "days_off"),
    "criteria": ("criteria_must", "criteria_weight"),
}
"""Workbook -> the examples it shows; what stands after "_" tells two of the same table apart."""


def example_table(example: str) -> str:
    """The table an example is a row of."""
    return example if example in TABLES else example.partition("_")[0]


def example_values(example: str, texts: Texts) -> dict[str, str]:
    """The filled-in cells of an example by column key, as the language writes them."""
    cells = (part.partition("=") for part in texts(f"template.example.{example}").split(" | "))
    return {key.strip(): value.strip() for key, _, value in cells}


def example_rows(example: str, texts: Texts) -> list[tuple[str, str, str]]:
    """Heading, what is written, and what it means, cell by cell."""
    table = example_table(example)
    return [
        (column_label(table, key, texts.language), value, column_help(table, key, texts.language))
        for key, value in example_values(example, texts).items()
    ]
