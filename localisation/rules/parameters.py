"""The types of parameters that a criteria list may write in more than one way."""

from typing import Annotated

from pydantic import BeforeValidator

_YES_NO = {"ja": True, "yes": True, "nei": False, "no": False}


def _as_list(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _as_yes_no(value: object) -> object:
    return _YES_NO.get(value.strip().lower(), value) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_as_list)]
"""Ids or selectors; a single one, or several with commas between, may be written as a text."""

YesNo = Annotated[bool, BeforeValidator(_as_yes_no)]
"""True or false; also ja, nei, yes, no."""
