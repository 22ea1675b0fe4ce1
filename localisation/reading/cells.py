"""What one cell says: numbers, dates and words as people write them in Norway and elsewhere."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from localisation.reading.labels import choices_of, plain
from localisation.reading.problems import nearest
from localisation.reading.schema import Column, Type
from localisation.reading.sheet import Cell, Flaw

Value = str | int | float | bool | date | tuple[str, ...] | None

LARGEST = 10**15
"""Beyond any amount of money, people or metres; a larger number is a slip of the pen."""
_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f']")
_MINUS = str.maketrans({"−": "-", "–": "-"})
_AFFIX = re.compile(r"^(?:kr\.?|nok)|(?:kr\.?|nok|,-|%)$", re.IGNORECASE)
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_GROUPED = {
    ",": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+"),
    ".": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+"),
}
_MANY_GROUPS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class CellFault(ValueError):
    """A cell that does not hold what its column asks for: the code of the problem and what its sentence needs."""

    def __init__(self, code: str, **holes: object) -> None:
        self.code = code
        self.holes = holes
        super().__init__(code)


def value_of(cell: Cell, column: Column) -> Value:
    """The value of a cell of this column; None (or () for a list) when it is empty. Raises `CellFault`."""
    if isinstance(cell, Flaw):
        raise CellFault(cell.value)
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return () if column.type is Type.LIST else None
    return _READERS[column.type](cell, column)


def decimal_of(cell: Cell) -> Decimal:
    """A number: 1234,5 · 1 234,5 · 1.234,5 · 1,234.5 · 66 % · kr 100,-. Raises `CellFault`."""
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)):
        raise CellFault("not_number", value=_shown(cell))
    if not isinstance(cell, str):
        return _finite(Decimal(str(cell)), cell)
    text = _AFFIX.sub("", _BLANKS.sub("", cell).translate(_MINUS))
    if _GROUPED[","].fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _GROUPED["."].fullmatch(text):
        text = text.replace(",", "")
    elif _MANY_GROUPS.fullmatch(text):
        text = text.replace(",", "").replace(".", "")
    elif text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    if not _PLAIN.fullmatch(text):
        raise CellFault("not_number", value=_shown(cell))
    return _finite(Decimal(text), cell)


def _finite(number: Decimal, cell: Cell) -> Decimal:
    if not number.is_finite():
        raise CellFault("not_number", value=_shown(cell))
    if abs(number) > LARGEST:
        raise CellFault("too_high", value=_shown(cell)[:20], high=LARGEST)
    return number


def rounded(number: Decimal) -> int:
    """The nearest whole number, halves away from zero: the one place where figures read are rounded."""
    return int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def bound(number: float) -> int | str:
    """A limit as it is told: large ones grouped as the language does, small ones (years too) as they are."""
    return int(number) if abs(number) >= 10_000 else f"{number:g}"


def date_of(cell: Cell) -> date:
    """A date: 2020-03-31, 31.3.2020, or a date cell of a spreadsheet. Raises `CellFault`."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = cell.strip() if isinstance(cell, str) else ""
    found = _DAY_FIRST.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise CellFault("not_date", value=_shown(cell)) from None


def list_of(cell: Cell) -> tuple[str, ...]:
    """The parts of a cell between semicolons, without doubles, in the order they stand."""
    return tuple(dict.fromkeys(part.strip() for part in _shown(cell).split(";") if part.strip()))


def _number(cell: Cell, column: Column) -> Value:
    _doubtful(cell, column)
    number = decimal_of(cell)
    if column.low is not None and number < Decimal(str(column.low)):
        code = "negative" if column.low == 0 else "too_low"
        raise CellFault(code, value=_shown(cell), low=bound(column.low))
    if column.high is not None and number > Decimal(str(column.high)):
        raise CellFault("too_high", value=_shown(cell), high=bound(column.high))
    if column.type is Type.DECIMAL:
        return float(number)
    if column.type is Type.WHOLE and number != number.to_integral_value():
        raise CellFault("not_whole", value=_shown(cell))
    return rounded(number)


def _doubtful(cell: Cell, column: Column) -> None:
    """Refuse 1.234 and 1,234 where a whole number is meant: a thousand or one and a bit?"""
    if column.type is Type.DECIMAL or not isinstance(cell, str):
        return
    text = _BLANKS.sub("", cell).translate(_MINUS)
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", text):
        raise CellFault("doubtful_number", value=_shown(cell), thousand=re.sub("[.,]", "", text))


def _word(cell: Cell, column: Column) -> Value:
    known = choices_of(column.choices)
    word = "yes" if cell is True else "no" if cell is False else plain(_shown(cell))
    if word not in known:
        suggestion = nearest(_shown(cell), known)
        raise CellFault("not_a_choice", value=_shown(cell), suggestion=suggestion, choices=column.choices)
    return known[word]


def _yes_no(cell: Cell, column: Column) -> Value:
    return _word(cell, column) == "yes"


def _text(cell: Cell, column: Column) -> Value:
    return _shown(cell)


def _shown(cell: Cell) -> str:
    """A cell as the user sees it; a whole number that a spreadsheet keeps as 7.0 is 7."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


_READERS: dict[Type, Callable[[Cell, Column], Value]] = {
    Type.TEXT: _text,
    Type.REFERENCE: _text,
    Type.WHOLE: _number,
    Type.AMOUNT: _number,
    Type.MONEY: _number,
    Type.DECIMAL: _number,
    Type.CHOICE: _word,
    Type.YES_NO: _yes_no,
    Type.LIST: lambda cell, _: list_of(cell),
    Type.DATE: lambda cell, _: date_of(cell),
}
