"""Collects everything that is wrong, in all files, before anything is said."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from localisation.domain.errors import InvalidData, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the input something stands: file, sheet, row as the user's program counts it, column."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""


_ABOUT_AS_ALIKE = 0.1
"""Shares of likeness that are no reason to take one word rather than another."""
TOLD_OF_A_KIND = 10
"""How many faults of one kind in one column are told one by one."""


class Problems:
    """A growing list of problems, in the order they were found."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def error(self, code: str, at: Place, **holes: object) -> None:
        """Note a fault that stops the work."""
        self._found.append(Problem(code=code, file=at.file, sheet=at.sheet, row=at.row, column=at.column, holes=holes))

    def warning(self, code: str, at: Place, **holes: object) -> None:
        """Note something that is probably wrong, but can be worked with."""
        self._found.append(
            Problem(
                code=code, severity="warning", file=at.file, sheet=at.sheet, row=at.row, column=at.column, holes=holes
            )
        )

    def note(self, code: str, at: Place, **holes: object) -> None:
        """Note something the user may want to know."""
        self._found.append(
            Problem(code=code, severity="note", file=at.file, sheet=at.sheet, row=at.row, column=at.column, holes=holes)
        )

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the work."""
        return [p for p in self._found if p.severity == "error"]

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """The warnings and notes."""
        return tuple(p for p in self._found if p.severity != "error")

    def raise_errors(self) -> None:
        """Raise `InvalidData` with everything found, warnings too, if anything stops the work."""
        if self.errors:
            raise InvalidData(grouped(sorted(self._found, key=lambda p: p.severity != "error"), TOLD_OF_A_KIND))


def grouped(found: Sequence[Problem], most: int) -> list[Problem]:
    """The problems, where more than `most` of one kind in one column are told as the first few and a count."""
    kinds: dict[tuple[str, str, str, str, str], list[Problem]] = defaultdict(list)
    for problem in found:
        column = "" if problem.file.endswith(".toml") else problem.column
        kinds[problem.code, problem.severity, problem.file, problem.sheet, column].append(problem)
    told: list[Problem] = []
    for alike in kinds.values():
        if len(alike) <= most:
            told += alike
            continue
        told += alike[: most - 1]
        rest = alike[most - 1 :]
        rows = tuple(str(p.row) for p in rest[:most] if p.row is not None)
        more = replace(rest[0], code="more_of_the_same", holes={"count": len(rest), "rows": rows, "more": "…"})
        told.append(more if len(rest) > len(rows) else replace(more, holes={**more.holes, "more": ""}))
    return told


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" when none is alike; case does not count.

    Of about as alike one with the same numbers is rather meant: "E7" is rather "E07" than "E37".
    """
    by_case, sought = {k.casefold(): k for k in known}, word.casefold()
    found = difflib.get_close_matches(sought, by_case, n=9, cutoff=0.6)
    if not found:
        return ""
    least = _likeness(sought, found[0]) - _ABOUT_AS_ALIKE
    same = [k for k in found if _numbers(k) == _numbers(sought) != [] and _likeness(sought, k) >= least]
    return by_case[(same or found)[0]]


def _likeness(first: str, second: str) -> float:
    return difflib.SequenceMatcher(None, second, first).ratio()


def _numbers(word: str) -> list[str]:
    return [digits.lstrip("0") for digits in re.findall(r"\d+", word)]
