"""Every problem that can be told has its two sentences, in both languages, and is given all they need."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from localisation.domain.errors import Problem
from localisation.reading import cells, parameters
from localisation.reading.tables import TABLES
from localisation.reading.told import key_of, told
from localisation.texts import LANGUAGES, catalogue

SOURCES = sorted((Path(__file__).parents[2] / "localisation/reading").rglob("*.py"))
CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+|refused|negative|unusual")
CALLS = {"error", "warning", "note", "report", "CellFault"}
# Faults of cells are told by callers that add the column and table; those of parameters share one set of holes.
CELLS = {"column", "table"}
PARAMETERS = {"parameter", "rule", "value", "known", "bound", "expected", "lacking", "reason", "suggestion"}


def _texts_of(node: ast.AST) -> set[str]:
    """The codes an expression can be: a text, or either side of an if."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return _texts_of(node.body) | _texts_of(node.orelse)
    return set()


def _given_by_hand(function: ast.AST) -> dict[str, set[str]]:
    """name -> what it can be, for local names that are codes or dictionaries of holes."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, node.value
            keys = (
                {k.value for k in value.keys if isinstance(k, ast.Constant)} if isinstance(value, ast.Dict) else set()
            )
            found[name] = found.get(name, set()) | _texts_of(value) | {str(k) for k in keys}
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple) and isinstance(node.target, ast.Tuple):
            for i, target in enumerate(node.target.elts):
                rows = [row.elts[i] for row in node.iter.elts if isinstance(row, ast.Tuple)]
                if isinstance(target, ast.Name):
                    found[target.id] = {t for row in rows for t in _texts_of(row)}
    return found


def raised() -> dict[str, set[str]]:
    """Every code the reading tells -> the holes given at the poorest of its calls."""
    found: dict[str, set[str]] = {}
    for source in SOURCES:
        tree = ast.parse(source.read_text("utf-8"))
        for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
            local = _given_by_hand(function)
            for call in (n for n in ast.walk(function) if isinstance(n, ast.Call) and n.args):
                called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                if called not in CALLS:
                    continue
                first = call.args[0]
                codes = _texts_of(first) or (local.get(first.id, set()) if isinstance(first, ast.Name) else set())
                holes = {k.arg for k in call.keywords if k.arg}
                for keyword in (k.value for k in call.keywords if not k.arg):
                    if isinstance(keyword, ast.Name):
                        holes |= local.get(keyword.id, set())
                    if isinstance(keyword, ast.Dict):
                        holes |= {str(k.value) for k in keyword.keys if isinstance(k, ast.Constant)}
                if called == "CellFault":
                    holes |= CELLS
                for code in codes:
                    found[code] = found[code] & holes if code in found else holes
    for code in {*parameters._CODES.values(), "parameter_refused", "parameter_unknown_like"}:
        found[code] = PARAMETERS
    found |= {flaw.value: CELLS for flaw in cells.Flaw}
    found["more_of_the_same"] = {"count", "rows", "more"}
    return found


RAISED = raised()
FILES = {"problems", *(code.partition(".")[0] for code in RAISED if "." in code)}
"""The text files that hold the problems of reading; others tell of other faults."""
TOLD = {
    key.removeprefix("problems.").removesuffix(".remedy")
    for key in catalogue("nb")
    if key.endswith(".remedy") and key.partition(".")[0] in FILES
}


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_sources_name_as_many_problems_as_there_are_texts():
    assert set(RAISED) == TOLD


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(RAISED))
def test_every_hole_of_a_problem_is_given_wherever_it_is_told(code: str, language: str):
    texts = catalogue(language)
    for part in ("what", "remedy"):
        assert _holes(texts[f"{key_of(code)}.{part}"]) <= RAISED[code]
    problem = Problem(code=code, file="a.csv", row=2, column="x", holes=dict.fromkeys(RAISED[code], 7) | _words(code))
    sentences = told(problem, language)
    assert sentences.what.rstrip(" 7")[-1] in ".:?"
    assert sentences.remedy[-1] == "."
    assert "{" not in sentences.what + sentences.remedy


def _words(code: str) -> dict[str, object]:
    return {k: v for k, v in {"counted": "m2", "kind": "public_front"}.items() if k in RAISED[code]}


def test_a_kind_of_space_is_told_by_its_name_and_its_unit():
    holes = {"kind": "public_front", "counted": "m2", "need": 1200, "space": 900, "building": "B1", "name": "Torget"}
    problem = Problem(code="today_too_full", severity="warning", holes=holes)
    assert "1 200 m² (publikumsareal)" in told(problem, "nb").what.replace("\u00a0", " ")
    assert "public_front" not in told(problem, "en").what


def test_a_place_is_told_as_the_file_has_it():
    in_sheet = Problem(code="formula_error", file="a.xlsx", sheet="Bygg", row=4, column="C (Areal)")
    assert told(in_sheet, "nb").where == "a.xlsx, fane Bygg, rad 4, kolonne C (Areal)"
    in_toml = Problem(code="formula_error", file="a.toml", row=4, column="place")
    assert told(in_toml, "en").where == "a.toml, line 4, key place"


def test_a_column_is_told_by_heading_and_key():
    assert "units" in TABLES
    problem = Problem(code="empty_cell", holes={"column": "sites_min", "table": "units"})
    assert told(problem, "nb").what.startswith("Færrest steder (sites_min)")
