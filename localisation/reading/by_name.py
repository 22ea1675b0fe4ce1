"""Finding what someone means by a name, however they write it."""

import unicodedata
from collections.abc import Callable, Mapping

from localisation.domain.errors import LocalisationError
from localisation.reading.near_names import near_names

_MOST_NEAR, _MOST_WITHIN = 6, 12


class UnclearName(LocalisationError):
    """Nothing, or more than one thing, is called so; `candidates` are the names that come near.

    `table` is the table in which the names stand.
    """

    def __init__(self, text: str, candidates: tuple[str, ...], *, table: str, ambiguous: bool) -> None:
        self.text, self.candidates, self.table, self.ambiguous = text, candidates, table, ambiguous
        super().__init__(f"{text}: {candidates}")


def by_name(text: str, names: Mapping[str, str], table: str) -> str:
    """The id that a text means; `names`: id -> name, those of a `table`.

    Case and accents do not matter. The first that fits exactly one thing counts: the id, the name, how an id or a name
    begins, how its words begin. Raises `UnclearName`, with all that have the text in their name when it fits several.
    """
    wanted = plain(text)
    tests: tuple[Callable[[str, str], bool], ...] = (
        lambda key, name: wanted == plain(key),
        lambda _, name: wanted == plain(name),
        lambda key, name: plain(name).startswith(wanted) or plain(key).startswith(wanted),
        lambda _, name: _words_begin(wanted, plain(name)),
    )
    for fits in tests:
        found = [key for key, name in names.items() if wanted and fits(key, name)]
        if len(found) == 1:
            return found[0]
        if found:
            within = [key for key, name in names.items() if wanted in plain(name) and key not in found]
            raise UnclearName(text, _shown([*found, *within], names, _MOST_WITHIN), table=table, ambiguous=True)
    near = near_names(wanted, {key: plain(name) for key, name in names.items()}, most=_MOST_NEAR)
    raise UnclearName(text, _shown(near, names, _MOST_NEAR), table=table, ambiguous=False)


def plain(text: str) -> str:
    """Small letters without accents and with single spaces: "Øvre  RÅDHUS" is "ovre radhus"."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("æ", "ae"))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def _words_begin(wanted: str, name: str) -> bool:
    words = name.replace(",", " ").replace("-", " ").split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def _shown(keys: list[str], names: Mapping[str, str], most: int) -> tuple[str, ...]:
    return tuple(f"{names[key]} ({key})" for key in keys[:most])
