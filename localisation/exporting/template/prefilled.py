"""What stands in the template from the start."""

from localisation.exporting.template.moving_suggestions import CREW_SUGGESTIONS
from localisation.exporting.template.moving_suggestions import NORM_SUGGESTIONS as MOVING_NORM_SUGGESTIONS
from localisation.exporting.template.norm_suggestions import NORM_SUGGESTIONS
from localisation.reading.labels import choice_label
from localisation.texts import Texts


def prefilled(table: str, texts: Texts) -> list[dict[str, str | int]]:
    """The rows of a table as values by column key: suggestions marked as estimates for norms and crews, else none."""
    rows: list[dict[str, str | int]] = []
    match table:
        case "norms":
            rows = [
                {"key": key, "value": value, "unit": texts(f"template.norm.{key}")}
                for key, value in NORM_SUGGESTIONS.items()
            ]
        case "crews":
            rows = [
                {"id": key, "name": texts(f"template.crew.{key}"), **figures}
                for key, figures in CREW_SUGGESTIONS.items()
            ]
        case "activity_norms":
            rows = [
                {"kind": choice_label("activity_kind", kind, texts.language), **figures}
                for kind, figures in MOVING_NORM_SUGGESTIONS.items()
            ]
    certainty = choice_label("confidence", "estimate", texts.language)
    return [{**row, "confidence": certainty, "source": texts("template.norm_source")} for row in rows]
