"""The list of rules on the read-me sheet of the criteria list, from which the drop-down takes its words."""

from localisation.reading.xlsx_table import READ_ME
from localisation.rules import RULES as ALL_RULES
from localisation.rules.base import Measure, Rule
from localisation.texts import LANGUAGES, Texts

RULES = "rule_names"
"""The name, in the workbook, of the cells with the names of all rules."""


def read_me_name(texts: Texts) -> str:
    """The name of the sheet that is for people only."""
    return dict(zip(LANGUAGES, READ_ME, strict=True))[texts.language]


def rule_rows(texts: Texts) -> list[tuple[str, str, str]]:
    """Every rule: its name, its kind with the unit it is shown in, and what it says with its parameters."""
    return [(rule.name, _kind(rule, texts), _says(rule, texts)) for rule in ALL_RULES.values()]


def _kind(rule: type[Rule], texts: Texts) -> str:
    if issubclass(rule, Measure):
        return texts("template.rules.measure", unit=texts(f"units.{rule.unit}"))
    return texts("template.rules.requirement")


def _says(rule: type[Rule], texts: Texts) -> str:
    sentences = [f"{texts(f'rules.{rule.name}.title')}.", texts(f"rules.{rule.name}.why")]
    fields = rule.model_fields
    if fields:
        shown = [
            f"{name}{' *' if field.is_required() else ''} ({texts(f'rules.{rule.name}.parameters.{name}')})"
            for name, field in fields.items()
        ]
        sentences.append(texts("template.rules.parameters", names="; ".join(shown)))
    return " ".join(sentences)
