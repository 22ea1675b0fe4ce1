"""A problem in the words of the user's language: where, what, and what to do."""

from dataclasses import dataclass

from localisation.domain.errors import Problem
from localisation.domain.travel import Mode
from localisation.reading.choices import CHOICES
from localisation.reading.labels import choice_label, column_label, table_label
from localisation.reading.tables import TABLES
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The sentences of a problem; `where` is "" when it stands nowhere in particular."""

    severity: str
    where: str
    what: str
    remedy: str


def told(problem: Problem, language: str) -> Told:
    """The problem told in a language, with tables, columns and choices under the names users see."""
    texts = Texts(language)
    holes = {name: _named(name, value, problem, language) for name, value in problem.holes.items()}
    return Told(
        severity=texts(f"problems.severity.{problem.severity}"),
        where=_where(problem, texts),
        what=texts(f"{key_of(problem.code)}.what", **holes),
        remedy=texts(f"{key_of(problem.code)}.remedy", **holes),
    )


def key_of(code: str) -> str:
    """Where the two texts of a problem stand: a code with a dot names its own file, such as "population.no_crs"."""
    return code if "." in code else f"problems.{code}"


def _where(problem: Problem, texts: Texts) -> str:
    in_toml = problem.file.endswith(".toml")
    parts = [problem.file]
    if problem.sheet:
        parts.append(texts("problems.place.sheet", sheet=problem.sheet))
    if problem.row is not None:
        parts.append(texts(f"problems.place.{'line' if in_toml else 'row'}", row=str(problem.row)))
    if problem.column:
        parts.append(texts(f"problems.place.{'key' if in_toml else 'column'}", column=problem.column))
    return ", ".join(p for p in parts if p)


def _named(name: str, value: object, problem: Problem, language: str) -> object:
    """A key of the schema as "label (key)", so that it is found in Excel and CSV alike."""
    table = str(problem.holes.get("table", ""))
    named = value
    match name:
        case "table" if value in TABLES:
            named = f"{table_label(str(value), language)} ({value})"
        case "column" if table in TABLES and value in {c.key for c in TABLES[table].columns}:
            named = f"{column_label(table, str(value), language)} ({value})"
        case "choices" if value in CHOICES:
            named = tuple(choice_label(str(value), choice, language) for choice in CHOICES[str(value)])
        case "kind" | "kinds":
            named = (
                tuple(_kind(str(v), language) for v in value) if isinstance(value, tuple) else _kind(value, language)
            )
        case "activity" | "activities":
            named = (
                tuple(_activity(v, language) for v in value) if isinstance(value, tuple) else _activity(value, language)
            )
        case "travel_mode" if value in set(Mode):
            named = Texts(language)(f"travel.mode.{value}")
        case "counted":
            named = Texts(language)(f"tables.counted.{value}")
        case "first" | "line" if isinstance(value, int):
            named = str(value)
    return named


def _activity(value: object, language: str) -> object:
    return choice_label("activity_kind", str(value), language) if value in CHOICES["activity_kind"] else value


def _kind(value: object, language: str) -> str:
    texts = Texts(language)
    if value in CHOICES["space_kind"]:
        return choice_label("space_kind", str(value), language)
    key = f"tables.type.{value}"
    return texts(key) if texts.has(key) else str(value)
