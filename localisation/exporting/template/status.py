"""Whether a sheet must be filled in."""

from localisation.exporting.template.prefilled import prefilled
from localisation.reading.schema import Table
from localisation.texts import Texts


def status_of(table: Table, texts: Texts) -> str:
    """In two or three words: must be, may be, or has suggestions to look over."""
    if prefilled(table.key, texts):
        return texts("template.sheet_suggested")
    return texts("template.sheet_required" if table.required else "template.sheet_optional")
