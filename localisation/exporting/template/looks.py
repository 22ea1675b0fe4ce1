"""How the template's cells look."""

from typing import Any

DARK, MIDDLE, LIGHT, GREY = "#1F4E79", "#2E75B6", "#DDEBF7", "#EDEDED"
MISSING, SUGGESTED, DOUBLE = "#FFD966", "#FFF2CC", "#F8CBAD"
"""What lacks, what is suggested, and what stands twice."""

_BASE: dict[str, object] = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_HEADING: dict[str, object] = {
    "bold": True,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "left",
    "indent": 1,
    "border": 1,
    "border_color": "#FFFFFF",
}
_FIGURE: dict[str, object] = {"valign": "vcenter"}
_WORDS: dict[str, object] = _FIGURE | {"align": "left", "indent": 1}
_TEXT: dict[str, object] = {"text_wrap": True, "bottom": 4, "bottom_color": "#BFBFBF"}

_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": DARK, "valign": "vcenter"},
    "subtitle": {"bold": True, "font_size": 13, "font_color": DARK, "bottom": 2, "bottom_color": DARK},
    "link": {"font_color": "#0563C1", "underline": 1},
    "listed_link": _TEXT | {"font_color": "#0563C1", "underline": 1},
    "lead": {"text_wrap": True, "font_size": 12},
    "about": {"font_color": "#404040"},
    "kind": {"italic": True, "font_color": "#595959", "font_size": 9}
    | {"align": "left", "valign": "bottom", "indent": 1},
    "cell": _TEXT,
    "strong": _TEXT | {"bold": True},
    "code": _TEXT | {"font_name": "Consolas", "font_size": 10},
    "example": _TEXT | {"bg_color": "#F2F2F2"},
    "required": _HEADING | {"bg_color": DARK, "font_color": "#FFFFFF"},
    "one_of": _HEADING | {"bg_color": MIDDLE, "font_color": "#FFFFFF"},
    "optional": _HEADING | {"bg_color": LIGHT, "font_color": "#1F2D3D"},
    "certainty": _HEADING | {"bg_color": GREY, "font_color": "#404040", "bold": False, "italic": True},
    "missing": {"bg_color": MISSING},
    "double": {"bg_color": DOUBLE, "font_color": "#9C0006", "bold": True},
    "words": _WORDS,
    "figure": _FIGURE,
    "suggested_words": _WORDS | {"bg_color": SUGGESTED},
    "suggested_figure": _FIGURE | {"bg_color": SUGGESTED},
    "missing_sample": _TEXT | {"bg_color": MISSING, "italic": True},
    "double_sample": _TEXT | {"bg_color": DOUBLE, "font_color": "#9C0006", "bold": True},
    "suggested_sample": _TEXT | {"bg_color": SUGGESTED},
}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._made: dict[tuple[str, str], Any] = {}

    def __call__(self, name: str, number: str = "") -> Any:
        """The format of this name, with a number format when one is given."""
        key = (name, number)
        if key not in self._made:
            own: dict[str, object] = {"num_format": number} if number else {}
            base = {} if name in ("missing", "double") else _BASE
            self._made[key] = self._file.add_format(base | _LOOKS.get(name, {}) | own)
        return self._made[key]
