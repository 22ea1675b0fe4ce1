"""What the reading found, in groups: errors, warnings, notes."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from localisation.domain.errors import Problem
from localisation.texts import Texts

SEVERITIES = ("error", "warning", "note")
_STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}
_MARK = {"error": "✗", "warning": "!", "note": "·"}


def place_of(problem: Problem, texts: Texts) -> str:
    """File, sheet, row and column, as far as they are known."""
    parts = [problem.file]
    if problem.sheet:
        parts.append(texts("cli.findings.sheet", name=problem.sheet))
    if problem.row is not None:
        parts.append(texts("cli.findings.row", number=str(problem.row)))
    if problem.column:
        parts.append(texts("cli.findings.column", name=problem.column))
    return ", ".join(p for p in parts if p)


def sentence(problem: Problem, texts: Texts, part: str) -> str:
    """What is wrong ("what") or what to do ("remedy")."""
    return texts(f"problems.{problem.code}.{part}", **problem.holes)


def as_rows(problems: Iterable[Problem], texts: Texts) -> list[dict[str, object]]:
    """The problems for a machine."""
    return [
        {
            "severity": p.severity,
            "code": p.code,
            "file": p.file,
            "sheet": p.sheet,
            "row": p.row,
            "column": p.column,
            "what": sentence(p, texts, "what"),
            "remedy": sentence(p, texts, "remedy"),
        }
        for p in problems
    ]


def print_findings(problems: Sequence[Problem], texts: Texts, console: Console) -> None:
    """The problems for a person: each with its place, and on the next line what to do."""
    for severity in SEVERITIES:
        group = [p for p in problems if p.severity == severity]
        if not group:
            continue
        console.print(Text(texts(f"cli.findings.{severity}", count=len(group)), style=_STYLE[severity]))
        for problem in group:
            line = Text(f"  {_MARK[severity]} ", style=_STYLE[severity])
            place = place_of(problem, texts)
            if place:
                line.append(f"{place}: ", style="bold")
            line.append(sentence(problem, texts, "what"), style="not bold default")
            console.print(line, soft_wrap=True)
            console.print(Text(f"    → {sentence(problem, texts, 'remedy')}", style="dim"), soft_wrap=True)
        console.print()
