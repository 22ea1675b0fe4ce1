"""What data every criterion rests on, and how much of it is estimated."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence
from localisation.rules import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionData:
    """One criterion: the tables its rule reads, and the figures there that it reads, of all rows."""

    criterion: Criterion
    tables: tuple[str, ...]
    """Their keys, in the order the rule names them. Travel times are no table."""
    figures: int
    estimates: int


def criterion_data(instance: Instance) -> tuple[CriterionData, ...]:
    """Every criterion, those on who sits where first, each in the order of the lists."""
    found = []
    for criterion in (*instance.criteria, *instance.relocation_criteria):
        read = RULES[criterion.rule].rests_on
        used = [f for f in instance.figures if any(fnmatchcase(_name(f), pattern) for pattern in read)]
        row = CriterionData(
            criterion=criterion,
            tables=tuple(dict.fromkeys(pattern.partition(".")[0] for pattern in read)),
            figures=len(used),
            estimates=sum(f.confidence is Confidence.ESTIMATE for f in used),
        )
        found.append(row)
    return tuple(found)


def _name(figure: Figure) -> str:
    """As `Rule.rests_on` has it. A norm is known by its key, and its year is no amount."""
    if figure.table == "norms":
        return f"norms.{figure.row}" if figure.column == "value" else ""
    return f"{figure.table}.{figure.column}"
