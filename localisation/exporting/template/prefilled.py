"""What stands in the template from the start."""

from localisation.exporting.template.norm_suggestions import NORM_SUGGESTIONS
from localisation.reading.labels import choice_label
from localisation.texts import Texts


def prefilled(table: str, texts: Texts) -> list[dict[str, str | int]]:
    """The rows of a table as values by column key: the norms as suggestions marked as estimates, nothing elsewhere."""
    if table != "norms":
        return []
    return [
        {
            "key": key,
            "value": value,
            "unit": texts(f"template.norm.{key}"),
            "confidence": choice_label("confidence", "estimate", texts.language),
            "source": texts("template.norm_source"),
        }
        for key, value in NORM_SUGGESTIONS.items()
    ]
