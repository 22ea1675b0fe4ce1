"""Faults a user can repair."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong or suspicious, with its place and what to do.

    `code` names two texts, `problems.<code>.what` and `problems.<code>.remedy`, filled from `holes`.
    """

    code: str
    severity: Literal["error", "warning", "note"] = "error"
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    holes: Mapping[str, object] = field(default_factory=dict)


class LocalisationError(Exception):
    """Any fault that is told to the user in a sentence."""


class InvalidData(LocalisationError):
    """The input cannot be used; carries every problem found, not the first only."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.file}:{p.sheet}:{p.row}:{p.column} {p.code} {dict(p.holes)}" for p in problems))


class Disagreement(LocalisationError):
    """The solver and the independent check do not say the same of a proposal: nothing may leave the engine."""
