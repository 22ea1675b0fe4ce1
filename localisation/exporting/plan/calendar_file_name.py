"""What the calendar file of a unit is called."""

import re
import unicodedata

LONGEST = 60
"""Letters of a name; what is longer is cut off."""
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "ð": "d", "þ": "th", "ß": "ss", "ł": "l"})


def calendar_file_name(unit: str, name: str, taken: set[str]) -> str:
    """The unit's id and its name in ASCII letters, digits and dashes; the id alone where they are the same.

    Each is given once, whatever the case of its letters; `taken` is what was given, and grows.
    """
    own, spoken = _ascii(unit), _ascii(name).lower()
    base = "-".join(filter(None, (own, spoken if spoken != own.lower() else "")))[:LONGEST].strip("-") or "unit"
    found, number = base, 1
    while found.casefold() in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found.casefold())
    return found


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")
