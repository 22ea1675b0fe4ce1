"""What was wrong with a call, in the reader's language: the parser itself speaks English only.

What it says is recognised by its words; `tests/cli/test_usage_detail.py` provokes every one of them, and fails when a
new version of the parser words it otherwise.
"""

import re
from difflib import get_close_matches

from localisation.texts import Texts

_CHOICES = re.compile(r"is not one of (.+?)\.?$")
_COMMAND = re.compile(r"No such command '(.*?)'")
_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)")


def usage_detail(error: Exception, texts: Texts) -> str:
    """The reason in the reader's language; as the parser says it where it is no reason known here."""
    said = str(getattr(error, "message", None) or error.format_message())  # type: ignore[attr-defined]
    faults = getattr(error.__cause__, "errors", None)
    if callable(faults) and (found := _of_value(faults()[0], texts)):
        return found
    if extra := _EXTRA.search(said):
        return texts("cli.usage.detail.extra", given=extra[1])
    if said.endswith("does not take a value."):
        return texts("cli.usage.detail.takes_none")
    if said.endswith("requires an argument."):
        return texts("cli.usage.detail.no_value")
    if command := _COMMAND.search(said):
        return _unknown_command(command[1], error, texts)
    return said


def given_value(error: Exception) -> str | None:
    """The value that cannot be used, where the parser has kept it."""
    faults = getattr(error.__cause__, "errors", None)
    return str(faults()[0]["input"]) if callable(faults) else None


def _of_value(fault: dict[str, object], texts: Texts) -> str | None:
    """Why a value cannot be used: no number, out of range, or none of the choices."""
    kind, limits = str(fault["type"]), fault.get("ctx")
    bounds = limits if isinstance(limits, dict) else {}
    if kind.startswith("int_"):
        return texts("cli.usage.detail.whole_number")
    if kind.startswith("float_") or kind == "finite_number":
        return texts("cli.usage.detail.number")
    if kind == "greater_than_equal":
        return texts("cli.usage.detail.least", least=bounds["ge"])
    if kind == "less_than_equal":
        return texts("cli.usage.detail.most", most=bounds["le"])
    choices = _CHOICES.search(str(fault["msg"]))
    return texts("cli.usage.detail.choices", choices=choices[1].replace("'", "")) if choices else None


def _unknown_command(name: str, error: Exception, texts: Texts) -> str:
    """The name, with those that are nearly it."""
    known = list(getattr(getattr(getattr(error, "ctx", None), "command", None), "commands", ()))
    like = get_close_matches(name, known)
    return texts("cli.usage.detail.command_like", name=name, like=like) if like else name
