"""Which names come near to what someone wrote, word by word."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

_WHOLE = 0.5
"""How alike the whole of two names must be to come near, from 0 to 1."""
_ID = 0.6
"""How alike an id must be: it is short, so that letters are soon in common."""
_WORDS = 0.5
"""How much of what is written must be found among a name's words, by letters, from 0 to 1."""
_TYPO = 0.7
"""How alike two words must be for one to be the other with a slip: "libary" and "library" are 0.92."""
_BEGINS, _WITHIN = 0.95, 0.8
_LEAST_WITHIN = 3
"""Letters a part of a word has at least: "torg" is within "innbyggertorg", "as" within nothing."""


def near_names(wanted: str, names: Mapping[str, str], *, most: int) -> list[str]:
    """The ids whose id or name comes near, the nearest first; `wanted` and the names plain, `names` id -> name.

    Near is what is alike as a whole (Ratcliff & Metzener 1988), or has enough of the words written, each as it is, as
    the beginning or a part of a word, or with a slip in it.
    """
    scores = {key: _score(wanted, key, name) for key, name in names.items()}
    near = [key for key, (nearness, _) in scores.items() if nearness > 0]
    return sorted(near, key=lambda key: (*(-s for s in scores[key]), key))[:most]


def _score(wanted: str, key: str, name: str) -> tuple[float, float]:
    """How near, 0 for not at all; and how alike as a whole, to order those that are as near."""
    key_alike, name_alike = _alike(wanted, key.casefold()), _alike(wanted, name)
    whole = max(key_alike if key_alike >= _ID else 0.0, name_alike)
    words = _share_of_words(wanted, name)
    nearness = max(whole if whole >= _WHOLE else 0.0, words if words >= _WORDS else 0.0)
    return nearness, whole


def _share_of_words(wanted: str, name: str) -> float:
    """The mean over the words written of how near the nearest word of the name comes, weighed by letters."""
    there, written = _words(name), _words(wanted)
    letters = sum(map(len, written))
    if not letters or not there:
        return 0.0
    return sum(len(word) * max(_word(word, other) for other in there) for word in written) / letters


def _word(written: str, there: str) -> float:
    if written == there:
        return 1.0
    if there.startswith(written) or written.startswith(there):
        return _BEGINS if min(len(written), len(there)) >= _LEAST_WITHIN else 0.0
    if len(written) >= _LEAST_WITHIN and written in there:
        return _WITHIN
    alike = max(_alike(written, there), _BEGINS * _alike(written, there[: len(written)]))
    return alike if alike >= _TYPO else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _alike(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second).ratio()
