"""What the reading found, in groups: errors, warnings, notes."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from localisation.domain.errors import Problem
from localisation.reading.told import told
from localisation.texts import Texts

SEVERITIES = ("error", "warning", "note")
_STYLE = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}
_MARK = {"error": "✗", "warning": "!", "note": "·"}


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
            "what": words.what,
            "remedy": words.remedy,
        }
        for p in problems
        for words in [told(p, texts.language)]
    ]


def print_findings(problems: Sequence[Problem], texts: Texts, console: Console) -> None:
    """The problems for a person: each with its place, and on the next line what to do."""
    for severity in SEVERITIES:
        group = [p for p in problems if p.severity == severity]
        if not group:
            continue
        console.print(Text(texts(f"cli.findings.{severity}", count=len(group)), style=_STYLE[severity]))
        for problem in group:
            words = told(problem, texts.language)
            line = Text(f"  {_MARK[severity]} ", style=_STYLE[severity])
            if words.where:
                line.append(f"{words.where}: ", style="bold")
            line.append(words.what, style="not bold default")
            console.print(line, soft_wrap=True)
            console.print(Text(f"    → {words.remedy}", style="dim"), soft_wrap=True)
        console.print()
